using System.Globalization;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>How writers wait for each other on PostgreSQL; on SQLite one writer is inside at a time anyway.</summary>
internal static class Locking
{
    private const long PaymentsKey = 0x46_4E_44_50_41_59; // "FNDPAY"

    /// <summary>The end of a SELECT that holds the rows of a table until the unit of work ends.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="alias">The table's alias.</param>
    public static string Lock(this IUnitOfWork work, string alias) => work.Database.Kind == DatabaseKind.PostgreSql ? $" FOR UPDATE OF {alias}" : "";

    /// <summary>Lets one operation at a time move payments: publishing, batches, bank messages, releases, recoveries. Taken before any row is held, so that no two wait for each other. Committing money and objecting go past it.</summary>
    public static async Task HoldPaymentsAsync(this IUnitOfWork work, CancellationToken cancel)
    {
        if (work.Database.Kind == DatabaseKind.PostgreSql)
        {
            await work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({PaymentsKey})"), cancel).ConfigureAwait(false);
        }
    }
}
