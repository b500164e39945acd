using System.Data.Common;
using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>Reads and writes commitments by plain statements, many at a time.</summary>
internal static partial class CommitmentStore
{
    /// <summary>Most values named in one statement.</summary>
    public const int ChunkMax = 1_000;

    private static readonly (Column Column, Func<Commitment, object?> Value)[] Fields =
    [
        (new("id", ColumnType.Integer), c => c.Id),
        (new("entitlement", ColumnType.Integer), c => c.Entitlement),
        (new("line", ColumnType.Text), c => c.Line),
        (new("settlement", ColumnType.Text), c => c.Settlement.ToString()),
        (new("amount_fen", ColumnType.Integer), c => c.Amount.Fen),
        (new("national_fen", ColumnType.Integer), c => c.Parts.National),
        (new("province_fen", ColumnType.Integer), c => c.Parts.Province),
        (new("city_fen", ColumnType.Integer), c => c.Parts.City),
        (new("district_fen", ColumnType.Integer), c => c.Parts.District),
        (new("unshared_fen", ColumnType.Integer), c => c.Parts.Unshared),
        (new("shares", ColumnType.Text), c => Written(c.Shares)),
        (new("is_drawn", ColumnType.Boolean), c => c.IsDrawn),
        (new("party_type", ColumnType.Text), c => c.Payee?.PartyType),
        (new("party_id", ColumnType.Text), c => c.Payee?.PartyId),
        (new("payee_name", ColumnType.Text), c => c.Payee?.Name),
        (new("account_number", ColumnType.Text), c => c.Payee?.AccountNumber),
        (new("bank_name", ColumnType.Text), c => c.Payee?.BankName),
        (new("bank_code", ColumnType.Text), c => c.Payee?.BankCode),
        (new("policy", ColumnType.Text), c => c.Decision.Policy),
        (new("policy_title_zh", ColumnType.Text), c => c.Decision.PolicyTitle.Zh),
        (new("policy_title_en", ColumnType.Text), c => c.Decision.PolicyTitle.En),
        (new("version", ColumnType.Text), c => c.Decision.Version),
        (new("clause", ColumnType.Text), c => c.Decision.Clause),
        (new("subject_type", ColumnType.Text), c => c.Decision.SubjectType),
        (new("subject", ColumnType.Text), c => c.Decision.Subject),
        (new("subject_name", ColumnType.Text), c => c.Decision.SubjectName),
        (new("subject_is_person", ColumnType.Boolean), c => c.Decision.SubjectIsPerson),
        (new("period", ColumnType.Text), c => c.Decision.Period),
        (new("decided_on", ColumnType.Date), c => c.Decision.DecidedOn),
        (new("decided_by", ColumnType.Text), c => c.Decision.DecidedBy),
        (new("skips_publicity", ColumnType.Boolean), c => c.SkipsPublicity),
        (new("stage", ColumnType.Text), c => c.Stage.ToString()),
        (new("since", ColumnType.Date), c => c.Since),
        (new("is_held", ColumnType.Boolean), c => c.IsHeld),
        (new("public_list", ColumnType.Integer), c => c.PublicList),
        (new("public_until", ColumnType.Date), c => c.PublicUntil),
        (new("batch", ColumnType.Integer), c => c.Batch),
        (new("attempts", ColumnType.Integer), c => c.Attempts),
        (new("current_attempt", ColumnType.Integer), c => c.CurrentAttempt),
        (new("paid_on", ColumnType.Date), c => c.PaidOn),
        (new("reason", ColumnType.Text), c => c.Reason),
        (new("recovery_claimed_fen", ColumnType.Integer), c => c.RecoveryClaimed.Fen),
        (new("recovered_fen", ColumnType.Integer), c => c.Recovered.Fen),
    ];

    private static readonly string Columns = string.Join(", ", Fields.Select(f => "c." + f.Column.Name));

    /// <summary>Writes new commitments.</summary>
    public static async Task InsertAsync(IUnitOfWork work, IReadOnlyList<Commitment> commitments, CancellationToken cancel)
    {
        var values = new object?[Fields.Length];
        var writer = await work.BulkAsync("fnd_commitment", [.. Fields.Select(f => f.Column)], cancel).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var commitment in commitments)
            {
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = Fields[i].Value(commitment);
                }

                await writer.WriteAsync(values, cancel).ConfigureAwait(false);
            }

            await writer.CompleteAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The first of some entitlements that has a live commitment; null when none has.</summary>
    public static async Task<long?> FirstLiveAsync(IUnitOfWork work, IReadOnlyList<long> entitlements, CancellationToken cancel)
    {
        foreach (var chunk in entitlements.Chunk(ChunkMax))
        {
            var select = work.Command($"SELECT min(entitlement) FROM fnd_commitment WHERE stage <> '{nameof(PaymentStage.Released)}' AND entitlement IN ({List(chunk)})");
            await using (select.ConfigureAwait(false))
            {
                if (await select.ExecuteScalarAsync(cancel).ConfigureAwait(false) is { } found and not DBNull)
                {
                    return Convert.ToInt64(found, CultureInfo.InvariantCulture);
                }
            }
        }

        return null;
    }

    /// <summary>The latest commitment of an entitlement, held for this unit of work; null when it never had one.</summary>
    public static async Task<Commitment?> FindAsync(IUnitOfWork work, long entitlement, CancellationToken cancel)
    {
        var found = await SelectAsync(work, string.Create(CultureInfo.InvariantCulture, $"FROM fnd_commitment c WHERE c.entitlement = {entitlement} ORDER BY c.id DESC LIMIT 1"), cancel).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Commitments held for this unit of work.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="from">The rest of the statement, from <c>FROM fnd_commitment c</c> on.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <param name="parameters">Values for named parameters.</param>
    public static async Task<List<Commitment>> SelectAsync(
        IUnitOfWork work, string from, CancellationToken cancel, params (string Name, ColumnType Type, object? Value)[] parameters)
    {
        var select = work.Command($"SELECT {Columns} {from}{work.Lock("c")}");
        return await ReadAsync(select, work.Dialect, parameters, cancel).ConfigureAwait(false);
    }

    /// <summary>Commitments as they stand, for queries.</summary>
    public static async Task<List<Commitment>> ReadAsync(
        DbConnection connection, SqlDialect dialect, string from, CancellationToken cancel, params (string Name, ColumnType Type, object? Value)[] parameters)
    {
        var select = connection.CreateCommand();
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
        select.CommandText = $"SELECT {Columns} {from}";
#pragma warning restore CA2100
        return await ReadAsync(select, dialect, parameters, cancel).ConfigureAwait(false);
    }

    /// <summary>The latest commitment of each entitlement that has one.</summary>
    public static Task<List<Commitment>> ReadLatestAsync(DbConnection connection, SqlDialect dialect, IReadOnlyList<long> entitlements, CancellationToken cancel) =>
        entitlements.Count == 0
            ? Task.FromResult(new List<Commitment>())
            : ReadAsync(
                connection,
                dialect,
                $"FROM fnd_commitment c WHERE c.id IN (SELECT max(id) FROM fnd_commitment WHERE entitlement IN ({List(entitlements)}) GROUP BY entitlement)",
                cancel);

    /// <summary>Numbers as a statement lists them.</summary>
    public static string List(IEnumerable<long> numbers) => string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private static async Task<List<Commitment>> ReadAsync(
        DbCommand select, SqlDialect dialect, (string Name, ColumnType Type, object? Value)[] parameters, CancellationToken cancel)
    {
        await using (select.ConfigureAwait(false))
        {
            foreach (var (name, type, value) in parameters)
            {
                select.With(dialect, name, type, value);
            }

            var found = new List<Commitment>();
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                var reader = new RowReader(row, dialect);
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    found.Add(Read(reader));
                }
            }

            return found;
        }
    }

    private static Commitment Read(RowReader row)
    {
        row.Restart();
        var (id, entitlement, line, settlement, amount) = (row.Long(), row.Long(), row.Text(), row.Enum<SettlementKind>(), row.Money());
        var parts = new LevelAmounts(row.Long(), row.Long(), row.Long(), row.Long(), row.Long());
        var (shares, isDrawn) = (Shares(row.Text()), row.Bool());
        var (partyType, partyId, name, account, bank, code) = (row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull());
        return new Commitment
        {
            Id = id,
            Entitlement = entitlement,
            Line = line,
            Settlement = settlement,
            Amount = amount,
            Shares = shares,
            Parts = parts,
            IsDrawn = isDrawn,
            Payee = account is null ? null : new Payee(partyType!, partyId!, name!, account, bank!, code),
            Decision = new DecisionReference(
                row.Text(), new LocalizedText(row.Text(), row.Text()), row.Text(), row.Text(), row.Text(), row.Text(), row.Text(), row.Bool(), row.Text(), row.Day(), row.Text()),
            SkipsPublicity = row.Bool(),
            Stage = row.Enum<PaymentStage>(),
            Since = row.Day(),
            IsHeld = row.Bool(),
            PublicList = row.LongOrNull(),
            PublicUntil = row.DayOrNull(),
            Batch = row.LongOrNull(),
            Attempts = (int)row.Long(),
            CurrentAttempt = row.LongOrNull(),
            PaidOn = row.DayOrNull(),
            Reason = row.TextOrNull(),
            RecoveryClaimed = row.Money(),
            Recovered = row.Money(),
        };
    }

    private static string Written(FundShares shares) =>
        string.Create(CultureInfo.InvariantCulture, $"{shares.National}/{shares.Province}/{shares.City}/{shares.District}");

    private static FundShares Shares(string written) =>
        written.Split('/') is [var national, var province, var city, var district]
            ? new FundShares(Percent(national), Percent(province), Percent(city), Percent(district))
            : throw new System.Diagnostics.UnreachableException(written);

    private static decimal Percent(string written) => decimal.Parse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
