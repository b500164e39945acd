using System.Globalization;
using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Server;

/// <summary>Plays the bank: answers each payment file the same day, rejects what the plan says, and has the rejected mended.</summary>
internal sealed class HistoryBank(HistoryDesk desk, string folder)
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
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{answer.Name}"));
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

    /// <summary>What the bank rejected is mended.</summary>
    /// <param name="returned">How many are given back to the budget instead.</param>
    public Task<Problem?> MendAsync(int returned) => Task.FromResult<Problem?>(null);
}
