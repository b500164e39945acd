namespace Wenbao.Feel.Possibilities;

/// <summary>The possible values of an unknown input: numbers or days between two ends, some values out of a list, or any text.</summary>
public sealed class ValueDomain
{
    /// <summary>The upper end of numbers without a stated maximum; its negative is the lower end. Wider domains are cut to these ends.</summary>
    public const decimal GreatestNumber = 100_000_000_000_000_000m;

    private static readonly Lazy<ValueDomain> AnyTruth = new(() => new ValueDomain(FeelType.Boolean, Possible.Truths(true, true, false), 1m, null));
    private static readonly Lazy<ValueDomain> AnyText = new(() => new ValueDomain(FeelType.String, Possible.AnyTextExcept([]), 0m, null));

    private ValueDomain(FeelType type, Possible possible, decimal step, IReadOnlyList<string>? texts)
    {
        Type = type;
        Possible = possible;
        Step = step;
        Texts = texts;
    }

    /// <summary>The type of the values.</summary>
    public FeelType Type { get; }

    /// <summary>The values of an enumeration; null for other domains.</summary>
    public IReadOnlyList<string>? Texts { get; }

    /// <summary>The distance between neighbouring numbers or days; 0 where there is none.</summary>
    internal decimal Step { get; }

    internal Possible Possible { get; }

    /// <summary>True and false.</summary>
    public static ValueDomain Boolean => AnyTruth.Value;

    /// <summary>Any text.</summary>
    public static ValueDomain Text => AnyText.Value;

    /// <summary>Whole numbers.</summary>
    /// <param name="min">The least; amounts and counts start from 0.</param>
    /// <param name="max">The greatest; null for <see cref="GreatestNumber"/>.</param>
    public static ValueDomain WholeNumbers(decimal min = 0m, decimal? max = null) => Decimals(0, min, max);

    /// <summary>Numbers with a fixed count of decimal places.</summary>
    /// <param name="scale">Decimal places, 0 to 12.</param>
    /// <param name="min">The least; amounts and counts start from 0.</param>
    /// <param name="max">The greatest; null for <see cref="GreatestNumber"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is out of range or no number lies between the ends.</exception>
    public static ValueDomain Decimals(int scale, decimal min = 0m, decimal? max = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, 12);
        var step = new decimal(1, 0, 0, false, (byte)scale);
        var low = Grid.Up(Math.Max(min, -GreatestNumber), step);
        var high = Grid.Down(Math.Min(max ?? GreatestNumber, GreatestNumber), step);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, high, nameof(min));
        return new(FeelType.Number, Possible.Between(PossibleKind.Number, low, false, high, false), step, null);
    }

    /// <summary>Numbers with any decimal places.</summary>
    /// <param name="min">The least; amounts and counts start from 0.</param>
    /// <param name="max">The greatest; null for <see cref="GreatestNumber"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No number lies between the ends.</exception>
    public static ValueDomain Numbers(decimal min = 0m, decimal? max = null)
    {
        var low = Math.Max(min, -GreatestNumber);
        var high = Math.Min(max ?? GreatestNumber, GreatestNumber);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, high, nameof(min));
        return new(FeelType.Number, Possible.Between(PossibleKind.Number, low, false, high, false), 0m, null);
    }

    /// <summary>Calendar days.</summary>
    /// <param name="min">The first; null for 1700-01-01.</param>
    /// <param name="max">The last; null for 9999-12-31.</param>
    /// <exception cref="ArgumentOutOfRangeException">No day lies between the ends.</exception>
    public static ValueDomain Dates(DateOnly? min = null, DateOnly? max = null)
    {
        decimal low = (min ?? new DateOnly(1700, 1, 1)).DayNumber;
        decimal high = (max ?? DateOnly.MaxValue).DayNumber;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, high, nameof(min));
        return new(FeelType.Date, Possible.Between(PossibleKind.Date, low, false, high, false), 1m, null);
    }

    /// <summary>The texts of an enumeration.</summary>
    /// <param name="texts">One or more texts.</param>
    /// <exception cref="ArgumentException">There are no texts.</exception>
    public static ValueDomain Enumeration(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count == 0)
        {
            throw new ArgumentException("An enumeration has at least one text.", nameof(texts));
        }

        return new(FeelType.String, Possible.OneOf([.. texts]), 0m, [.. texts]);
    }
}
