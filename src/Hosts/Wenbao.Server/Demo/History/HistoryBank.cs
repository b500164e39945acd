using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Registry;

namespace Wenbao.Server;

/// <summary>Plays the bank: answers each payment file the same day, rejects what the plan says, and has the rejected mended.</summary>
internal sealed class HistoryBank(HistoryDesk desk, RegistryDeclaration registry, SubjectReader subjects, Parties parties, string folder)
{
    /// <summary>How many payments arrived.</summary>
    public long Paid { get; private set; }

    /// <summary>Answers the file of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="rejections">How many payments the bank rejects.</param>
    public async Task<Problem?> AnswerAsync(long batch, int rejections)
    {
        var file = await desk.AskAsync(HistoryDesk.FinanceOfficer, new GetBatchFile(batch)).ConfigureAwait(false);
        if (!file.IsSuccess)
        {
            return file.Problem;
        }

        var answers = BankSimulator.Answer(file.Value.Content, new BankBehaviour { IsBrief = true, Rejections = rejections });
        if (!answers.IsSuccess)
        {
            return answers.Problem;
        }

        foreach (var answer in answers.Value)
        {
            var path = Path.Combine(folder, answer.Name);
            await File.WriteAllBytesAsync(path, answer.Content, desk.Cancel).ConfigureAwait(false);
            var read = await desk.SendAsync(HistoryDesk.BankOfficer, new ImportBankMessage(path)).ConfigureAwait(false);
            File.Delete(path);
            if (!read.IsSuccess)
            {
                return read.Problem;
            }

            Paid += read.Value.Paid;
        }

        return null;
    }

    /// <summary>What the bank rejected is mended: the payee names another account, or the money goes back to the budget.</summary>
    /// <param name="returned">How many go back to the budget.</param>
    public async Task<Problem?> MendAsync(int returned)
    {
        var rejected = await desk.AskAsync(HistoryDesk.FinanceOfficer, new FindReturnedPayments()).ConfigureAwait(false);
        if (!rejected.IsSuccess)
        {
            return rejected.Problem;
        }

        foreach (var (payment, index) in rejected.Value.Items.Select((p, i) => (p, i)))
        {
            var payee = index < returned ? null : await PayeeAsync(payment).ConfigureAwait(false);
            var problem = payee is null
                ? (await desk.SendAsync(HistoryDesk.FinanceOfficer, new ReturnToBudget(payment.Entitlement, HistoryTexts.Uncorrectable)).ConfigureAwait(false)).Problem
                : (await desk.SendAsync(HistoryDesk.FinanceOfficer, new MendPayment(payment.Entitlement, payee, HistoryTexts.Corrected)).ConfigureAwait(false)).Problem;
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>Who is paid, onto another account than the one that failed; a party of the pack keeps its own, the bank was wrong about it.</summary>
    private async Task<Payee?> PayeeAsync(ReturnedPayment payment)
    {
        if (registry.Find(payment.PartyType) is not { Account: { } account } type)
        {
            return parties.Find(payment.PartyId);
        }

        var query = new SubjectQuery { Columns = [account.Holder.Id, account.Number.Id, account.Bank.Id], WithHistory = false };
        var found = await subjects.FindAsync(type, payment.PartyId, query, desk.Cancel).ConfigureAwait(false);
        return found.IsSuccess && found.Value.Row.Values is [var holder, var number, var bank] && number.AsString() is { Length: > 0 } written
            ? new Payee(payment.PartyType, payment.PartyId, holder.AsString() ?? "", Other(written), bank.AsString() ?? "", null)
            : null;
    }

    /// <summary>A made-up number that differs in its last digit.</summary>
    private static string Other(string number) => number[..^1] + (char)('0' + ((number[^1] - '0' + 1) % 10));
}
