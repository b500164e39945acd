using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Tests.Compilation;

/// <summary>The names of random expressions, with random values now and then null.</summary>
internal sealed class RandomFrame
{
    private static readonly string[] Texts = ["x", "y", "xy", "z"];
    private static readonly FeelShape RowShape = new(["x", "f", "d", "parts"]);

    private static readonly FeelType Row = FeelType.ContextOf(
    [
        new("x", FeelType.Number),
        new("f", FeelType.Boolean),
        new("d", FeelType.Date),
        new("parts", FeelType.ListOf(FeelType.Number)),
    ]);

    public RandomFrame()
    {
        foreach (var (name, type) in Names)
        {
            Slots.Add(name, Scope.Define(name, type));
        }
    }

    public static IReadOnlyList<(string Name, FeelType Type)> Names { get; } =
    [
        ("a", FeelType.Number), ("b", FeelType.Number), ("c", FeelType.Number),
        ("p", FeelType.Boolean), ("q", FeelType.Boolean),
        ("s", FeelType.String), ("t", FeelType.String),
        ("d", FeelType.Date), ("e", FeelType.Date),
        ("names", FeelType.ListOf(FeelType.String)),
        ("rows", FeelType.ListOf(Row)),
    ];

    public BindingScope Scope { get; } = new(new FrameLayout());

    public Dictionary<string, BoundSlot> Slots { get; } = [];

    public BoundNode Bind(string text)
    {
        var bound = FeelEngine.Bind(text, Scope);
        Assert.True(bound.IsValid, text + ": " + string.Join("; ", bound.Diagnostics.Select(found => found.En)));
        return bound.Root;
    }

    public FeelValue[] Fill(Random random, int nullPercent)
    {
        var frame = Scope.Layout.NewFrame();
        foreach (var (name, type) in Names)
        {
            frame[Slots[name].Slot] = random.Next(100) < nullPercent ? FeelValue.Null : Value(random, type, nullPercent);
        }

        return frame;
    }

    private static FeelValue Value(Random random, FeelType type, int nullPercent) => type switch
    {
        _ when type == FeelType.Number => FeelValue.Of((decimal?)Number(random)),
        _ when type == FeelType.Boolean => FeelValue.Of((bool?)(random.Next(2) == 0)),
        _ when type == FeelType.String => FeelValue.Of(Texts[random.Next(Texts.Length)]),
        _ when type == FeelType.Date => FeelValue.Of((DateOnly?)new DateOnly(2020, 2, 1).AddDays(random.Next(60))),
        ListFeelType { Item: ContextFeelType } => ListOf(random, () => RowOf(random, nullPercent)),
        ListFeelType list => ListOf(random, () => Value(random, list.Item, nullPercent)),
        _ => FeelValue.Null,
    };

    private static decimal Number(Random random) => random.Next(40) switch
    {
        0 => decimal.MaxValue,
        1 => decimal.MinValue / 3,
        < 10 => random.Next(-400, 1300) / 100m,
        _ => random.Next(-2, 13),
    };

    private static FeelValue ListOf(Random random, Func<FeelValue> item)
    {
        var items = new FeelValue[random.Next(4)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = item();
        }

        return FeelValue.Of(new FeelList(items));
    }

    private static FeelValue RowOf(Random random, int nullPercent) => FeelValue.Of(new FeelContext(RowShape,
    [
        random.Next(100) < nullPercent ? FeelValue.Null : FeelValue.Of((decimal?)random.Next(-2, 13)),
        random.Next(100) < nullPercent ? FeelValue.Null : FeelValue.Of((bool?)(random.Next(2) == 0)),
        random.Next(100) < nullPercent ? FeelValue.Null : Value(random, FeelType.Date, 0),
        random.Next(100) < nullPercent ? FeelValue.Null : ListOf(random, () => FeelValue.Of((decimal?)random.Next(-2, 13))),
    ]));
}
