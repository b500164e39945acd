using System.Globalization;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Possibilities;

namespace Wenbao.Feel.Tests.Possibilities;

/// <summary>
/// Inputs of a condition written as text, one after another with <c>;</c>: known ones as <c>name=5</c>, <c>true</c>, <c>2020-06-30</c>, <c>"text"</c>,
/// <c>["a","b"]</c>, <c>null:number</c>; unknown ones as <c>?int</c>, <c>?int:-5:40</c>, <c>?dec2</c>, <c>?number</c>, <c>?date</c>, <c>?bool</c>, <c>?text</c>, <c>?a|b|c</c>.
/// </summary>
internal sealed class Inputs
{
    private readonly BindingScope scope = new(new FrameLayout());
    private readonly List<(BoundSlot Slot, FeelValue Value)> known = [];

    public Inputs(string text)
    {
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split('=', 2) is [var left, var right] ? (left.Trim(), right.Trim()) : throw new FormatException(part);
            if (value.StartsWith('?'))
            {
                var domain = Domain(value[1..]);
                Add(name, domain);
            }
            else
            {
                var (type, feel) = Value(value);
                Add(name, type, feel);
            }
        }
    }

    public List<UnknownSlot> Unknowns { get; } = [];

    public Dictionary<string, int> Slots { get; } = [];

    public BindingScope Scope => scope;

    public BoundSlot Add(string name, FeelType type, FeelValue value)
    {
        var slot = scope.Define(name, type);
        Slots[name] = slot.Slot;
        known.Add((slot, value));
        return slot;
    }

    public void Add(string name, ValueDomain domain)
    {
        var slot = scope.Define(name, domain.Type);
        Slots[name] = slot.Slot;
        Unknowns.Add(new(slot.Slot, domain));
    }

    public BoundNode Bind(string condition)
    {
        var bound = FeelEngine.Bind(condition, scope);
        Assert.True(bound.IsValid, condition + ": " + string.Join("; ", bound.Diagnostics.Select(found => found.En)));
        return bound.Root;
    }

    public FeelValue[] Frame()
    {
        var frame = scope.Layout.NewFrame();
        foreach (var (slot, value) in known)
        {
            frame[slot.Slot] = value;
        }

        return frame;
    }

    public Possibility Judge(string condition)
    {
        var root = Bind(condition);
        return PossibilityEvaluator.For(root).Evaluate(Frame(), Unknowns);
    }

    public static ValueDomain Domain(string text)
    {
        var parts = text.Split(':');
        decimal? max = parts.Length > 2 ? Number(parts[2]) : null;
        var min = parts.Length > 1 ? Number(parts[1]) : 0m;
        return parts[0] switch
        {
            "int" => ValueDomain.WholeNumbers(min, max),
            "dec2" => ValueDomain.Decimals(2, min, max),
            "number" => ValueDomain.Numbers(min, max),
            "date" => ValueDomain.Dates(),
            "bool" => ValueDomain.Boolean,
            "text" => ValueDomain.Text,
            var texts => ValueDomain.Enumeration(texts.Split('|')),
        };
    }

    private static (FeelType Type, FeelValue Value) Value(string text)
    {
        if (text is "true" or "false")
        {
            return (FeelType.Boolean, FeelValue.Of((bool?)(text == "true")));
        }

        if (text.StartsWith("null:", StringComparison.Ordinal))
        {
            return (text[5..] switch { "number" => FeelType.Number, "date" => FeelType.Date, "bool" => FeelType.Boolean, _ => FeelType.String }, FeelValue.Null);
        }

        if (text.StartsWith('['))
        {
            var items = text.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return (FeelType.ListOf(FeelType.String), FeelValue.Of(new FeelList([.. items.Select(item => FeelValue.Of(item.Trim('"')))])));
        }

        if (text.StartsWith('"'))
        {
            return (FeelType.String, FeelValue.Of(text.Trim('"')));
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (FeelType.Date, FeelValue.Of((DateOnly?)day))
            : (FeelType.Number, FeelValue.Of((decimal?)Number(text)));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
