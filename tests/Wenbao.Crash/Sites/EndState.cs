using System.Globalization;
using System.Text;
using Wenbao.Platform.Data;

namespace Wenbao.Crash.Sites;

/// <summary>What a run came to, as text: alike for two runs that did the same, however often they were broken off. Numbers that a database gives out, moments and hashes are left out.</summary>
internal static class EndState
{
    private static readonly string[] Contents =
    [
        "SELECT firm_no, apprentices, training_cost, bank_account FROM reg_enterprise ORDER BY firm_no",
        "SELECT operation, actor, count(*) FROM plt_audit GROUP BY operation, actor ORDER BY operation, actor",
        "SELECT event, count(*), count(done_at), max(attempts) FROM plt_outbox GROUP BY event ORDER BY event",
        "SELECT handler, count(*) FROM plt_processed GROUP BY handler ORDER BY handler",
        "SELECT a.line, a.level, a.stage, b.debit_fen, b.credit_fen FROM fnd_balance b JOIN fnd_account a ON a.id = b.account_id ORDER BY a.line, a.level, a.stage",
        "SELECT id, policy, subject, case_key, state, is_held, amount_fen, version, receipt, accepted_number, claimed_by, claimed_on FROM pol_entitlement ORDER BY id",
        "SELECT recipient, kind, count(*) FROM pol_notice GROUP BY recipient, kind ORDER BY recipient, kind",
        "SELECT v.kind, v.day, count(*), count(DISTINCT v.id), sum(e.amount_fen) FROM fnd_voucher v JOIN fnd_entry e ON e.voucher_id = v.id GROUP BY v.kind, v.day ORDER BY v.kind, v.day",
        "SELECT entitlement, stage, is_held, amount_fen, since, paid_on, (SELECT count(*) FROM fnd_batch b WHERE b.id <= fnd_commitment.batch), attempts, recovered_fen FROM fnd_commitment ORDER BY entitlement",
        "SELECT entitlement_id, version, deed, \"on\", actor, state, amount_fen FROM pol_entitlement_event ORDER BY entitlement_id, version",
        "SELECT entitlement_id, version, decided_on, decided_by, outcome, amount_fen FROM pol_decision ORDER BY entitlement_id, version",
    ];

    public static async Task<string> ReadAsync(Database database)
    {
        var text = new StringBuilder();
        await using var connection = await database.OpenAsync();
        foreach (var sql in Contents)
        {
            await WriteAsync(sql);
        }

        // Every table, those that nobody thought of included, has as many rows.
        var tables = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = database.Kind == DatabaseKind.Sqlite
                ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
                : "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name";
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                tables.Add(row.GetString(0));
            }
        }

        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            await WriteAsync($"SELECT '{table}', count(*) FROM \"{table}\"");
        }

        return text.ToString();

        async Task WriteAsync(string sql)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // statements and names of the tables come from here
            command.CommandText = sql;
#pragma warning restore CA2100
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                text.AppendJoin(' ', Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))).Append('\n');
            }
        }
    }
}
