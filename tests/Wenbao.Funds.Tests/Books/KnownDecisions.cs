using System.Data.Common;
using System.Globalization;
using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Tests.Books;

/// <summary>Knows a decision for every entitlement; odd ones are of persons.</summary>
internal sealed class KnownDecisions : IDecisionReferences
{
    public Task<IReadOnlyDictionary<long, EntryGround>> FindAsync(DbConnection connection, SqlDialect dialect, IReadOnlyCollection<long> entitlements, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<long, EntryGround>>(entitlements.ToDictionary(e => e, Ground));

    private static EntryGround Ground(long entitlement)
    {
        var number = entitlement.ToString(CultureInfo.InvariantCulture);
        var isPerson = entitlement % 2 == 1;
        return new EntryGround(
            new DecisionReference(
                "scale-award", new LocalizedText("升规奖励", "Scale-up award"), "v1", "c3", isPerson ? "person" : "enterprise", "P" + number, isPerson ? "王小明" : "=试验,“甲”\"有限公司", isPerson,
                "2020", new DateOnly(2020, 3, 16), "model"),
            "E2E" + number);
    }
}
