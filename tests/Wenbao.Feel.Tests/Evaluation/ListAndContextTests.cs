using Wenbao.Feel.Tests;
using static Wenbao.Feel.Tests.FeelCheck;

namespace Wenbao.Feel.Tests.Evaluation;

public sealed class ListAndContextTests
{
    private static readonly FeelType Months = FeelType.ListOf(FeelType.ContextOf([new("月份", FeelType.String), new("缴费 人数", FeelType.Number)]));

    [Theory]
    [InlineData("[1, 2, 3][1]", "1")]
    [InlineData("[1, 2, 3][-1]", "3")]
    [InlineData("[1, 2, 3][4]", "null")]
    [InlineData("[1, 2, 3][0]", "null")]
    [InlineData("[1, 2, 3][item > 1]", "[2, 3]")]
    [InlineData("[1, 2, 3][true]", "[1, 2, 3]")]
    [InlineData("[{a: 1}, {a: 2}][a = 2]", "[{a: 2}]")]
    [InlineData("[{a: 1}, {a: 2}][item.a = 2].a", "[2]")]
    [InlineData("[{a: 1}, {b: 2}][b = 2]", "[{b: 2}]")]
    [InlineData("[{first name: \"x\"}][first name = \"x\"].first name", "[\"x\"]")]
    [InlineData("1[1]", "1")]
    [InlineData("1[item > 5]", "[]")]
    [InlineData("null[1]", "null")]
    [InlineData("[[1, 2], [3]][1][2]", "2")]
    [InlineData("[{item: 1}, {item: 2}][item >= 2]", "[{item: 2}]")]
    [InlineData("[null, 1][item > 0]", "[1]")]
    public void Filter_KeepsOrPicks(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("{a: 1, b: a + 1}.b", "2")]
    [InlineData("{a: {b: 3}}.a.b", "3")]
    [InlineData("{\"a b\": 1}.a b", "1")]
    [InlineData("{foo+bar: 1}.foo+bar", "1")]
    [InlineData("{a: 1, a: 2}", "null")]
    [InlineData("{}", "{}")]
    [InlineData("null.a", "null")]
    [InlineData("[{a: 1}, {a: 2}].a", "[1, 2]")]
    [InlineData("{人数: 3, 平均 人数: 人数 / 2}.平均 人数", "1.5")]
    public void Context_HasMembers(string expression, string expected) => Check(expression, expected);

    [Theory]
    [InlineData("sum(记录[缴费 人数 > 10].缴费 人数)", "50")]
    [InlineData("count(记录[月份 = \"2019-01\"])", "1")]
    [InlineData("记录[1].缴费 人数", "20")]
    [InlineData("some 条 in 记录 satisfies 条.缴费 人数 = 30", "true")]
    [InlineData("for 条 in 记录 return 条.月份", "[\"2019-01\", \"2019-02\", \"2019-03\"]")]
    [InlineData("sort(记录, function(甲, 乙) 甲.缴费 人数 > 乙.缴费 人数)[1].月份", "\"2019-02\"")]
    [InlineData("count(记录[缴费 人数 > 门槛])", "2")]
    public void TypedRecords_AreReadByName(string expression, string expected) => Check(
        expression,
        expected,
        ("记录", Months, "[{月份: \"2019-01\", 缴费 人数: 20}, {月份: \"2019-02\", 缴费 人数: 30}, {月份: \"2019-03\", 缴费 人数: 5}]"),
        ("门槛", FeelType.Number, "10"));

    [Theory]
    [InlineData("@\"2020-06-30\".year", "2020")]
    [InlineData("@\"2020-06-30\".month", "6")]
    [InlineData("@\"2020-06-30\".weekday", "2")]
    [InlineData("@\"2020-06-30\".hour", "null")]
    [InlineData("@\"2020-06-30T10:20:30\".minute", "20")]
    [InlineData("@\"2020-06-30T10:20:30+08:00\".time offset", "@\"PT8H\"")]
    [InlineData("@\"P1DT2H\".days", "1")]
    [InlineData("@\"P1DT2H\".hours", "2")]
    [InlineData("@\"P14M\".years", "1")]
    [InlineData("@\"P14M\".months", "2")]
    [InlineData("[1..5).end", "5")]
    [InlineData("[1..5).end included", "false")]
    [InlineData("[@\"2020-06-30\", @\"2019-01-01\"].year", "[2020, 2019]")]
    public void Properties_OfTemporalsAndRanges(string expression, string expected) => Check(expression, expected);
}
