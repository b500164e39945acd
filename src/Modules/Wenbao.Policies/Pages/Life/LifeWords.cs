using System.Globalization;
using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit;
using Wenbao.WebKit.Controls;

namespace Wenbao.Policies.Pages.Life;

/// <summary>States, files, values and changes of a policy's life as words and signs.</summary>
internal static class LifeWords
{
    /// <summary>The sign of a draft's state.</summary>
    public static StateKind Sign(DraftState state) => state switch
    {
        DraftState.Published => StateKind.Good,
        DraftState.Discarded => StateKind.Bad,
        DraftState.Submitted => StateKind.Star,
        _ => StateKind.Near,
    };

    /// <summary>The sign of how a policy stands.</summary>
    public static StateKind Sign(PolicyStandingKind kind) => kind switch
    {
        PolicyStandingKind.InForce => StateKind.Good,
        PolicyStandingKind.Suspended => StateKind.Bad,
        _ => StateKind.Unknown,
    };

    /// <summary>The sign of a change's state.</summary>
    public static StateKind Sign(PolicyChangeState state) => state switch
    {
        PolicyChangeState.Done => StateKind.Good,
        PolicyChangeState.Rejected => StateKind.Bad,
        PolicyChangeState.Waiting => StateKind.Star,
        _ => StateKind.Near,
    };

    /// <summary>The number in front of a version's digest.</summary>
    public static string Number(string version) => VersionNumber.TryOf(version, out var number) ? number.ToString() : version;

    /// <summary>What one of the five files holds.</summary>
    public static string File(string name) => name switch
    {
        PolicyFolder.PolicyFile => LifeTexts.FilePolicy,
        PolicyFolder.ParametersFile => LifeTexts.FileParameters,
        PolicyFolder.ModelFile => LifeTexts.FileModel,
        PolicyFolder.ExamplesFile => LifeTexts.FileExamples,
        _ => LifeTexts.FileSource,
    };

    /// <summary>A value as parameters.yaml writes it, for a field to begin with.</summary>
    public static string Written(FeelValue value) => value.AsList() is { } list
        ? string.Join(", ", list.Items.ToArray().Select(Written))
        : value.AsDate() is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.AsNumber() is { } number ? number.ToString("0.############", CultureInfo.InvariantCulture)
        : value.AsString() ?? FeelText.Write(value);

    /// <summary>A difference with its sign: <c>+12</c>, <c>−3</c>, <c>0</c>.</summary>
    public static string Signed(long difference) => difference switch
    {
        > 0 => "+" + ReaderText.Count(difference),
        < 0 => "−" + ReaderText.Count(-difference),
        _ => "0",
    };

    /// <summary>A difference of money with its sign.</summary>
    public static string SignedMoney(long fen) => fen switch
    {
        > 0 => "+" + new Money(fen).ForPeople(),
        < 0 => "−" + new Money(-fen).ForPeople(),
        _ => new Money(0).ForPeople(),
    };

    /// <summary>How many more or fewer, in words.</summary>
    public static string MoreOrFewer(long difference) => difference == 0 ? LifeTexts.Unchanged
        : LifeTexts.Fill(difference > 0 ? LifeTexts.MoreBy : LifeTexts.FewerBy, ReaderText.Count(Math.Abs(difference)));

    /// <summary>How much more or less, in words.</summary>
    public static string MoreOrLess(long fen) => fen == 0 ? LifeTexts.Unchanged
        : LifeTexts.Fill(fen > 0 ? LifeTexts.MoneyMore : LifeTexts.MoneyLess, new Money(Math.Abs(fen)).ForPeople());

    /// <summary>How an open entitlement would change.</summary>
    public static string Effect(OpenEffectKind kind) => kind switch
    {
        OpenEffectKind.More => LifeTexts.EffectMore,
        OpenEffectKind.Less => LifeTexts.EffectLess,
        OpenEffectKind.Begins => LifeTexts.EffectBegins,
        OpenEffectKind.Ends => LifeTexts.EffectEnds,
        _ => LifeTexts.EffectDatum,
    };

    /// <summary>The sign of a change of an open entitlement.</summary>
    public static StateKind Sign(OpenEffectKind kind) => kind switch
    {
        OpenEffectKind.More or OpenEffectKind.Begins => StateKind.Good,
        OpenEffectKind.NeedsDatum => StateKind.Unknown,
        _ => StateKind.Bad,
    };

    /// <summary>A dimension's name.</summary>
    public static string Dimension(string dimension) => dimension switch
    {
        "town" => PageTexts.Town,
        "industry" => PageTexts.Industry,
        _ => PageTexts.Size,
    };

    /// <summary>The next first of a month after a day: what “from next month on” means.</summary>
    public static DateOnly NextMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    /// <summary>A day as a date field takes it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
