using System.Globalization;
using System.Text;
using Wenbao.Platform.Data;

namespace Wenbao.Crash.Sites;

/// <summary>What holds of money and entitlements at every moment, also while events wait to be handed out: each law is a statement that selects what breaks it.</summary>
internal static class MoneyLaws
{
    /// <summary>What of every entitlement has left for good, less what came back, from the entries alone.</summary>
    private const string Settled =
        """
        SELECT e.entitlement, SUM(CASE WHEN d.stage IN ('Paid', 'Returned') THEN e.amount_fen ELSE 0 END) - SUM(CASE WHEN c.stage IN ('Paid', 'Returned') THEN e.amount_fen ELSE 0 END) AS fen
        FROM fnd_entry e JOIN fnd_account d ON d.id = e.debit_account JOIN fnd_account c ON c.id = e.credit_account
        WHERE e.entitlement IS NOT NULL GROUP BY e.entitlement
        """;

    private static readonly (string Name, string Broken)[] Laws =
    [
        ("Nothing is paid twice, nor in part",
            $"SELECT s.entitlement, s.fen, c.amount_fen FROM ({Settled}) s JOIN fnd_commitment c ON c.entitlement = s.entitlement AND c.stage <> 'Released' WHERE s.fen NOT IN (0, c.amount_fen)"),
        ("What is shown as paid has left, and nothing else has",
            $"SELECT c.entitlement, c.stage, s.fen FROM fnd_commitment c LEFT JOIN ({Settled}) s ON s.entitlement = c.entitlement WHERE c.stage <> 'Released' AND (c.stage IN ('Paid', 'Recovering', 'Recovered')) <> (COALESCE(s.fen, 0) = c.amount_fen)"),
        ("An entitlement has one commitment that holds",
            "SELECT entitlement, count(*) FROM fnd_commitment WHERE stage <> 'Released' GROUP BY entitlement HAVING count(*) > 1"),
        ("What is granted has its money",
            "SELECT id, state FROM pol_entitlement p WHERE state IN ('Granted', 'Settled') AND NOT EXISTS (SELECT 1 FROM fnd_commitment c WHERE c.entitlement = p.id AND c.amount_fen = p.amount_fen)"),
        ("Money is held for what is granted",
            "SELECT c.entitlement, c.stage FROM fnd_commitment c LEFT JOIN pol_entitlement p ON p.id = c.entitlement WHERE c.stage <> 'Released' AND COALESCE(p.state, '') NOT IN ('Granted', 'Settled', 'Recovered')"),
        ("A subject has one live entitlement of a policy and year",
            "SELECT policy, subject, case_key, count(*) FROM pol_entitlement WHERE state IN ('Notified', 'Claimed', 'Waiting', 'Granted', 'Settled') GROUP BY policy, subject, case_key HAVING count(*) > 1"),
        ("No entitlement is lost, none of its changes either",
            "SELECT p.id, p.version, count(e.version), max(e.version) FROM pol_entitlement p LEFT JOIN pol_entitlement_event e ON e.entitlement_id = p.id GROUP BY p.id, p.version HAVING count(e.version) <> p.version OR max(e.version) <> p.version"),
        ("Entitlements and receipts are numbered without gaps",
            "SELECT a.next_entitlement, count(p.id), a.next_acceptance, max(p.accepted_number) FROM pol_acceptance a LEFT JOIN pol_entitlement p ON 1 = 1 GROUP BY a.next_entitlement, a.next_acceptance HAVING a.next_entitlement <> count(p.id) + 1 OR a.next_acceptance <> COALESCE(max(p.accepted_number), 0) + 1"),
        ("Nobody is told of a grant that is none",
            "SELECT n.entitlement_id FROM pol_notice n WHERE n.kind = 'Granted' AND NOT EXISTS (SELECT 1 FROM pol_entitlement_event e WHERE e.entitlement_id = n.entitlement_id AND e.deed = 'Granted')"),
        ("A command is carried out with its outcome, or not at all",
            "SELECT idempotency_key FROM plt_idempotency WHERE outcome IS NULL"),
        ("An attempt is answered once, a movement belongs to one payment",
            "SELECT attempt, count(*) FROM fnd_statement_entry WHERE attempt IS NOT NULL AND is_credit = (1 = 0) GROUP BY attempt HAVING count(*) > 1"),
    ];

    /// <summary>Everything that is broken; empty when nothing is.</summary>
    public static async Task<string> BrokenAsync(Database database)
    {
        var broken = new StringBuilder();
        await using var connection = await database.OpenAsync();
        foreach (var (name, sql) in Laws)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements come from here
            command.CommandText = sql;
#pragma warning restore CA2100
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                broken.Append(name).Append(": ").AppendJoin(' ', Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))).Append('\n');
            }
        }

        return broken.ToString();
    }
}
