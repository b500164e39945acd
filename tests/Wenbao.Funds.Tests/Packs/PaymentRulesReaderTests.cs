using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Funds.Tests.Packs;

public sealed class PaymentRulesReaderTests
{
    private const string Rules = "publicity: {working_days: 5}\ndebtor: {name: 财政所, account: \"9000000000000001\", bank: 合成银行}\n";

    [Fact]
    public void PromisedDays_AreRead_AndNoneWithoutThem()
    {
        Assert.Null(Read(Rules).ShouldSucceed().PaidWithin);
        Assert.Equal(new WorkingDays(15), Read(Rules + "paid_within_working_days: 15\n").ShouldSucceed().PaidWithin);
        Assert.Null(PaymentRules.None.PaidWithin);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("soon")]
    public void WrongDays_AreReported(string days) => Assert.False(Read(Rules + $"paid_within_working_days: {days}\n").IsSuccess);

    private static Result<PaymentRules> Read(string rules)
    {
        using var folder = new TestFolder();
        return PaymentRules.Read(folder.WithPack("pay").With("pay/funds/payments.yaml", rules).Load("pay"));
    }
}
