using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Payments;

/// <summary>What people do with payments, drawn at random: sensible and not, in order and out of it.</summary>
internal static class PaymentSteps
{
    /// <summary>One of the things that people do.</summary>
    /// <param name="town">Where.</param>
    /// <param name="draws">What, and of whom.</param>
    /// <param name="number">The step's own number: a thousand for each who works, and the how-manieth.</param>
    /// <returns>The code of the problem; empty when it was done.</returns>
    public static async Task<string> TakeAsync(PaymentsScenario town, Random draws, int number)
    {
        async Task<string> Send<T>(IOperation<T> operation, string? actor = PaymentsScenario.Maker) => (await town.SendAsync(operation, actor)).Problem?.Code ?? "";
        var (someone, some) = (draws.Next(1, 9), (long)draws.Next(1, 12));
        var any = 1_000L * someone + draws.Next(60);
        switch (draws.Next(15))
        {
            case 0 or 1 or 2:
                // Two lines in one commitment, in either order.
                string[] lines = draws.Next(2) == 0 ? [PaymentsScenario.Award, PaymentsScenario.Pension] : [PaymentsScenario.Pension, PaymentsScenario.Award];
                return await Send(new CommitFunds([.. lines.Select((line, i) => PaymentsScenario.Claim((2L * number) + i, draws.Next(1, 40), line, draws.Next(2) == 0 ? SettlementKind.Pay : SettlementKind.Supplier))]), DemoUsers.Operator);
            case 3:
                return await Send(new PublishList());
            case 4:
                return await Send(new RaiseObjection(some, draws.Next(1, 5), "名单有误"), null);
            case 5:
                return await Send(new ResolveObjection(some, draws.Next(2) == 0, "核实"), PaymentsScenario.Deputy);
            case 6:
                return await Send(new MakeBatch());
            case 7:
                return await Send(new ReleaseBatch(some), draws.Next(2) == 0 ? PaymentsScenario.Checker : PaymentsScenario.Deputy);
            case 8:
                return draws.Next(4) == 0 ? await Send(new WithdrawBatch(some)) : await Send(new ExportBatch(some));
            case 9 or 10:
                var file = await town.AskAsync(new GetBatchFile(some));
                if (!file.IsSuccess)
                {
                    return file.Problem!.Code;
                }

                var answers = PaymentsScenario.Answers(file.Value.Content, new BankBehaviour { Rejections = draws.Next(3), IsBrief = draws.Next(2) == 0 });
                var path = Path.Combine(town.Folder, $"step-{number}.xml");
                await File.WriteAllBytesAsync(path, answers[draws.Next(answers.Count)].Content);
                return await Send(new ImportBankMessage(path));
            case 11:
                return await Send(new ReleaseCommitment(2 * any, "撤销"));
            case 12:
                return await Send(new ClaimRecovery(2 * any, Money.FromYuan(1m), "多付"));
            case 13:
                return draws.Next(2) == 0 ? await Send(new ReturnToBudget(2 * any, "退回")) : await Send(new MendPayment(2 * any, PaymentsScenario.PayeeOf(99), "更正"));
            default:
                return draws.Next(2) == 0
                    ? await Send(new ApproveRecovery(some, draws.Next(4) == 0 ? "不追回" : null), PaymentsScenario.Checker)
                    : await Send(new RecordRecovery(some, new Money(draws.Next(1, 101)), $"R-{number}"));
        }
    }
}
