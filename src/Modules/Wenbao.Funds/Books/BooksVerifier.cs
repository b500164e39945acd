using System.Data.Common;
using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Books;

/// <summary>Proves the books from the entries alone: digests, audit, balances, conservation, stages, closed months. One pass over vouchers and entries in order; memory grows with accounts and closed months only.</summary>
internal sealed class BooksVerifier : IDisposable
{
    private readonly BookSnapshot snapshot;
    private readonly List<DateOnly> months = [];
    private readonly Dictionary<long, AccountSums[]> sums = [];
    private readonly VoucherWalk walk;
    private Problem? brokenEntry;

    public BooksVerifier(BookSnapshot snapshot)
    {
        this.snapshot = snapshot;
        walk = new VoucherWalk(snapshot.Connection, snapshot.Dialect, Count);
    }

    /// <summary>Verifies.</summary>
    /// <param name="progress">Told the vouchers read so far, now and then; null when nobody watches.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What was proved; or the first fault.</returns>
    public async Task<Result<VerifiedBooks>> VerifyAsync(Action<long>? progress, CancellationToken cancel)
    {
        await BookAccounts.ReadAsync(snapshot.Command("SELECT month FROM fnd_month ORDER BY month"), row => months.Add((DateOnly)snapshot.Dialect.FromStorage(ColumnType.Date, row.GetValue(0))!), cancel).ConfigureAwait(false);
        var vouchers = await WalkAsync(progress, cancel).ConfigureAwait(false);
        var fault = vouchers.Problem
            ?? await CheckDeletedAsync(vouchers.Value, cancel).ConfigureAwait(false)
            ?? await CheckBalancesAsync(cancel).ConfigureAwait(false)
            ?? CheckLines()
            ?? await CheckMonthsAsync(cancel).ConfigureAwait(false);
        return fault is not null
            ? fault
            : new VerifiedBooks(vouchers.Value.Count, walk.Entries, walk.Accounts.Count, months.Count, new Money(Totals().Sum(t => t.Value.Debit)));
    }

    /// <inheritdoc/>
    public void Dispose() => walk.Dispose();

    private async Task<Result<NumberSet>> WalkAsync(Action<long>? progress, CancellationToken cancel)
    {
        var seen = new NumberSet();
        await foreach (var voucher in walk.ReadAsync(cancel).ConfigureAwait(false))
        {
            var where = PostedVoucher.SubjectOf(voucher.Id);
            var fault = voucher.IsLost ? FundsProblems.VoucherLost.At(where, voucher.Id)
                : !voucher.IsWhole || voucher.Stored != voucher.Computed ? FundsProblems.VoucherAltered.At(where, voucher.Id)
                : voucher.Sealed != voucher.Stored ? FundsProblems.VoucherUnaudited.At(where, voucher.Id)
                : brokenEntry;
            if (fault is not null)
            {
                return fault;
            }

            seen.Add(voucher.Id);
            if (seen.Count % 1_000 == 0)
            {
                progress?.Invoke(seen.Count);
            }
        }

        return seen;
    }

    /// <summary>Adds an entry to the sums of its accounts, by the closed month its day lies in.</summary>
    private void Count(WalkedEntry entry)
    {
        if (!walk.Accounts.TryGetValue(entry.Debit, out var debit) || !walk.Accounts.TryGetValue(entry.Credit, out var credit)
            || debit.Line != credit.Line || entry.Debit == entry.Credit || entry.Fen <= 0 || CircleOf(debit) != CircleOf(credit))
        {
            brokenEntry ??= FundsProblems.EntryBroken.At(PostedVoucher.SubjectOf(entry.Voucher), entry.Voucher, entry.Ordinal);
            return;
        }

        var bucket = BucketOf(entry.On);
        SumsOf(entry.Debit)[bucket] += new AccountSums(entry.Fen, 0);
        SumsOf(entry.Credit)[bucket] += new AccountSums(0, entry.Fen);
    }

    private static int CircleOf(StoredAccount account) => Enum.TryParse<FundStage>(account.Stage, out var stage) ? FundStages.Circle(stage) : -1;

    /// <summary>The closed month a day counts for: the first that ends on or after it; behind the last for open months.</summary>
    private int BucketOf(DateOnly? on)
    {
        var bucket = months.Count;
        while (bucket > 0 && on < months[bucket - 1].AddMonths(1))
        {
            bucket--;
        }

        return bucket;
    }

    private AccountSums[] SumsOf(long account)
    {
        if (!sums.TryGetValue(account, out var buckets))
        {
            sums.Add(account, buckets = new AccountSums[months.Count + 1]);
        }

        return buckets;
    }

    private IEnumerable<KeyValuePair<long, AccountSums>> Totals() =>
        sums.OrderBy(s => s.Key).Select(s => KeyValuePair.Create(s.Key, s.Value.Aggregate(default(AccountSums), (sum, part) => sum + part)));

    /// <summary>A voucher that vanished with all its entries is known to the audit alone.</summary>
    private async Task<Problem?> CheckDeletedAsync(NumberSet seen, CancellationToken cancel)
    {
        var lost = long.MaxValue;
        await BookAccounts.ReadAsync(
            snapshot.Command("SELECT subject FROM plt_audit WHERE subject >= 'voucher/' AND subject < 'voucher0'"),
            row =>
            {
                if (!long.TryParse(row.GetString(0).AsSpan("voucher/".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !seen.Contains(number))
                {
                    lost = Math.Min(lost, number);
                }
            },
            cancel).ConfigureAwait(false);
        return lost == long.MaxValue ? null : FundsProblems.VoucherDeleted.At(PostedVoucher.SubjectOf(lost), lost);
    }

    private async Task<Problem?> CheckBalancesAsync(CancellationToken cancel)
    {
        var running = await new BookAccounts(snapshot).RunningAsync(cancel).ConfigureAwait(false);
        var totals = Totals().ToDictionary();
        foreach (var account in running.Keys.Union(totals.Keys).Order())
        {
            var (stored, computed) = (running.GetValueOrDefault(account), totals.GetValueOrDefault(account));
            if (stored != computed || !walk.Accounts.ContainsKey(account))
            {
                return FundsProblems.BalanceWrong.At(Where(account), NameOf(account), new Money(stored.Balance), new Money(computed.Balance));
            }
        }

        return null;
    }

    /// <summary>Conservation and signs, line by line.</summary>
    private Problem? CheckLines()
    {
        var accounts = Totals().Select(t => (Id: t.Key, Stored: walk.Accounts[t.Key], t.Value.Balance)).ToList();
        foreach (var line in accounts.GroupBy(a => a.Stored.Line).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            long Of(FundStage stage) => line.Where(a => a.Stored.Stage == stage.ToString()).Sum(a => a.Balance);
            var given = -Of(FundStage.Appropriated);
            var held = Of(FundStage.Free) + Of(FundStage.Committed) + Of(FundStage.Payable) + Of(FundStage.InTransit) + Of(FundStage.Lent)
                + Of(FundStage.Paid) + Of(FundStage.Returned) + Of(FundStage.Recovered);
            if (given != held || Of(FundStage.Receivable) != -Of(FundStage.RecoveryClaimed) || Of(FundStage.Booked) != -Of(FundStage.Forgone))
            {
                return FundsProblems.ConservationBroken.At(line.Key, line.Key, new Money(given), new Money(held));
            }

            var negative = line.FirstOrDefault(a => a.Balance < 0 && Enum.TryParse<FundStage>(a.Stored.Stage, out var stage) && FundStages.NeverNegative(stage));
            if (negative.Stored is not null || Of(FundStage.Free) < 0)
            {
                return negative.Stored is null
                    ? FundsProblems.BalanceNegative.At(line.Key, $"{line.Key} {FundStage.Free}", new Money(Of(FundStage.Free)))
                    : FundsProblems.BalanceNegative.At(Where(negative.Id), NameOf(negative.Id), new Money(negative.Balance));
            }
        }

        return null;
    }

    private async Task<Problem?> CheckMonthsAsync(CancellationToken cancel)
    {
        var reader = new BookAccounts(snapshot);
        var keys = walk.Accounts;
        for (var i = 0; i < months.Count; i++)
        {
            var kept = await reader.ClosedAsync(months[i], cancel).ConfigureAwait(false);
            var computed = new SortedDictionary<long, AccountSums>();
            foreach (var (account, buckets) in sums)
            {
                var sum = buckets.Take(i + 1).Aggregate(default(AccountSums), (total, part) => total + part);
                if (sum != default)
                {
                    computed.Add(account, sum);
                }
            }

            var digest = MonthDigest.Of(months[i], computed, account => keys[account].Mark);
            var name = months[i].ToString("yyyy-MM", CultureInfo.InvariantCulture);
            if (!kept.SequenceEqual(computed) || !await IsSealedAsync(months[i], name, digest, cancel).ConfigureAwait(false))
            {
                return FundsProblems.MonthAltered.At("month/" + name, name);
            }
        }

        return null;
    }

    private async Task<bool> IsSealedAsync(DateOnly month, string name, string digest, CancellationToken cancel)
    {
        var select = snapshot.Command("""
            SELECT COUNT(*) FROM fnd_month m JOIN plt_audit a ON a.subject = @subject AND a.digest = m.digest
            WHERE m.month = @month AND m.digest = @digest
            """)
            .With(snapshot.Dialect, "subject", ColumnType.Text, "month/" + name)
            .With(snapshot.Dialect, "month", ColumnType.Date, month)
            .With(snapshot.Dialect, "digest", ColumnType.Text, digest);
        await using (select.ConfigureAwait(false))
        {
            return (long)(await select.ExecuteScalarAsync(cancel).ConfigureAwait(false))! == 1;
        }
    }

    private string NameOf(long account) => walk.Accounts.TryGetValue(account, out var found) ? $"{found.Line} {found.Level} {found.Stage}" : account.ToString(CultureInfo.InvariantCulture);

    private static string Where(long account) => string.Create(CultureInfo.InvariantCulture, $"account/{account}");

    /// <summary>Numbers about 1 to n, a bit each.</summary>
    private sealed class NumberSet
    {
        private readonly List<ulong> bits = [];

        public long Count { get; private set; }

        public void Add(long number)
        {
            while (bits.Count <= number >> 6)
            {
                bits.Add(0);
            }

            bits[(int)(number >> 6)] |= 1UL << (int)(number & 63);
            Count++;
        }

        public bool Contains(long number) => number >= 0 && number >> 6 < bits.Count && (bits[(int)(number >> 6)] & (1UL << (int)(number & 63))) != 0;
    }
}
