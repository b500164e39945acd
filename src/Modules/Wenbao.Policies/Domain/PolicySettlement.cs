using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>Which fund line pays, and how the levels share (资金来源).</summary>
/// <param name="When">FEEL over the names of the policy's inputs: for which cases; null for all that no earlier rule takes.</param>
/// <param name="Line">The fund line's id.</param>
/// <param name="Shares">How the levels share.</param>
public sealed record PolicyFunding(string? When, string Line, FundShares Shares);

/// <summary>Who is paid (收款方).</summary>
public enum PayeeKind
{
    /// <summary>The subject itself.</summary>
    Subject,

    /// <summary>A subject that an attribute of the subject refers to, such as a project's owner or a household's head.</summary>
    Reference,

    /// <summary>One of the pack's parties (<c>funds/parties.yaml</c>), named by a field of the case or an attribute of the subject.</summary>
    Party,
}

/// <summary>A rule that names the payee (收款方规则).</summary>
/// <param name="When">FEEL over the names of the policy's inputs; null for all that no earlier rule takes.</param>
/// <param name="Kind">Who it is.</param>
/// <param name="Role">The catalogue's word: <c>subject</c>, <c>bank</c>, <c>designated_hospital</c> and so on.</param>
/// <param name="From">The reference attribute, or the field or attribute that holds the party's id; null for the subject itself.</param>
/// <param name="Party">A party's id that is the same for all cases (a supplier under contract); null otherwise.</param>
/// <param name="Text">Who it is, in words.</param>
public sealed record PayeeRule(string? When, PayeeKind Kind, string Role, string? From, string? Party, LocalizedText Text);

/// <summary>What makes an event, so that it is granted once (事件标识).</summary>
/// <param name="Inputs">Inputs whose values, with the subject, identify it; empty when a record does, or when the period is enough.</param>
/// <param name="Record">The record list; null when inputs identify it.</param>
/// <param name="IsJudgedRecord">Whether one case is one record; false when the list is an input whose consumed records are left out on reading.</param>
/// <param name="Fields">The record's fields that identify it, across all policies that share it.</param>
/// <param name="Group">The name under which sharing policies keep the identities; equal for policies that share.</param>
/// <param name="Identity">What identifies it, in words.</param>
/// <remarks>
/// A field is a field of the record, <c>CHILD.FIELD</c> for one event a record of a child list, <see cref="SubjectField"/> or <see cref="TermField"/>; the texts are joined by
/// <c>|</c> in this order, so that the policies of a group give one event the same text.
/// </remarks>
public sealed record EventKey(IReadOnlyList<string> Inputs, string? Record, bool IsJudgedRecord, IReadOnlyList<string> Fields, string Group, LocalizedText? Identity)
{
    /// <summary>The field that stands for the subject's public id.</summary>
    public const string SubjectField = "$subject";

    /// <summary>The field that stands for the first day of the school term that the evaluation date lies in.</summary>
    public const string TermField = "$term";

    /// <summary>The policies that share its events, in order; empty when none do.</summary>
    public IReadOnlyList<string> SharedWith { get; init; } = [];

    /// <summary>
    /// Whether the list is an input of the model, so that deciding leaves out what is consumed. False with a list that is not judged record by record either: a grant consumes
    /// every record that the subject has there, and there is none to give while one of them is consumed by somebody else.
    /// </summary>
    public bool IsInput { get; init; }
}

/// <summary>What a revolving fund lends under a policy (借用): the sum and the days stand in inputs, the policy's amount is the cost saved.</summary>
/// <param name="AmountInput">The input that holds the sum lent, in yuan.</param>
/// <param name="DaysInput">The input that holds the days it is out.</param>
/// <param name="ContractField">The field of the event's key that holds the number of the loan contract it bridges; null to take the whole key.</param>
public sealed record PolicyLoan(string AmountInput, string DaysInput, string? ContractField = null);

/// <summary>A relief that grows month by month within one entitlement (按月累计).</summary>
/// <param name="Record">The record list of the months.</param>
/// <param name="FirstMonth">The first month that counts.</param>
/// <param name="LastMonth">The last one.</param>
public sealed record PolicyAccrual(string Record, YearMonth FirstMonth, YearMonth LastMonth);

/// <summary>A month of a year (所属月).</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, 1 to 12.</param>
public readonly record struct YearMonth(int Year, int Month)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
