using Wenbao.Feel;
using Wenbao.Feel.Binding;

namespace Wenbao.Dmn;

/// <summary>
/// What logic may name at a place, and beside it a second scope that also knows every other element of the model: only to tell a forgotten requirement
/// from a misspelt name.
/// </summary>
internal sealed class LogicScope
{
    private LogicScope(DmnDefinitions model, string? elementId, string elementName, BindingScope visible, BindingScope wide)
    {
        Model = model;
        ElementId = elementId;
        ElementName = elementName;
        Visible = visible;
        Wide = wide;
    }

    public DmnDefinitions Model { get; }

    public string? ElementId { get; }

    public string ElementName { get; }

    public BindingScope Visible { get; }

    public BindingScope Wide { get; }

    /// <summary>The scope of a model: its types, today and now, no elements yet.</summary>
    /// <param name="elements">The names of all elements the model could require.</param>
    public static LogicScope RootOf(
        DmnDefinitions model, FrameLayout layout, IReadOnlyDictionary<string, FeelType> types, IReadOnlyList<BoundSlot> clock, IReadOnlyList<string> elements)
    {
        var visible = new BindingScope(layout);
        var wide = new BindingScope(new FrameLayout());
        foreach (var scope in new[] { visible, wide })
        {
            foreach (var (name, type) in types)
            {
                scope.DefineType(name, type);
            }

            foreach (var slot in clock)
            {
                scope.Define(slot.Name, slot.Type, slot.Slot);
            }
        }

        foreach (var element in elements)
        {
            wide.Define(element, FeelType.Any, -1);
        }

        return new LogicScope(model, null, model.Name, visible, wide);
    }

    /// <summary>The same names, for the logic of an element.</summary>
    public LogicScope For(DmnElement element) => new(Model, element.Id, element.Name, Visible, Wide);

    /// <summary>This scope and more names; a later one hides an earlier one of the same name.</summary>
    public LogicScope With(params IReadOnlyList<BoundSlot> slots) =>
        slots.Count == 0 ? this : new LogicScope(Model, ElementId, ElementName, Inside(Visible, slots), Inside(Wide, slots));

    /// <summary>A scope inside this one that <see cref="Add"/> may fill: one level however many names come.</summary>
    public LogicScope Open() => new(Model, ElementId, ElementName, Visible.Nested(), Wide.Nested());

    /// <summary>Adds a name to a scope made by <see cref="Open"/>; what is bound already does not see it.</summary>
    public void Add(BoundSlot slot)
    {
        Visible.Define(slot.Name, slot.Type, slot.Slot);
        Wide.Define(slot.Name, slot.Type, slot.Slot);
    }

    private static BindingScope Inside(BindingScope outer, IReadOnlyList<BoundSlot> slots)
    {
        var inner = outer.Nested();
        foreach (var slot in slots)
        {
            inner.Define(slot.Name, slot.Type, slot.Slot);
        }

        return inner;
    }

    /// <summary>The elements a tree bound in <see cref="Wide"/> names although they are not visible.</summary>
    public static IEnumerable<string> HiddenIn(BoundNode node) =>
        BoundTree.DescendantsAndSelf(node).OfType<BoundSlot>().Where(slot => slot.Slot == -1).Select(slot => slot.Name).Distinct(StringComparer.Ordinal);
}
