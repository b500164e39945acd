using static Wenbao.Feel.Tests.FeelCheck;

namespace Wenbao.Feel.Tests.Evaluation;

public sealed class ArithmeticTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 3 - 2", "5")]
    [InlineData("2 ** 3 ** 2", "64")]
    [InlineData("-2 ** 2", "4")]
    [InlineData("2 ** -1", "0.5")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1 / 4", "0.25")]
    [InlineData("1 / 0", "null")]
    [InlineData("1e3 + .5", "1000.5")]
    [InlineData("--3", "3")]
    [InlineData("\"稳\" + \"保\"", "\"稳保\"")]
    [InlineData("\"1\" + 1", "null")]
    [InlineData("[10] + 10", "null")]
    [InlineData("null + 1", "null")]
    [InlineData("true + 1", "null")]
    [InlineData("79228162514264337593543950335 + 1", "null")]
    [InlineData("79228162514264337593543950335 * 2", "null")]
    [InlineData("10 ** 40", "null")]
    public void Numbers_AreExact(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("date(\"2020-06-30\") - date(\"2020-01-01\")", "duration(\"P181D\")")]
    [InlineData("(date(\"2020-06-30\") - date(\"2020-01-01\")).days", "181")]
    [InlineData("date(\"2020-01-31\") + duration(\"P1M\")", "date(\"2020-02-29\")")]
    [InlineData("date(\"2020-03-31\") - duration(\"P1M\")", "date(\"2020-02-29\")")]
    [InlineData("@\"2021-01-02\" - @\"PT1M\"", "@\"2021-01-01\"")]
    [InlineData("@\"2021-01-02\" + @\"PT36H\"", "@\"2021-01-03\"")]
    [InlineData("@\"P1Y\" + @\"P2M\"", "@\"P14M\"")]
    [InlineData("2.5 * @\"PT23H\"", "@\"P2DT9H30M\"")]
    [InlineData("-2.5 * @\"P1Y11M\"", "-@\"P57M\"")]
    [InlineData("@\"P1D\" / @\"PT6H\"", "4")]
    [InlineData("@\"P1Y\" / 0", "null")]
    [InlineData("@\"P1Y\" + @\"P1D\"", "null")]
    [InlineData("@\"23:00:00\" + @\"PT2H\"", "@\"01:00:00\"")]
    [InlineData("@\"2020-01-01T00:00:00\" + @\"P1DT1H\"", "@\"2020-01-02T01:00:00\"")]
    [InlineData("@\"9999-12-31\" + @\"P1D\"", "null")]
    public void Temporals_FollowTheCalendar(string expression, string expected) => Check(expression, expected);
}
