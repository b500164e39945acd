using Wenbao.Kernel;

namespace Wenbao.Policies.Entitlements;

/// <summary>Lets granted reliefs grow with the months (按月累计).</summary>
internal static class Accruing
{
    /// <summary>Raises what has become larger.</summary>
    /// <returns>How many grew, by how much, and the entitlements that would be smaller or none.</returns>
    public static (long Raised, Money Difference, List<long> Differing) Apply(ClaimBook book, ClaimAudience audience, IEnumerable<CaseToDecide> cases, string decidedBy)
    {
        var (raised, difference, differing) = (0L, Money.Zero, new List<long>());
        foreach (var one in cases)
        {
            var entitlement = one.Target.Existing!;
            if (one.Judged is not { IsEligible: true } judged || judged.Amount < entitlement.Amount)
            {
                differing.Add(entitlement.Id);
            }
            else if (judged.Amount > entitlement.Amount)
            {
                raised++;
                difference += judged.Amount - entitlement.Amount;
                book.Raise(entitlement, audience, judged, decidedBy);
            }
        }

        return (raised, difference, differing);
    }
}
