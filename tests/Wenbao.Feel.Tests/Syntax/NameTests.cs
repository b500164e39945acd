using Wenbao.Feel.Binding;
using Wenbao.Feel.Syntax;
using static Wenbao.Feel.Tests.FeelCheck;

namespace Wenbao.Feel.Tests.Syntax;

public sealed class NameTests
{
    [Theory]
    [InlineData("参保月数 >= 12", "true")]
    [InlineData("参保 + 1", "6")]
    [InlineData("月均 人数", "7")]
    [InlineData("月均   人数 * 2", "14")]
    [InlineData("收入/人数", "8")]
    [InlineData("收入 / 2", "50")]
    [InlineData("a-b", "9")]
    [InlineData("a - 1", "0")]
    [InlineData("days in weekend + 1", "3")]
    [InlineData("是否（试点）", "true")]
    public void LongestKnownName_Wins(string expression, string expected) => Check(
        expression,
        expected,
        ("参保", FeelType.Number, "5"),
        ("参保月数", FeelType.Number, "15"),
        ("月均 人数", FeelType.Number, "7"),
        ("收入/人数", FeelType.Number, "8"),
        ("收入", FeelType.Number, "100"),
        ("a-b", FeelType.Number, "9"),
        ("a", FeelType.Number, "1"),
        ("days in weekend", FeelType.Number, "2"),
        ("是否（试点）", FeelType.Boolean, "true"));

    [Fact]
    public void LocalNames_HideBuiltins() => Check("{ max: function(a, b) 42, r: max(1, 2) }.r", "42");

    [Fact]
    public void WithoutScope_TreeIsWhole()
    {
        var syntax = FeelEngine.Parse("甲 + 乙 * 2", NameScope.Empty);
        Assert.True(syntax.IsValid);
        var sum = Assert.IsType<BinarySyntax>(syntax.Root);
        Assert.Equal(FeelOperator.Add, sum.Operator);
        Assert.Equal(new TextSpan(4, 5), sum.Right.Span);
    }

    [Fact]
    public void Comments_AreBlank() => Check("1 // eins\n + /* zwei */ 2", "3");

    [Fact]
    public void Escapes_AreResolved() => Check("string length(\"\\u7a33\\n\\\"\\U01F40E\\s\")", "6");
}
