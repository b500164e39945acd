namespace Wenbao.Policies.Entitlements;

/// <summary>In which turns claims of several subject types are decided, since the claims of one type are decided together (受理次序).</summary>
internal static class ClaimTurns
{
    /// <summary>What comes first is decided first, type by type as they alternate.</summary>
    /// <param name="claims">Claims in order of acceptance.</param>
    public static IEnumerable<List<Entitlement>> InOrder(IReadOnlyList<Entitlement> claims)
    {
        for (var at = 0; at < claims.Count;)
        {
            var type = claims[at].SubjectType;
            var turn = claims.Skip(at).TakeWhile(c => c.SubjectType == type).ToList();
            at += turn.Count;
            yield return turn;
        }
    }

    /// <summary>One turn a type, unless types want money of one line: there the order of acceptance runs over all of them. Source: catalogue rule G8.</summary>
    /// <param name="claims">Claims in order of acceptance.</param>
    public static IEnumerable<List<Entitlement>> Of(IReadOnlyList<Entitlement> claims)
    {
        var compete = claims.Where(c => c.Line is not null).Select(c => (c.Line, c.SubjectType)).Distinct().GroupBy(c => c.Line).Any(line => line.Skip(1).Any());
        return compete ? InOrder(claims) : claims.GroupBy(c => c.SubjectType).Select(type => type.ToList());
    }
}
