using System.Runtime.InteropServices;

namespace Wenbao.Feel.Possibilities;

/// <summary>What kind of values a set holds.</summary>
internal enum PossibleKind : byte
{
    /// <summary>Only null.</summary>
    Nothing,

    /// <summary>Truth values.</summary>
    Boolean,

    /// <summary>Numbers between two ends.</summary>
    Number,

    /// <summary>Days between two ends, as day numbers.</summary>
    Date,

    /// <summary>Durations of days and time between two ends, in seconds.</summary>
    Seconds,

    /// <summary>Durations of years and months between two ends, in months.</summary>
    Months,

    /// <summary>Texts: some, or all but some.</summary>
    Text,

    /// <summary>One value of another kind.</summary>
    Known,

    /// <summary>Any value of any kind, null included.</summary>
    Anything,
}

/// <summary>A set of possible values, never smaller than the truth; together with the unknown slots that it hangs on.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Possible
{
    private Possible(PossibleKind kind)
    {
        Kind = kind;
        MayBeNull = kind is PossibleKind.Nothing or PossibleKind.Anything;
        MayBeTrue = MayBeFalse = kind == PossibleKind.Anything;
    }

    /// <summary>Only null.</summary>
    public static readonly Possible Nothing = new(PossibleKind.Nothing);

    /// <summary>Any value.</summary>
    public static readonly Possible Anything = new(PossibleKind.Anything);

    public PossibleKind Kind { get; private init; }

    public bool MayBeNull { get; private init; }

    public bool MayBeTrue { get; private init; }

    public bool MayBeFalse { get; private init; }

    /// <summary>The lower end of numbers, days and durations.</summary>
    public decimal Low { get; private init; }

    /// <summary>The upper end of numbers, days and durations.</summary>
    public decimal High { get; private init; }

    public bool LowOpen { get; private init; }

    public bool HighOpen { get; private init; }

    /// <summary>The possible texts, or the impossible ones with <see cref="TextsExcluded"/>.</summary>
    public string[]? Texts { get; private init; }

    public bool TextsExcluded { get; private init; }

    /// <summary>The value of kind <see cref="PossibleKind.Known"/>.</summary>
    public FeelValue Value { get; private init; }

    /// <summary>A bit for each unknown slot that the set hangs on.</summary>
    public ulong Depends { get; private init; }

    /// <summary>Whether values are ordered between two ends.</summary>
    public bool IsOrdered => Kind is PossibleKind.Number or PossibleKind.Date or PossibleKind.Seconds or PossibleKind.Months;

    /// <summary>Whether the set holds exactly one value.</summary>
    public bool IsSingle => Kind switch
    {
        PossibleKind.Nothing => true,
        PossibleKind.Boolean => (MayBeTrue ? 1 : 0) + (MayBeFalse ? 1 : 0) + (MayBeNull ? 1 : 0) == 1,
        PossibleKind.Number or PossibleKind.Date or PossibleKind.Seconds or PossibleKind.Months => Low == High && !MayBeNull,
        PossibleKind.Text => Texts is [_] && !TextsExcluded && !MayBeNull,
        PossibleKind.Known => !MayBeNull,
        _ => false,
    };

    /// <summary>Truth values.</summary>
    public static Possible Truths(bool mayBeTrue, bool mayBeFalse, bool mayBeNull, ulong depends = 0) => new(PossibleKind.Boolean)
    {
        MayBeTrue = mayBeTrue,
        MayBeFalse = mayBeFalse,
        MayBeNull = mayBeNull,
        Depends = (mayBeTrue ? 1 : 0) + (mayBeFalse ? 1 : 0) + (mayBeNull ? 1 : 0) == 1 ? 0 : depends,
    };

    /// <summary>Values between two ends.</summary>
    public static Possible Between(PossibleKind kind, decimal low, bool lowOpen, decimal high, bool highOpen, bool mayBeNull = false, ulong depends = 0) => new(kind)
    {
        Low = low,
        LowOpen = lowOpen,
        High = high,
        HighOpen = highOpen,
        MayBeNull = mayBeNull,
        Depends = low == high && !mayBeNull ? 0 : depends,
    };

    /// <summary>One ordered value.</summary>
    public static Possible Point(PossibleKind kind, decimal value) => new(kind) { Low = value, High = value };

    /// <summary>One of some texts.</summary>
    public static Possible OneOf(string[] texts, bool mayBeNull = false, ulong depends = 0) => new(PossibleKind.Text) { Texts = texts, MayBeNull = mayBeNull, Depends = depends };

    /// <summary>Any text but some.</summary>
    public static Possible AnyTextExcept(string[] texts, bool mayBeNull = false, ulong depends = 0) =>
        new(PossibleKind.Text) { Texts = texts, TextsExcluded = true, MayBeNull = mayBeNull, Depends = depends };

    /// <summary>A value that is known.</summary>
    public static Possible Of(FeelValue value) => value.Kind switch
    {
        FeelKind.Null => Nothing,
        FeelKind.Boolean => Truths(value.IsTrue, value.IsFalse, false),
        FeelKind.Number => Point(PossibleKind.Number, value.AsNumber()!.Value),
        FeelKind.Date => Point(PossibleKind.Date, value.AsDate()!.Value.DayNumber),
        FeelKind.DaysTimeDuration => Point(PossibleKind.Seconds, value.AsSeconds()!.Value),
        FeelKind.YearsMonthsDuration => Point(PossibleKind.Months, value.AsMonths()!.Value),
        FeelKind.String => OneOf([value.AsString()!]),
        _ => new(PossibleKind.Known) { Value = value },
    };

    /// <summary>The value of a set with exactly one.</summary>
    public FeelValue Single() => Kind switch
    {
        PossibleKind.Boolean => MayBeNull ? FeelValue.Null : FeelValue.Of(MayBeTrue),
        PossibleKind.Text => FeelValue.Of(Texts![0]),
        PossibleKind.Known => Value,
        PossibleKind.Nothing or PossibleKind.Anything => FeelValue.Null,
        _ => AtEnd(Kind, Low),
    };

    /// <summary>An ordered value of a kind.</summary>
    public static FeelValue AtEnd(PossibleKind kind, decimal end) => kind switch
    {
        PossibleKind.Number => FeelValue.Of(end),
        PossibleKind.Date => FeelValue.Of(DateOnly.FromDayNumber((int)end)),
        PossibleKind.Seconds => FeelValue.OfSeconds(end),
        _ => FeelValue.OfMonths(Months(end)),
    };

    /// <summary>An end of a set of months; ends beyond every calendar are moved to where they still are so.</summary>
    public static long Months(decimal end) => (long)Math.Clamp(end, -1_000_000_000_000m, 1_000_000_000_000m);

    /// <summary>The same set hanging on these slots (when it holds more than one value).</summary>
    public Possible On(ulong depends) => this with { Depends = IsSingle ? 0 : depends };

    /// <summary>The same set, with or without null.</summary>
    public Possible WithNull(bool mayBeNull) => this with { MayBeNull = mayBeNull };

    /// <summary>All values of either set.</summary>
    public static Possible Union(in Possible left, in Possible right, ulong depends)
    {
        if (left.Kind == PossibleKind.Nothing || right.Kind == PossibleKind.Nothing)
        {
            var other = left.Kind == PossibleKind.Nothing ? right : left;
            return (other with { MayBeNull = true }).On(depends | other.Depends);
        }

        if (left.Kind != right.Kind)
        {
            return Anything.On(depends);
        }

        var mayBeNull = left.MayBeNull || right.MayBeNull;
        return left.Kind switch
        {
            PossibleKind.Boolean => Truths(left.MayBeTrue || right.MayBeTrue, left.MayBeFalse || right.MayBeFalse, mayBeNull, depends),
            PossibleKind.Text when !left.TextsExcluded && !right.TextsExcluded => OneOf([.. left.Texts!.Union(right.Texts!, StringComparer.Ordinal)], mayBeNull).On(depends),
            PossibleKind.Text => AnyTextExcept([], mayBeNull, depends),
            PossibleKind.Known => left.Value == right.Value ? left with { MayBeNull = mayBeNull } : Anything.On(depends),
            PossibleKind.Anything => Anything.On(depends),
            _ => Hull(left, right, mayBeNull, depends),
        };
    }

    private static Possible Hull(in Possible left, in Possible right, bool mayBeNull, ulong depends)
    {
        var lowFromLeft = left.Low < right.Low || (left.Low == right.Low && !left.LowOpen);
        var highFromLeft = left.High > right.High || (left.High == right.High && !left.HighOpen);
        return Between(
            left.Kind,
            lowFromLeft ? left.Low : right.Low,
            lowFromLeft ? left.LowOpen : right.LowOpen,
            highFromLeft ? left.High : right.High,
            highFromLeft ? left.HighOpen : right.HighOpen,
            mayBeNull,
            depends);
    }
}
