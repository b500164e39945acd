using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>A policy (政策) as its pack folder declares it: what it says, whom it reaches, and where its model's inputs come from. Immutable.</summary>
public sealed record Policy
{
    /// <summary>The most conditions a policy may have: one a bit of the masks that a pass keeps.</summary>
    public const int ConditionsMax = 32;

    /// <summary>The catalogue id, such as <c>stable-employment-refund</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The number in the catalogue, from 1; lists are shown in this order.</summary>
    public required int Number { get; init; }

    /// <summary>The official title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>For whom and how much, in one or two plain sentences.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>The level of government that issued it: <c>national</c>, <c>province</c>, <c>city</c> or <c>district</c>.</summary>
    public required string Level { get; init; }

    /// <summary>The department in charge.</summary>
    public required LocalizedText Department { get; init; }

    /// <summary>The subject type it is decided for, an id of the registry's declaration.</summary>
    public required string Audience { get; init; }

    /// <summary>FEEL over the attribute ids of the audience: who is judged at all; null when everyone is.</summary>
    public string? AudienceFilter { get; init; }

    /// <summary>How it is handled: <c>auto_grant</c> 免申即享, <c>instant</c> 秒批 or <c>review</c> 审核.</summary>
    public required string Mode { get; init; }

    /// <summary>What the amount is: <c>grant</c>, <c>relief</c>, <c>deferral</c> or <c>in_kind</c>.</summary>
    public required string AmountKind { get; init; }

    /// <summary>How often it can be had: <c>event</c>, <c>per_year</c> or <c>monthly</c>.</summary>
    public required string PeriodKind { get; init; }

    /// <summary>How it is settled: <c>pay</c>, <c>supplier</c>, <c>book_only</c>, <c>loan</c> or <c>none</c>.</summary>
    public required string Settlement { get; init; }

    /// <summary>Who receives the money, in words; null where nobody is paid.</summary>
    public LocalizedText? PayeeText { get; init; }

    /// <summary>How it goes together with other policies, in words.</summary>
    public LocalizedText? StackingRule { get; init; }

    /// <summary>Ids of policies that rule this one out in the same period (互斥).</summary>
    public IReadOnlyList<string> ExclusiveWith { get; init; } = [];

    /// <summary>How policies that rule this one out are found among the grants of other subjects; empty when they are all the subject's own.</summary>
    public IReadOnlyList<PolicyLink> Links { get; init; } = [];

    /// <summary>First and last day of validity.</summary>
    public required Period Validity { get; init; }

    /// <summary>The account it is paid from, in words; null where the pack says nothing.</summary>
    public LocalizedText? FundingAccount { get; init; }

    /// <summary>Which line pays and how it is shared; the first rule that holds is taken. Empty where no money is concerned.</summary>
    public IReadOnlyList<PolicyFunding> Funding { get; init; } = [];

    /// <summary>Who is paid; the first rule that holds is taken. Empty where nobody is.</summary>
    public IReadOnlyList<PayeeRule> Payees { get; init; } = [];

    /// <summary>What makes an event; null when the period is enough.</summary>
    public EventKey? EventKey { get; init; }

    /// <summary>How it grows by month; null when it does not.</summary>
    public PolicyAccrual? Accrual { get; init; }

    /// <summary>Whether the line is taken up by the amount in use instead of the amount granted, as in a revolving fund (在用额).</summary>
    public bool ConsumesOutstandingUse { get; init; }

    /// <summary>Whether a claim gets what is left when the line has less than its amount, as in a compensation fund; otherwise it waits (G8).</summary>
    public bool PaysPartially { get; init; }

    /// <summary>What is lent; null for policies that lend nothing.</summary>
    public PolicyLoan? Loan { get; init; }

    /// <summary>What the rule rests on, in words.</summary>
    public LocalizedText? BasisNote { get; init; }

    /// <summary>The documents asked for, and which of them a register already has.</summary>
    public IReadOnlyList<PolicyMaterial> Materials { get; init; } = [];

    /// <summary>Which decisions are made of one subject.</summary>
    public required DecidePlan Decide { get; init; }

    /// <summary>The inputs of the model, in catalogue order.</summary>
    public required IReadOnlyList<PolicyInput> Inputs { get; init; }

    /// <summary>The conditions, in the order of the model's context.</summary>
    public required IReadOnlyList<PolicyCondition> Conditions { get; init; }

    /// <summary>The steps of the amount, the result last.</summary>
    public required IReadOnlyList<PolicyStep> Steps { get; init; }

    /// <summary>Every threshold, rate, limit and list, dated.</summary>
    public required IReadOnlyList<PolicyParameter> Parameters { get; init; }

    /// <summary>The clause text by anchor, in order.</summary>
    public required IReadOnlyList<PolicyClause> Clauses { get; init; }

    /// <summary>The clauses in English, summarised; empty when the pack gives none.</summary>
    public string ClausesEnglishSummary { get; init; } = "";

    /// <summary>The worked examples that a model must pass.</summary>
    public required IReadOnlyList<PolicyExample> Examples { get; init; }

    /// <summary>The version: a digest of everything that can change a decision, so that equal versions decide alike.</summary>
    public required string Version { get; init; }

    /// <summary>The conditions that the subject can do something about, as a bit mask.</summary>
    internal uint MendableConditions()
    {
        uint mask = 0;
        for (var i = 0; i < Conditions.Count; i++)
        {
            mask |= Conditions[i].Mend is null ? 0 : 1u << i;
        }

        return mask;
    }

    /// <summary>The condition's position, or -1.</summary>
    public int IndexOfCondition(string id)
    {
        for (var i = 0; i < Conditions.Count; i++)
        {
            if (Conditions[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A document that the policy asks for (材料).</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">Whether the policy cannot be had without it.</param>
/// <param name="DeferrableDays">How many days it may come later (容缺); null when it may not.</param>
/// <param name="Registry">The register that already has it, so that nobody is asked; null when the subject hands it in.</param>
public sealed record PolicyMaterial(LocalizedText Name, bool IsRequired, int? DeferrableDays, LocalizedText? Registry);

/// <summary>A condition of eligibility (条件).</summary>
/// <param name="Id">The catalogue's id, such as <c>C1</c>; also the id of the entry in the model.</param>
/// <param name="Reason">What is said when it does not hold.</param>
/// <param name="Clause">The anchor of the clause it stands for.</param>
/// <param name="Mend">What the subject can do to meet it; null when nothing the subject does would help.</param>
public sealed record PolicyCondition(string Id, LocalizedText Reason, string Clause, LocalizedText? Mend)
{
    /// <summary>An English label; the Chinese one is the entry's name in the model. Null when the pack gives none.</summary>
    public string? EnglishLabel { get; init; }
}

/// <summary>A step of the amount's calculation (计算步骤).</summary>
/// <param name="Id">The step's name in the catalogue; also the id of the entry in the model.</param>
/// <param name="Clause">The anchor of the clause it stands for.</param>
/// <param name="EnglishLabel">An English label; the Chinese one is the entry's name in the model.</param>
public sealed record PolicyStep(string Id, string Clause, string EnglishLabel);

/// <summary>A piece of the clause text.</summary>
/// <param name="Anchor">Its anchor, unique in the policy.</param>
/// <param name="Text">The Chinese text.</param>
public sealed record PolicyClause(string Anchor, string Text);

/// <summary>A dated parameter (参数).</summary>
/// <param name="Id">Its id, stable over versions.</param>
/// <param name="Name">Its name; the Chinese one is the member of the context 参数 in the model.</param>
/// <param name="Unit">Its unit, or null for dates, codes and lists.</param>
/// <param name="Clause">The anchor of the clause that sets it.</param>
/// <param name="Values">Its values by the day they start, earliest first.</param>
public sealed record PolicyParameter(string Id, LocalizedText Name, LocalizedText? Unit, string Clause, IReadOnlyList<DatedValue> Values)
{
    /// <summary>The value in force on a day: the last that has started; the first one before any has.</summary>
    public Feel.FeelValue On(DateOnly day)
    {
        var value = Values[0].Value;
        foreach (var dated in Values)
        {
            if (dated.From > day)
            {
                break;
            }

            value = dated.Value;
        }

        return value;
    }
}

/// <summary>A value with the day it starts.</summary>
public sealed record DatedValue(DateOnly From, Feel.FeelValue Value);

/// <summary>A worked example: given inputs and the expected decision.</summary>
/// <param name="Id">Its id within the policy.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Inputs">The inputs under their catalogue names, as JSON.</param>
/// <param name="Expected">The decision expected.</param>
public sealed record PolicyExample(string Id, string Title, System.Text.Json.JsonElement Inputs, ExpectedDecision Expected);

/// <summary>What an example expects.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Failed">Ids of the conditions that do not hold, in order.</param>
/// <param name="Unknown">Ids of those that could hold if a missing datum were there, in order.</param>
/// <param name="AmountYuan">The amount in yuan; 0 when not eligible.</param>
public sealed record ExpectedDecision(Outcome Outcome, IReadOnlyList<string> Failed, IReadOnlyList<string> Unknown, decimal AmountYuan);
