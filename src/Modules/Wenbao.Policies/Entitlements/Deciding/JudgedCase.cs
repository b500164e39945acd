using Wenbao.Feel;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>A case that was decided for a claim, with everything that has to be kept.</summary>
internal sealed class JudgedCase
{
    /// <summary>The policy's plan.</summary>
    public required ClaimPlan Plan { get; init; }

    /// <summary>The subject as it was read.</summary>
    public required SubjectRow Row { get; init; }

    /// <summary>The evaluation date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The key of the case.</summary>
    public required string CaseKey { get; init; }

    /// <summary>The decision.</summary>
    public required CaseDecision Decision { get; init; }

    /// <summary>The amount; nought unless eligible.</summary>
    public required Money Amount { get; init; }

    /// <summary>Inputs, steps and outcome as they are stored (<see cref="FrozenDecision"/>).</summary>
    public required byte[] Frozen { get; init; }

    /// <summary>The identities of the events that it uses up; empty unless eligible or undetermined.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>What is lent under it; nought for policies that lend nothing.</summary>
    public required Money Lent { get; init; }

    /// <summary>The days it is lent for; 0 for policies that lend nothing.</summary>
    public required int LentDays { get; init; }

    /// <summary>Which line pays; null when no money is concerned, or it is not eligible.</summary>
    public required PolicyFunding? Funding { get; init; }

    /// <summary>Who is paid; null when nobody is or no account is known.</summary>
    public required Payee? Payee { get; init; }

    /// <summary>The rule that names the payee; null when nobody is paid.</summary>
    public required PayeeRule? PayeeRule { get; init; }

    /// <summary>The steps of the amount, when later cases ask for them; empty otherwise.</summary>
    public required IReadOnlyList<(string Step, FeelValue Value)> Steps { get; init; }

    /// <summary>The inputs that later cases ask for; empty when none does.</summary>
    public required IReadOnlyList<(string Input, FeelValue Value)> InputsRead { get; init; }

    /// <summary>Whether it is eligible.</summary>
    public bool IsEligible => Decision.Outcome == Outcome.Eligible;

    /// <summary>Whether it is eligible and somebody has to be paid, but no account is known.</summary>
    public bool LacksAccount => IsEligible && Plan.NeedsPayee && Amount > Money.Zero && Payee is null;

    /// <summary>It as a grant that later cases of the subject count.</summary>
    public SubjectMemory.Grant AsGrant(long entitlement) => new(Plan.Policy.Id, Plan.Policy.PeriodKind, On, Amount.Yuan, Steps)
    {
        Entitlement = entitlement,
        CaseKey = CaseKey,
        Scope = Plan.Scope,
        Inputs = InputsRead,
    };
}
