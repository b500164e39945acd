using Wenbao.Funds;
using Wenbao.Platform.Operations;

namespace Wenbao.Policies.Entitlements;

/// <summary>Which entitlements a reader may see, for lists.</summary>
internal static class EntitlementViews
{
    /// <summary>The states of live entitlements, for statements.</summary>
    public static readonly EntitlementState[] LiveStates = [.. Enum.GetValues<EntitlementState>().Where(s => s.IsLive())];

    /// <summary>Those of the reader's own subjects; of his departments' policies for officers.</summary>
    public static IQueryable<Entitlement> Visible(IQueryable<Entitlement> entitlements, OperationScope scope)
    {
        if (scope.Departments is { } departments && !scope.Has(Duty.Owner))
        {
            entitlements = entitlements.Where(e => departments.Contains(e.Department));
        }

        return scope.Subjects is { } subjects ? entitlements.Where(e => subjects.Contains(e.Subject)) : entitlements;
    }

    /// <summary>What the reader may do with an entitlement as it stands; the operations check it all again.</summary>
    public static IEnumerable<EntitlementAction> ActionsOf(Entitlement entitlement, PaymentState? payment, OperationScope scope)
    {
        var decides = scope.Has(Duty.PolicyOfficer) || scope.Has(Duty.DepartmentOfficer);
        if (decides && entitlement is { State: EntitlementState.Claimed, IsHeld: false } && !(entitlement.Mode == "review" && entitlement.ClaimedBy == scope.Actor))
        {
            yield return EntitlementAction.Grant;
        }

        var isOpen = entitlement.State.IsOpen();
        if (decides && isOpen)
        {
            yield return EntitlementAction.Refuse;
        }

        // Up to the release of the batch; whether it is released is looked at when somebody holds it.
        var isStoppable = HeldMoney.IsPaid(entitlement) && payment is { Stage: PaymentStage.Committed or PaymentStage.Published or PaymentStage.Held or PaymentStage.Payable or PaymentStage.Batched or PaymentStage.Returned };
        if (decides && (isOpen || isStoppable))
        {
            yield return entitlement.IsHeld ? EntitlementAction.Unhold : EntitlementAction.Hold;
        }

        // Once the file is with the bank it can only be recovered.
        var isOut = payment is { Stage: PaymentStage.HandedOver or PaymentStage.Accepted or PaymentStage.Paid or PaymentStage.Recovering or PaymentStage.Recovered };
        if (decides && (entitlement.State.IsGranted() || entitlement.State == EntitlementState.Waiting) && !isOut)
        {
            yield return EntitlementAction.Revoke;
        }

        if (entitlement.DecisionVersion is not null && (decides || scope.Has(Duty.FinanceOfficer) || scope.Has(Duty.Auditor) || scope.Has(Duty.Operator)))
        {
            yield return EntitlementAction.Replay;
        }
    }
}
