using System.Globalization;
using Wenbao.Kernel;

namespace Wenbao.Funds.Bank;

/// <summary>Gathers what account statements say, and checks that their movements lead from the opening balance to the closing one.</summary>
/// <remarks>Source: ISO 20022 camt.053.001.08 (BankToCustomerStatementV08).</remarks>
internal sealed class StatementParser(string currency)
{
    private const string Root = "/Document/BkToCstmrStmt";
    private const string Stmt = Root + "/Stmt";
    private const string Bal = Stmt + "/Bal";
    private const string Ntry = Stmt + "/Ntry";
    private const string TxDtls = Ntry + "/NtryDtls/TxDtls";
    private const string Credit = "CRDT";
    private const string Booked = "BOOK";

    private readonly List<AccountStatement> statements = [];
    private readonly List<StatementEntry> entries = [];
    private readonly List<EntryDetail> details = [];
    private string messageId = "";
    private string id = "";
    private string account = "";
    private string? page;
    private (Money Amount, DateOnly On)? opening;
    private (Money Amount, DateOnly On)? closing;
    private (string? Code, Money Amount, bool IsCredit, DateOnly On) balance;
    private (Money Amount, bool IsCredit, string? Status, DateOnly? BookedOn, string? Reference, string? ServicerReference, BookedBatch? Batch) entry;
    private EntryDetail detail = new(null, null, null, null, null, null);
    private Problem? problem;

    private BookedBatch Batch => entry.Batch ?? new BookedBatch(null, null, null);

    public Result<BankMessage> Read(ElementWalk walk)
    {
        while (problem is null && walk.Next())
        {
            if (walk.Depth > IsoSchemas.DepthMax)
            {
                throw new MessageTooDeepException();
            }

            if (!walk.IsEntering)
            {
                Leave(walk);
            }
        }

        // The rest is read all the same, so that a file that breaks off later is told as broken.
        while (walk.Next())
        {
        }

        return problem is not null ? problem : new StatementMessage(messageId, statements);
    }

    private void Leave(ElementWalk walk)
    {
        if (walk.Path.StartsWith(TxDtls, StringComparison.Ordinal))
        {
            LeaveDetail(walk);
        }
        else if (walk.Path.StartsWith(Ntry, StringComparison.Ordinal))
        {
            LeaveEntry(walk);
        }
        else if (walk.Path.StartsWith(Bal, StringComparison.Ordinal))
        {
            LeaveBalance(walk);
        }
        else
        {
            LeaveStatement(walk.Path, walk.Text);
        }
    }

    private void LeaveStatement(string path, string text)
    {
        switch (path)
        {
            case Root + "/GrpHdr/MsgId": messageId = text; break;
            case Stmt + "/Id": id = text; break;
            case Stmt + "/StmtPgntn/PgNb": page = text; break;
            case Stmt + "/Acct/Id/Othr/Id" or Stmt + "/Acct/Id/IBAN": account = text; break;
            case Stmt: CloseStatement(); break;
        }
    }

    private void LeaveBalance(ElementWalk walk)
    {
        switch (walk.Path)
        {
            case Bal + "/Tp/CdOrPrtry/Cd": balance.Code = walk.Text; break;
            case Bal + "/Amt": balance.Amount = Amount(walk); break;
            case Bal + "/CdtDbtInd": balance.IsCredit = walk.Text == Credit; break;
            case Bal + "/Dt/Dt" or Bal + "/Dt/DtTm": balance.On = Day(walk.Text); break;
            case Bal:
                var stood = (balance.IsCredit ? balance.Amount : -balance.Amount, balance.On);

                // Interim balances bound the pages of a long statement.
                if (balance.Code is "OPBD" or "PRCD" || (balance.Code == "ITBD" && opening is null))
                {
                    opening = stood;
                }
                else if (balance.Code == "CLBD" || (balance.Code == "ITBD" && closing is null))
                {
                    closing = stood;
                }

                balance = default;
                break;
        }
    }

    private void LeaveEntry(ElementWalk walk)
    {
        switch (walk.Path)
        {
            case Ntry + "/NtryRef": entry.Reference = walk.Text; break;
            case Ntry + "/AcctSvcrRef": entry.ServicerReference = walk.Text; break;
            case Ntry + "/Amt": entry.Amount = Amount(walk); break;
            case Ntry + "/CdtDbtInd": entry.IsCredit = walk.Text == Credit; break;
            case Ntry + "/Sts/Cd" or Ntry + "/Sts/Prtry": entry.Status = walk.Text; break;
            case Ntry + "/BookgDt/Dt" or Ntry + "/BookgDt/DtTm": entry.BookedOn = Day(walk.Text); break;
            case Ntry + "/NtryDtls/Btch/MsgId": entry.Batch = Batch with { Message = walk.Text }; break;
            case Ntry + "/NtryDtls/Btch/PmtInfId": entry.Batch = Batch with { Part = walk.Text }; break;
            case Ntry + "/NtryDtls/Btch/NbOfTxs": entry.Batch = Batch with { Items = long.TryParse(walk.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var items) ? items : null }; break;
            case Ntry: CloseEntry(); break;
        }
    }

    private void LeaveDetail(ElementWalk walk)
    {
        switch (walk.Path)
        {
            case TxDtls + "/Refs/EndToEndId": detail = detail with { EndToEndId = walk.Text }; break;
            case TxDtls + "/Refs/AcctSvcrRef": detail = detail with { Reference = walk.Text }; break;
            case TxDtls + "/Amt": detail = detail with { Amount = Amount(walk) }; break;
            case TxDtls + "/CdtDbtInd": detail = detail with { IsCredit = walk.Text == Credit }; break;
            case TxDtls + "/RmtInf/Ustrd": detail = detail with { Remittance = detail.Remittance is null ? walk.Text : detail.Remittance + " " + walk.Text }; break;
            case TxDtls + "/RtrInf/Rsn/Cd" or TxDtls + "/RtrInf/Rsn/Prtry": detail = detail with { ReturnReason = walk.Text }; break;
            case TxDtls:
                details.Add(detail);
                detail = new EntryDetail(null, null, null, null, null, null);
                break;
        }
    }

    private void CloseEntry()
    {
        // Only what is booked counts; pending movements come again when they are.
        if (entry.Status == Booked)
        {
            entries.Add(new StatementEntry(
                entry.IsCredit, entry.Amount, entry.BookedOn ?? DateOnly.MinValue, entry.ServicerReference ?? entry.Reference, entry.Batch, [.. details]));
        }

        details.Clear();
        entry = default;
    }

    private void CloseStatement()
    {
        if (opening is not { } from || closing is not { } to)
        {
            problem ??= FundsProblems.StatementWithoutBalance.At(id, id);
        }
        else
        {
            // A movement without a day of its own belongs to the day the statement closes.
            var dated = entries.Select(e => e.BookedOn == DateOnly.MinValue ? e with { BookedOn = to.On } : e).ToList();
            var moved = dated.Aggregate(Money.Zero, (sum, e) => e.IsCredit ? sum + e.Amount : sum - e.Amount);
            if (from.Amount + moved != to.Amount)
            {
                problem ??= FundsProblems.StatementDoesNotAddUp.At(id, id, from.Amount, moved, to.Amount);
            }

            statements.Add(new AccountStatement
            {
                Id = page is null ? id : id + "/" + page,
                Account = account,
                Opening = from.Amount,
                OpenedOn = from.On,
                Closing = to.Amount,
                ClosedOn = to.On,
                Entries = dated,
            });
        }

        entries.Clear();
        (id, account, page, opening, closing) = ("", "", null, null, null);
    }

    private Money Amount(ElementWalk walk)
    {
        if (walk.Currency is { } other && other != currency)
        {
            problem ??= FundsProblems.CurrencyForeign.At(id, id, other, currency);
            return Money.Zero;
        }

        // The schema has held it to digits; five decimals are allowed there, two here.
        if (decimal.TryParse(walk.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan < 10_000_000_000_000_000m && decimal.Round(yuan, 2) == yuan)
        {
            return Money.FromYuan(yuan);
        }

        problem ??= FundsProblems.AmountMalformed.At(id);
        return Money.Zero;
    }

    private static DateOnly Day(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DateOnly.MinValue;
}
