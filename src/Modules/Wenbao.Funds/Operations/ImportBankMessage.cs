using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Bank;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;

namespace Wenbao.Funds;

/// <summary>Reads a file of the bank (导入银行报文): a status report or an account statement, told apart by what is in it. The same file sent again changes nothing; files may come in any order.</summary>
/// <remarks>What the bank says becomes facts about payments, and what all facts together come to is the state. What cannot be understood becomes an exception that a person closes. Source: product decision, ADR 0012.</remarks>
/// <param name="File">The file's path.</param>
/// <param name="Name">The name that problems show; null for the file's own.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.BankOfficer)]
public sealed record ImportBankMessage(string File, string? Name = null) : IOperation<ImportedBankMessage>;

/// <summary>What came of a file.</summary>
/// <param name="Message">Our number for it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="MessageId">The bank's name for it.</param>
/// <param name="IsRepeated">Whether the same file was read before, and nothing was done.</param>
/// <param name="Answers">Payments and movements that it speaks of.</param>
/// <param name="NewFacts">Things it says that were not known.</param>
/// <param name="Accepted">Payments accepted by it.</param>
/// <param name="Rejected">Payments rejected by it.</param>
/// <param name="Paid">Payments it proves to have left.</param>
/// <param name="Returned">Payments it proves to have come back.</param>
/// <param name="Recovered">Receipts for recoveries.</param>
/// <param name="Exceptions">New exceptions that a person must look at.</param>
public sealed record ImportedBankMessage(
    long Message, BankMessageKind Kind, string MessageId, bool IsRepeated, long Answers, int NewFacts, int Accepted, int Rejected, int Paid, int Returned, int Recovered, int Exceptions);

internal sealed class ImportBankMessageHandler(Pack pack, PaymentRules rules, PaymentNames names, FactBook book, BookingMatcher matcher, RecoveryDesk desk) : IOperationHandler<ImportBankMessage, ImportedBankMessage>
{
    public async Task<Result<ImportedBankMessage>> HandleAsync(ImportBankMessage operation, OperationSession session, CancellationToken cancel)
    {
        var name = operation.Name ?? Path.GetFileName(operation.File);
        if (!File.Exists(operation.File))
        {
            return FundsProblems.MessageFileMissing.At(name, name);
        }

        var work = session.UnitOfWork;
        var stream = new FileStream(operation.File, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using (stream.ConfigureAwait(false))
        {
            if (stream.Length > BankMessageReader.BytesMax)
            {
                return FundsProblems.MessageTooLarge.At(name, BankMessageReader.BytesMax >> 20);
            }

            await work.HoldPaymentsAsync(cancel).ConfigureAwait(false);
            var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel).ConfigureAwait(false));
            var before = await work.Context<PaymentsDb>().BankMessages.Where(m => m.Digest == digest)
                .Select(m => new { m.Id, m.Kind, m.MessageId }).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            if (before is not null)
            {
                session.Describe($"bank/{before.Id}", digest);
                return new ImportedBankMessage(before.Id, before.Kind, before.MessageId, true, 0, 0, 0, 0, 0, 0, 0, 0);
            }

            var read = BankMessageReader.Read(stream, pack.Manifest.Currency, name);
            if (!read.IsSuccess)
            {
                return read.Problem!;
            }

            if (Ahead(read.Value, session.Scope.Today) is { } ahead)
            {
                return ahead;
            }

            stream.Position = 0;
            return await StoreAsync(session, read.Value, digest, Compressed(stream), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>A bank cannot prove what has not happened; and the books must be able to carry the same day.</summary>
    private static Problem? Ahead(BankMessage read, DateOnly today) =>
        read is StatementMessage statements && statements.Statements.FirstOrDefault(s => s.ClosedOn > today || s.Entries.Any(e => e.BookedOn > today)) is { } ahead
            ? FundsProblems.StatementAhead.At(ahead.Id, ahead.Id, ahead.Entries.Select(e => e.BookedOn).Append(ahead.ClosedOn).Max().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : null;

    private async Task<Result<ImportedBankMessage>> StoreAsync(OperationSession session, BankMessage read, string digest, byte[] content, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var gathered = read is StatusReportMessage report
            ? await GatherAsync(work, report, cancel).ConfigureAwait(false)
            : await GatherAsync(work, (StatementMessage)read, cancel).ConfigureAwait(false);
        var message = new BankMessageRow
        {
            Id = (await NumberBlock.TakeAsync(work, "fnd_bank_message", 1, cancel).ConfigureAwait(false))[0],
            Kind = read is StatusReportMessage ? BankMessageKind.StatusReport : BankMessageKind.Statement,
            MessageId = read.MessageId,
            Digest = digest,
            ReceivedOn = session.Scope.Today,
            ReceivedAt = session.Scope.Now,
            ReceivedBy = session.Scope.Actor,
            Answers = gathered.Answers,
            Content = content,
        };
        var outcome = await book.AddAsync(session, message.Id, gathered.Facts, gathered.Doubts, cancel).ConfigureAwait(false);
        if (!outcome.IsSuccess)
        {
            return outcome.Problem!;
        }

        var recovered = await RecoverAsync(session, gathered, cancel).ConfigureAwait(false);
        if (!recovered.IsSuccess)
        {
            return recovered.Problem!;
        }

        await StatementStore.InsertAsync(work, message.Id, gathered.Statements, cancel).ConfigureAwait(false);
        var matched = await matcher.MatchAsync(session, message.Id, gathered, cancel).ConfigureAwait(false);
        if (!matched.IsSuccess)
        {
            return matched.Problem!;
        }

        var (facts, accepted, rejected, paid, returned) = outcome.Value.Plus(matched.Value);
        message.NewFacts = facts;
        message.NewExceptions = await ExceptionStore.InsertAsync(work, message.Id, gathered.Doubts, session.Scope.Today, cancel).ConfigureAwait(false);
        work.Context<PaymentsDb>().BankMessages.Add(message);
        session.Describe($"bank/{message.Id}", digest);
        return new ImportedBankMessage(
            message.Id, message.Kind, message.MessageId, false, message.Answers, facts, accepted, rejected, paid, returned, recovered.Value, (int)message.NewExceptions);
    }

    private async Task<MessageGathering> GatherAsync(IUnitOfWork work, StatusReportMessage report, CancellationToken cancel)
    {
        var batch = await work.Context<PaymentsDb>().Batches.AsNoTracking()
            .FirstOrDefaultAsync(b => b.MessageId == report.OriginalMessage && b.State == BatchState.Exported, cancel).ConfigureAwait(false);
        var own = batch is null ? [] : await PaymentMoney.SelectSentAsync(work, AttemptNumber.Among(batch.Id, "a.id"), cancel).ConfigureAwait(false);
        var others = await PaymentMoney.SelectSentAsync(
            work, report.Parts.SelectMany(p => p.Payments).Select(p => names.AttemptOf(p.EndToEndId)).OfType<long>().Where(a => AttemptNumber.BatchOf(a) != batch?.Id), cancel).ConfigureAwait(false);
        return new StatusReportGatherer(report, batch, own, others, names).Gather();
    }

    private async Task<MessageGathering> GatherAsync(IUnitOfWork work, StatementMessage message, CancellationToken cancel)
    {
        var db = work.Context<PaymentsDb>();
        var paid = await db.BatchParts.Select(p => p.AccountNumber).Distinct().ToListAsync(cancel).ConfigureAwait(false);
        var accounts = rules.Debtors.Select(d => d.AccountNumber).Concat(paid).ToHashSet(StringComparer.Ordinal);
        var wanted = message.Statements.Select(s => s.Account).Distinct().ToList();
        var known = await db.Statements.Where(s => wanted.Contains(s.AccountNumber)).Select(s => new { s.AccountNumber, s.StatementId, s.Digest }).ToListAsync(cancel).ConfigureAwait(false);
        var sent = await PaymentMoney.SelectSentAsync(work, StatementGatherer.NamesIn(message).Select(names.AttemptOf).OfType<long>(), cancel).ConfigureAwait(false);
        var files = StatementGatherer.BatchesIn(message).ToList();
        var batches = await db.Batches.Where(b => files.Contains(b.MessageId) && b.State == BatchState.Exported).ToDictionaryAsync(b => b.MessageId, b => b.Id, cancel).ConfigureAwait(false);
        return new StatementGatherer(message, accounts, known.ToDictionary(s => (s.AccountNumber, s.StatementId), s => s.Digest), sent, batches, names).Gather();
    }

    private async Task<Result<int>> RecoverAsync(OperationSession session, MessageGathering gathered, CancellationToken cancel)
    {
        var db = session.UnitOfWork.Context<PaymentsDb>();
        var received = 0;
        foreach (var money in gathered.Recoveries)
        {
            var recovery = await db.Recoveries.FirstOrDefaultAsync(r => r.Reference == money.Recovery, cancel).ConfigureAwait(false);
            if (recovery is not { State: RecoveryState.Approved } || money.Amount > recovery.Outstanding)
            {
                var kind = recovery is { State: RecoveryState.Approved or RecoveryState.Received } ? BankExceptionKind.RecoveryExceeded : BankExceptionKind.UnexplainedCredit;
                gathered.Doubts.Add(new(kind, money.Reference, money.Recovery, recovery?.Entitlement, money.Amount));
                continue;
            }

            if (await desk.ReceiveAsync(session, recovery, money.Amount, money.On, money.Reference, cancel).ConfigureAwait(false) is { } problem)
            {
                return problem;
            }

            money.Movement.Recovery = recovery.Id;
            received++;
        }

        return received;
    }

    private static byte[] Compressed(Stream stream)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.CopyTo(gzip);
        }

        return packed.ToArray();
    }
}
