using Wenbao.Feel.Syntax;

namespace Wenbao.Feel.Binding;

/// <summary>The names an expression may use with their slots and types; inner scopes see outer names and hide them.</summary>
public sealed class BindingScope
{
    private readonly BindingScope? outer;
    private readonly Dictionary<string, BoundSlot> slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FeelType> types = new(StringComparer.Ordinal);
    private NameScope? names;
    private NameScope? namesOutside;

    /// <summary>An outermost scope.</summary>
    /// <param name="layout">Where new slots come from.</param>
    public BindingScope(FrameLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        Layout = layout;
    }

    private BindingScope(BindingScope outer)
    {
        this.outer = outer;
        Layout = outer.Layout;
    }

    /// <summary>Where new slots come from.</summary>
    public FrameLayout Layout { get; }

    /// <summary>The names for reading a text.</summary>
    public NameScope Names
    {
        get
        {
            var outside = outer?.Names ?? NameScope.Empty;
            if (names is null || !ReferenceEquals(outside, namesOutside))
            {
                namesOutside = outside;
                names = outside.With([.. slots.Keys, .. types.Keys], slots.Values.SelectMany(slot => NameScope.MembersOf(slot.Type)));
            }

            return names;
        }
    }

    /// <summary>In the scope of a filter: the slot of the item, whose members are names here.</summary>
    internal BoundSlot? Item { get; set; }

    /// <summary>The scope around this one, or null.</summary>
    internal BindingScope? Outer => outer;

    /// <summary>A scope inside this one.</summary>
    public BindingScope Nested() => new(this);

    /// <summary>Gives a name a new slot in this scope; a name defined again hides the earlier one.</summary>
    /// <param name="name">The name; <c>today()</c> and <c>now()</c> give those functions their value.</param>
    /// <param name="type">Its static type: the caller puts only values of it, or null, into the slot.</param>
    public BoundSlot Define(string name, FeelType type) => Define(name, type, Layout.Allocate());

    /// <summary>Gives a name a slot that exists already.</summary>
    public BoundSlot Define(string name, FeelType type, int slot)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(type);
        var normal = NameScope.Normalize(name);
        var defined = new BoundSlot(slot, normal, type, default);
        slots[normal] = defined;
        names = null;
        return defined;
    }

    /// <summary>Gives a type a name, for <c>instance of</c> and parameter types; dots are allowed for imported types.</summary>
    public void DefineType(string name, FeelType type)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(type);
        types[NameScope.Normalize(name)] = type;
        names = null;
    }

    /// <summary>The slot of a name, or null.</summary>
    public BoundSlot? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            if (scope.slots.TryGetValue(name, out var slot))
            {
                return slot;
            }
        }

        return null;
    }

    /// <summary>The type of a name, or null.</summary>
    public FeelType? FindType(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            if (scope.types.TryGetValue(name, out var type))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>Every name that can be used here, inner ones first.</summary>
    public IEnumerable<string> AllNames()
    {
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            foreach (var name in scope.slots.Keys)
            {
                yield return name;
            }
        }
    }

    /// <summary>The slot a name has in this scope itself, or null.</summary>
    internal BoundSlot? FindHere(string name) => slots.GetValueOrDefault(name);
}
