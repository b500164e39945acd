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
        (new("round", ColumnType.Integer), c => c.Round),
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
        (new("basis", ColumnType.Integer), c => c.Basis),
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
        (new("held_by", ColumnType.Text), c => c.HeldBy),
        (new("claimed_on", ColumnType.Date), c => c.Decision.ClaimedOn),
    ];

    private static readonly string Columns = string.Join(", ", Fields.Select(f => "c." + f.Column.Name)) + ", b.title_zh, b.title_en, b.version, b.clause";
    private const string Source = "FROM fnd_commitment c JOIN fnd_basis b ON b.id = c.basis";

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

    /// <summary>How often each of some entitlements was committed and released before.</summary>
    /// <returns>The rounds of those that were; or the first that has a live commitment.</returns>
    public static async Task<(Dictionary<long, long> Rounds, long? Live)> RoundsAsync(IUnitOfWork work, IReadOnlyList<long> entitlements, CancellationToken cancel)
    {
        var rounds = new Dictionary<long, long>();
        foreach (var chunk in entitlements.Chunk(ChunkMax))
        {
            var select = work.Command($"SELECT entitlement, stage, round FROM fnd_commitment WHERE entitlement IN ({List(chunk)}) ORDER BY entitlement, round");
            await using (select.ConfigureAwait(false))
            {
                var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                await using (row.ConfigureAwait(false))
                {
                    while (await row.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        if (row.GetString(1) != nameof(PaymentStage.Released))
                        {
                            return (rounds, row.GetInt64(0));
                        }

                        rounds[row.GetInt64(0)] = row.GetInt64(2) + 1;
                    }
                }
            }
        }

        return (rounds, null);
    }

    /// <summary>The latest commitment of an entitlement, held for this unit of work; null when it never had one.</summary>
    public static async Task<Commitment?> FindAsync(IUnitOfWork work, long entitlement, CancellationToken cancel)
    {
        var found = await SelectAsync(work, string.Create(CultureInfo.InvariantCulture, $"WHERE c.entitlement = {entitlement} ORDER BY c.round DESC LIMIT 1"), cancel).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Commitments held for this unit of work.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="where">The rest of the statement, from <c>WHERE</c> on; <c>c</c> is the commitment.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<List<Commitment>> SelectAsync(IUnitOfWork work, string where, CancellationToken cancel)
    {
        var select = work.Command($"SELECT {Columns} {Source} {where}{work.Lock("c")}");
        return await ReadAsync(select, work.Dialect, cancel).ConfigureAwait(false);
    }

    /// <summary>The latest commitment of each entitlement that has one, for queries.</summary>
    public static async Task<List<Commitment>> ReadLatestAsync(DbConnection connection, SqlDialect dialect, IReadOnlyList<long> entitlements, CancellationToken cancel)
    {
        if (entitlements.Count == 0)
        {
            return [];
        }

        var select = connection.CreateCommand();
#pragma warning disable CA2100 // the statement comes from code; values travel as numbers
        select.CommandText = $"SELECT {Columns} {Source} WHERE c.entitlement IN ({List(entitlements)}) ORDER BY c.entitlement, c.round";
#pragma warning restore CA2100
        var found = await ReadAsync(select, dialect, cancel).ConfigureAwait(false);
        return [.. found.GroupBy(c => c.Entitlement).Select(g => g.Last())];
    }

    /// <summary>Numbers as a statement lists them.</summary>
    public static string List(IEnumerable<long> numbers) => string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private static async Task<List<Commitment>> ReadAsync(DbCommand select, SqlDialect dialect, CancellationToken cancel)
    {
        await using (select.ConfigureAwait(false))
        {
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
        var (id, entitlement, round, line, settlement, amount) = (row.Long(), row.Long(), row.Long(), row.Text(), row.Enum<SettlementKind>(), row.Money());
        var parts = new LevelAmounts(row.Long(), row.Long(), row.Long(), row.Long(), row.Long());
        var (shares, isDrawn) = (Shares(row.Text()), row.Bool());
        var (partyType, partyId, name, account, bank, code) = (row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull());
        var (policy, basis) = (row.Text(), row.Long());
        var (subjectType, subject, subjectName, isPerson, period, decidedOn, decidedBy) = (row.Text(), row.Text(), row.Text(), row.Bool(), row.Text(), row.Day(), row.Text());
        return new Commitment
        {
            Id = id,
            Entitlement = entitlement,
            Round = round,
            Line = line,
            Settlement = settlement,
            Amount = amount,
            Shares = shares,
            Parts = parts,
            IsDrawn = isDrawn,
            Payee = account is null ? null : new Payee(partyType!, partyId!, name!, account, bank!, code),
            Basis = basis,
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
            HeldBy = row.TextOrNull(),
            Decision = Decision(row, row.DayOrNull(), policy, subjectType, subject, subjectName, isPerson, period, decidedOn, decidedBy),
        };
    }

    private static DecisionReference Decision(
        RowReader row, DateOnly? claimedOn, string policy, string subjectType, string subject, string subjectName, bool isPerson, string period, DateOnly decidedOn, string decidedBy)
    {
        var title = new LocalizedText(row.Text(), row.Text());
        return new DecisionReference(policy, title, row.Text(), row.Text(), subjectType, subject, subjectName, isPerson, period, decidedOn, decidedBy) { ClaimedOn = claimedOn };
    }

    private static string Written(FundShares shares) =>
        string.Create(CultureInfo.InvariantCulture, $"{shares.National}/{shares.Province}/{shares.City}/{shares.District}");

    private static FundShares Shares(string written) =>
        written.Split('/') is [var national, var province, var city, var district]
            ? new FundShares(Percent(national), Percent(province), Percent(city), Percent(district))
            : throw new System.Diagnostics.UnreachableException(written);

    private static decimal Percent(string written) => decimal.Parse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
