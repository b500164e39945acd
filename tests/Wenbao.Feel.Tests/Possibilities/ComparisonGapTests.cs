using Wenbao.Feel.Possibilities;

namespace Wenbao.Feel.Tests.Possibilities;

/// <summary>How far a failed condition is from being true.</summary>
public sealed class ComparisonGapTests
{
    [Theory]
    [InlineData("months >= 12", "months=9", "9 GreaterOrEqual 12")]
    [InlineData("12 <= months", "months=9", "9 GreaterOrEqual 12")]
    [InlineData("rate <= lpr + 1.5", "rate=6; lpr=3.85", "6 LessOrEqual 5.35")]
    [InlineData("1 <= days and days <= 92", "days=95", "95 LessOrEqual 92")]
    [InlineData("1 <= days and days <= 92", "days=0", "0 GreaterOrEqual 1")]
    [InlineData("days in [1..92]", "days=93", "93 LessOrEqual 92")]
    [InlineData("days in (0..92)", "days=0", "0 Greater 0")]
    [InlineData("days between 1 and 92", "days=0", "0 GreaterOrEqual 1")]
    [InlineData("eval <= reg + duration(\"P36M\")", "eval=2020-06-30; reg=2017-01-31", "date(\"2020-06-30\") LessOrEqual date(\"2020-01-31\")")]
    [InlineData("status = \"active\"", "status=\"revoked\"", "\"revoked\" Equal \"active\"")]
    public void FailedComparison_TellsValueAndThreshold(string condition, string inputs, string expected)
    {
        var values = new Inputs(inputs);
        var root = values.Bind(condition);

        var gap = ComparisonGap.Of(root, values.Frame());

        Assert.NotNull(gap);
        Assert.Equal(expected, $"{gap.Value.Actual} {gap.Value.Operator} {gap.Value.Threshold}");
    }

    [Theory]
    [InlineData("months >= 12", "months=12")]
    [InlineData("months >= 12", "months=null:number")]
    [InlineData("months >= 12 or days > 3", "months=1; days=1")]
    [InlineData("months >= 12 and days > 3", "months=1; days=1")]
    [InlineData("flag", "flag=false")]
    public void OtherForms_HaveNoGap(string condition, string inputs)
    {
        var values = new Inputs(inputs);
        var root = values.Bind(condition);

        Assert.Null(ComparisonGap.Of(root, values.Frame()));
    }
}
