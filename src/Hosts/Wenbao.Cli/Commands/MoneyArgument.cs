using System.CommandLine;
using Wenbao.Cli.Output;
using Wenbao.Kernel;

namespace Wenbao.Cli.Commands;

/// <summary>An amount in yuan on the command line: two decimals at most, never rounded behind the writer's back.</summary>
internal static class MoneyArgument
{
    private static readonly LocalizedText TwoDecimals = new("金额至多两位小数。", "An amount has two decimals at most.");

    public static Argument<decimal> Make()
    {
        var amount = new Argument<decimal>("amount") { Description = "金额（元）/ Amount in yuan", HelpName = "YUAN" };
        amount.Validators.Add(result =>
        {
            if (result.GetValue(amount) is var yuan && decimal.Round(yuan, 2) != yuan)
            {
                result.AddError(TwoDecimals.For());
            }
        });
        return amount;
    }
}
