using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>Reads entitlements for figures: which there are, what their subjects are like, what was decided.</summary>
internal sealed class EntitledReader(Database database, SubjectReader subjects, RegistryDeclaration declaration)
{
    private const int NumbersAtOnce = 2_000;
    private const string Columns = "e.id, e.policy, e.subject_type, e.subject_id, e.amount_fen, e.decision_version";

    /// <summary>An entitlement as figures see it.</summary>
    /// <param name="Id">Its number.</param>
    /// <param name="Policy">The policy's id.</param>
    /// <param name="SubjectType">The subject's type.</param>
    /// <param name="SubjectId">The subject's number in the registry.</param>
    /// <param name="Amount">Its amount.</param>
    /// <param name="DecisionVersion">The version whose decision counts; null before any.</param>
    internal sealed record Entitled(long Id, string Policy, string SubjectType, long SubjectId, Money Amount, long? DecisionVersion);

    /// <summary>The steps and inputs of a frozen decision that are numbers.</summary>
    internal sealed class DecidedNumbers(FrozenDecision decision)
    {
        /// <summary>A step's number; nought where it is none.</summary>
        public decimal Step(string id) => Number(decision.Steps, id);

        /// <summary>An input's number; nought where it is none.</summary>
        public decimal Input(string name) => Number(decision.Inputs, name);

        private static decimal Number(JsonElement values, string name) => !values.TryGetProperty(name, out var value) ? 0m : value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDecimal(),
            JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
            _ => 0m,
        };
    }

    /// <summary>Entitlements by their numbers.</summary>
    public async Task<List<Entitled>> ByNumberAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var found = new List<Entitled>(ids.Count);
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            foreach (var some in ids.Chunk(NumbersAtOnce))
            {
                var select = Select(connection, $"WHERE {database.Dialect.IsAmong("e.id", "ids")}").WithNumbers(database.Dialect, "ids", some);
                await ReadAsync(select, row => found.Add(Read(row)), cancel).ConfigureAwait(false);
            }
        }

        return found;
    }

    /// <summary>What was granted of some policies within some days, and stands.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="lines">Only on these fund lines; empty for all.</param>
    /// <param name="within">The days of the grants.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<List<Entitled>> GrantedAsync(IReadOnlyList<string> policies, IReadOnlyList<string> lines, Period within, CancellationToken cancel)
    {
        var found = new List<Entitled>();
        if (policies.Count == 0)
        {
            return found;
        }

        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var onLines = lines.Count == 0 ? "" : $"AND {database.Dialect.IsAmong("e.line", "lines")}";
            var select = Select(connection,
                    $"WHERE {database.Dialect.IsAmong("e.policy", "policies")} AND e.state IN ('{nameof(EntitlementState.Granted)}', '{nameof(EntitlementState.Settled)}') AND e.granted_on BETWEEN @first AND @last {onLines}")
                .WithTexts(database.Dialect, "policies", policies)
                .With(database.Dialect, "first", ColumnType.Date, within.From)
                .With(database.Dialect, "last", ColumnType.Date, within.To);
            if (lines.Count > 0)
            {
                select.WithTexts(database.Dialect, "lines", lines);
            }

            await ReadAsync(select, row => found.Add(Read(row)), cancel).ConfigureAwait(false);
        }

        return found;
    }

    /// <summary>An attribute of the subjects of some entitlements, once a subject and attribute.</summary>
    /// <param name="entitled">The entitlements.</param>
    /// <param name="attributes">The attribute by policy.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<List<FeelValue>> AttributeAsync(IReadOnlyList<Entitled> entitled, IReadOnlyDictionary<string, string> attributes, CancellationToken cancel)
    {
        var values = new List<FeelValue>();
        foreach (var of in entitled.Where(e => attributes.ContainsKey(e.Policy)).GroupBy(e => (e.SubjectType, Attribute: attributes[e.Policy])))
        {
            var type = declaration.Find(of.Key.SubjectType)!;
            foreach (var some in of.Select(e => e.SubjectId).Distinct().Chunk(NumbersAtOnce))
            {
                var query = new SubjectQuery { Columns = [of.Key.Attribute], WithHistory = false, Among = some };
                await foreach (var batch in subjects.StreamAsync(type, query, cancel).ConfigureAwait(false))
                {
                    values.AddRange(batch.Rows.Select(r => r.Values[0]));
                }
            }
        }

        return values;
    }

    /// <summary>The decisions that some entitlements rest on.</summary>
    public async Task<List<DecidedNumbers>> DecisionsAsync(IReadOnlyList<Entitled> entitled, CancellationToken cancel)
    {
        var found = new List<DecidedNumbers>(entitled.Count);
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            foreach (var some in entitled.Select(e => e.Id).Chunk(NumbersAtOnce))
            {
                var select = connection.CreateCommand();
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
                select.CommandText = $"SELECT d.content FROM pol_entitlement e JOIN pol_decision d ON d.entitlement_id = e.id AND d.version = e.decision_version WHERE {database.Dialect.IsAmong("e.id", "ids")}";
#pragma warning restore CA2100
                await ReadAsync(select.WithNumbers(database.Dialect, "ids", some), row => found.Add(new DecidedNumbers(FrozenDecision.Read((byte[])row.GetValue(0)))), cancel).ConfigureAwait(false);
            }
        }

        return found;
    }

    private static DbCommand Select(DbConnection connection, string where)
    {
        var select = connection.CreateCommand();
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
        select.CommandText = $"SELECT {Columns} FROM pol_entitlement e {where} ORDER BY e.id";
#pragma warning restore CA2100
        return select;
    }

    private static async Task ReadAsync(DbCommand select, Action<DbDataReader> read, CancellationToken cancel)
    {
        await using (select.ConfigureAwait(false))
        {
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    read(row);
                }
            }
        }
    }

    private static Entitled Read(DbDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), new Money(row.GetInt64(4)), row.IsDBNull(5) ? null : row.GetInt64(5));
}
