using Wenbao.Policies;

namespace Wenbao.Policies.Tests.Entitlements;

/// <summary>The period of an entitlement, as people read it.</summary>
public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("once", "一次性", "once")]
    [InlineData("2020", "2020年", "2020")]
    [InlineData("2020-03", "2020年3月", "2020-03")]
    [InlineData("2020-04-01|2020-06-30", "2020年4月1日至2020年6月30日", "1 April 2020 to 30 June 2020")]
    [InlineData("2020-02-27", "2020年2月27日", "27 February 2020")]
    [InlineData("YJ2020-0002375|2020-02-27", "YJ2020-0002375，2020年2月27日", "YJ2020-0002375, 27 February 2020")]
    [InlineData("2020-02-30|", "2020-02-30，", "2020-02-30, ")]
    public void Key_IsToldAsPeopleReadIt(string key, string zh, string en)
    {
        var told = EntitlementTexts.Period(key);
        Assert.Equal((zh, en), (told.Zh, told.En));
    }
}
