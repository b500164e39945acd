using System.Globalization;
using Wenbao.Feel;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Deciding;

namespace Wenbao.Policies.Matching;

/// <summary>Reads one input of a policy for a case.</summary>
internal abstract class InputBinding
{
    /// <summary>The value; null means what the input's null kind says.</summary>
    public abstract FeelValue Read(in CaseContext at);
}

/// <summary>The evaluation date.</summary>
internal sealed class EvaluationDateBinding : InputBinding
{
    public override FeelValue Read(in CaseContext at) => FeelValue.Of(at.EvaluationDate);
}

/// <summary>The month of the evaluation date.</summary>
internal sealed class EvaluationMonthBinding : InputBinding
{
    public override FeelValue Read(in CaseContext at) => FeelValue.Of(MonthText.Of(at.EvaluationDate));
}

/// <summary>The start of the school term that the evaluation date lies in.</summary>
internal sealed class TermStartBinding(PolicySurroundings surroundings) : InputBinding
{
    public override FeelValue Read(in CaseContext at) => FeelValue.Of(surroundings.TermStartOf(at.EvaluationDate));
}

/// <summary>A column of the scan.</summary>
internal sealed class ColumnBinding(int column) : InputBinding
{
    /// <summary>The column.</summary>
    public int Column { get; } = column;

    public override FeelValue Read(in CaseContext at) => at.Values[Column];
}

/// <summary>A field of the record judged.</summary>
internal sealed class RecordFieldBinding(int field) : InputBinding
{
    public override FeelValue Read(in CaseContext at) => at.Record is { } record ? record[field] : FeelValue.Null;
}

/// <summary>A whole list of the subject, laid out for the model.</summary>
internal sealed class ListBinding(int list, RecordLayout layout) : InputBinding
{
    public override FeelValue Read(in CaseContext at) => layout.Convert(at.Lists[list]);
}

/// <summary>The child records of the record judged, laid out for the model.</summary>
internal sealed class ChildListBinding(int field, RecordLayout layout) : InputBinding
{
    public override FeelValue Read(in CaseContext at) => layout.Convert(at.Record is { } record ? record[field].AsList() : null);
}

/// <summary>The sum of a field over the records of the evaluation month.</summary>
internal sealed class MonthlySumBinding(int list, int monthField, int valueField, FeelValue otherwise) : InputBinding
{
    public override FeelValue Read(in CaseContext at)
    {
        if (at.Lists[list] is not { Count: > 0 } records)
        {
            return otherwise;
        }

        var month = MonthText.Of(at.EvaluationDate);
        decimal? sum = null;
        foreach (var item in records.Items)
        {
            var record = item.AsContext()!;
            if (record[monthField].AsString() == month)
            {
                sum = (sum ?? 0m) + (record[valueField].AsNumber() ?? 0m);
            }
        }

        return sum is { } total ? FeelValue.Of(total) : otherwise;
    }
}

/// <summary>The value of a published series for the evaluation month.</summary>
internal sealed class MonthlySeriesBinding(MonthlySeries series) : InputBinding
{
    public override FeelValue Read(in CaseContext at) => FeelValue.Of(series.Of(at.EvaluationDate));
}

/// <summary>The last value of a series published on or before a date of the record.</summary>
internal sealed class PublishedSeriesBinding(MonthlySeries series, int dateField) : InputBinding
{
    public override FeelValue Read(in CaseContext at) =>
        at.Record?[dateField].AsDate() is { } on ? FeelValue.Of(series.LastPublished(on)) : FeelValue.Null;
}

/// <summary>The policies granted in the same period.</summary>
internal sealed class GrantedBinding(Policy policy, bool inOrder) : InputBinding
{
    private static readonly FeelValue None = FeelValue.Of(FeelList.Empty);

    public override FeelValue Read(in CaseContext at) =>
        inOrder ? FeelValue.Of(at.Memory.GrantedIn(policy.PeriodKind, at.EvaluationDate, policy.Id)) : None;
}

/// <summary>The policies really granted in the period of the case, this one included when it was granted for the same period before.</summary>
internal sealed class RegisteredGrantsBinding(Policy policy, IReadOnlyList<LinkColumn> links) : InputBinding
{
    public override FeelValue Read(in CaseContext at)
    {
        var values = at.Values;
        return FeelValue.Of(at.Memory.GrantedFor(policy, at.EvaluationDate, at.CaseKey, grant => LinkColumn.IsLinked(links, values, grant)));
    }
}

/// <summary>The values that an input had in earlier grants.</summary>
internal sealed class GrantedValuesBinding(string policy, InputSource.GrantedValues source) : InputBinding
{
    public override FeelValue Read(in CaseContext at) => FeelValue.Of(at.Memory.ValuesOf(policy, source, at.EvaluationDate));
}

/// <summary>Whether the policy was granted before for an event with the same values.</summary>
internal sealed class GrantedSameBinding(Policy policy, InputSource.GrantedSame source) : InputBinding
{
    public override FeelValue Read(in CaseContext at) => at.CaseKey is { } key ? FeelValue.Of(at.Memory.IsGrantedSame(policy, source, at.EvaluationDate, key)) : source.Start;
}

/// <summary>Whether a linked subject has a grant.</summary>
internal sealed class GrantedLinkedBinding(Policy policy, LinkColumn link) : InputBinding
{
    public override FeelValue Read(in CaseContext at)
    {
        var values = at.Values;
        return FeelValue.Of(at.Memory.IsGrantedElsewhere(policy, at.EvaluationDate, at.CaseKey, grant => LinkColumn.IsLinked([link], values, grant)));
    }
}

/// <summary>What a case never reads but grants tell of: the value while nothing is known of them.</summary>
internal sealed class StartBinding(FeelValue start) : InputBinding
{
    public override FeelValue Read(in CaseContext at) => start;
}

/// <summary>A link to other subjects, and the column of the attribute that names them; -1 where the other side names this one or a record joins them.</summary>
internal readonly record struct LinkColumn(PolicyLink Link, int Column)
{
    /// <summary>Whether a grant of another subject was found by one of the links, and the subject is still joined to it on the day of the values.</summary>
    public static bool IsLinked(IReadOnlyList<LinkColumn> links, FeelValue[] values, in SubjectMemory.Grant grant)
    {
        foreach (var (link, column) in links)
        {
            if (ReferenceEquals(link, grant.Link))
            {
                return column < 0 || values[column].AsString() == grant.LinkedSubject;
            }
        }

        return false;
    }
}

/// <summary>A balance of the ledger: what a line has free, or whether the subject has a use of it outstanding.</summary>
internal sealed class FundBinding(InputSource.Balance source) : InputBinding
{
    /// <summary>The ending of an account's name that asks for the subject's outstanding use of the line before it.</summary>
    public const string OutstandingEnding = "_outstanding";

    private readonly bool asksOutstanding = source.Account.EndsWith(OutstandingEnding, StringComparison.Ordinal);

    /// <summary>The line asked about.</summary>
    public string Line => asksOutstanding ? source.Account[..^OutstandingEnding.Length] : source.Account;

    /// <summary>Whether the subject's outstanding use is asked for, not the line's free money.</summary>
    public bool AsksOutstanding => asksOutstanding;

    public override FeelValue Read(in CaseContext at) => at.Memory.Funds is not { } funds ? source.Start
        : asksOutstanding ? funds.HasOutstanding(Line) is { } outstanding ? FeelValue.Of(outstanding) : source.Start
        : funds.FreeYuan(Line) is { } free ? FeelValue.Of(free) : source.Start;
}

/// <summary>A list of the subject without the records that another entitlement has used.</summary>
internal sealed class FreeRecordsBinding(int list, RecordLayout layout) : InputBinding
{
    /// <summary>The list.</summary>
    public int List { get; } = list;

    public override FeelValue Read(in CaseContext at) => layout.Convert(at.FreeRecords ?? at.Lists[List]);
}

/// <summary>Something accumulated over earlier cases of the same policy.</summary>
internal sealed class AccumulatedBinding(string policy, InputSource.Accumulated source) : InputBinding
{
    public override FeelValue Read(in CaseContext at) => source.Kind == AccumulationKind.Constant || source.Start.AsNumber() is not { } start
        ? source.Start
        : FeelValue.Of(start + at.Memory.Accumulate(policy, source.Kind, source.Span, at.EvaluationDate));
}

/// <summary>A balance used up by earlier cases of the same policy; never below zero.</summary>
internal sealed class BalanceBinding(string policy, InputSource.Balance source) : InputBinding
{
    public override FeelValue Read(in CaseContext at) => source.LessStep is not { } step || source.Start.AsNumber() is not { } start
        ? source.Start
        : FeelValue.Of(Math.Max(0m, start - at.Memory.UsedUp(policy, step, at.EvaluationDate)));
}

/// <summary>Months as text.</summary>
internal static class MonthText
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, string> Made = new();

    /// <summary>The month of a day, such as <c>2020-06</c>.</summary>
    public static string Of(DateOnly day) =>
        Made.GetOrAdd((day.Year * 12) + day.Month - 1, static at => string.Create(CultureInfo.InvariantCulture, $"{at / 12:0000}-{(at % 12) + 1:00}"));
}
