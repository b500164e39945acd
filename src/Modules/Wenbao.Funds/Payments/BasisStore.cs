using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>Keeps what many decisions rest on alike, once.</summary>
internal static class BasisStore
{
    /// <summary>What tells one from another.</summary>
    internal readonly record struct Key(string Policy, string Version, string Clause);

    /// <summary>The rows of decisions, made where they are missing.</summary>
    public static async Task<Dictionary<Key, long>> EnsureAsync(IUnitOfWork work, IEnumerable<DecisionReference> decisions, CancellationToken cancel)
    {
        var rows = new Dictionary<Key, long>();
        foreach (var decision in decisions.DistinctBy(KeyOf))
        {
            rows[KeyOf(decision)] = await FindAsync(work, decision, cancel).ConfigureAwait(false) ?? await MakeAsync(work, decision, cancel).ConfigureAwait(false);
        }

        return rows;
    }

    /// <summary>What tells a decision's basis from others.</summary>
    public static Key KeyOf(DecisionReference decision) => new(decision.Policy, decision.Version, decision.Clause);

    private static async Task<long> MakeAsync(IUnitOfWork work, DecisionReference decision, CancellationToken cancel)
    {
        var insert = work.Command("INSERT INTO fnd_basis (policy, version, clause, title_zh, title_en) VALUES (@policy, @version, @clause, @zh, @en) ON CONFLICT DO NOTHING")
            .With(work.Dialect, "policy", ColumnType.Text, decision.Policy)
            .With(work.Dialect, "version", ColumnType.Text, decision.Version)
            .With(work.Dialect, "clause", ColumnType.Text, decision.Clause)
            .With(work.Dialect, "zh", ColumnType.Text, decision.PolicyTitle.Zh)
            .With(work.Dialect, "en", ColumnType.Text, decision.PolicyTitle.En);
        await using (insert.ConfigureAwait(false))
        {
            await insert.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }

        return (await FindAsync(work, decision, cancel).ConfigureAwait(false))!.Value;
    }

    private static async Task<long?> FindAsync(IUnitOfWork work, DecisionReference decision, CancellationToken cancel)
    {
        var select = work.Command("SELECT id FROM fnd_basis WHERE policy = @policy AND version = @version AND clause = @clause")
            .With(work.Dialect, "policy", ColumnType.Text, decision.Policy)
            .With(work.Dialect, "version", ColumnType.Text, decision.Version)
            .With(work.Dialect, "clause", ColumnType.Text, decision.Clause);
        await using (select.ConfigureAwait(false))
        {
            return (long?)await select.ExecuteScalarAsync(cancel).ConfigureAwait(false);
        }
    }
}
