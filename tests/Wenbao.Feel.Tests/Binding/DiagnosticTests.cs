using Wenbao.Feel.Binding;
using static Wenbao.Feel.Tests.FeelCheck;

namespace Wenbao.Feel.Tests.Binding;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("1 +", "FEEL0001")]
    [InlineData("(1", "FEEL0002")]
    [InlineData("\"abc", "FEEL0003")]
    [InlineData("1 /* x", "FEEL0004")]
    [InlineData("max(1，2)", "FEEL0005")]
    [InlineData("1 # 2", "FEEL0007")]
    [InlineData("#", "FEEL0006")]
    [InlineData("1 2", "FEEL0007")]
    [InlineData("99999999999999999999999999999999", "FEEL0009")]
    [InlineData("{a: 1, a: 2}", "FEEL0010")]
    [InlineData("@\"foo\"", "FEEL0011")]
    [InlineData("date(\"2020-13-01\")", "FEEL0011")]
    [InlineData("function() external {java: {}}", "FEEL0012")]
    [InlineData("substring(\"a\", start position: 1)", "FEEL0013")]
    [InlineData("参保月", "FEEL0020")]
    [InlineData("完全不同的名字", "FEEL0021")]
    [InlineData("cuont([1])", "FEEL0022")]
    [InlineData("qwertyuiop(1)", "FEEL0023")]
    [InlineData("floor(1, 2, 3)", "FEEL0024")]
    [InlineData("floor(number: 1)", "FEEL0025")]
    [InlineData("企业.姓名", "FEEL0027")]
    [InlineData("企业.名", "FEEL0026")]
    [InlineData("1 + \"a\"", "FEEL0028")]
    [InlineData("参保月数 = \"12\"", "FEEL0028")]
    [InlineData("upper case(1)", "FEEL0029")]
    [InlineData("1 instance of 某类型", "FEEL0030")]
    [InlineData("today()", "FEEL0031")]
    [InlineData("if 1 then 2 else 3", "FEEL0032")]
    [InlineData("参保月数(1)", "FEEL0033")]
    [InlineData("参保月数 >= 12 and 企业.名称 = \"a\"", "")]
    [InlineData("count([1, 2][item > 参保月数])", "")]
    public void Findings_HaveCodes(string expression, string codes) => Assert.Equal(
        codes,
        Codes(expression, ("参保月数", FeelType.Number), ("企业", FeelType.ContextOf([new("名称", FeelType.String)]))));

    [Fact]
    public void UnknownName_IsPlacedAndSuggests()
    {
        var scope = new BindingScope(new FrameLayout());
        scope.Define("参保月数", FeelType.Number);
        var found = Assert.Single(FeelEngine.Bind("1 + 参保月", scope).Diagnostics);
        Assert.Equal(new TextSpan(4, 3), found.Span);
        Assert.Contains("参保月数", found.Zh, StringComparison.Ordinal);
        Assert.Contains("参保月数", found.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Today_ComesFromTheScope()
    {
        var layout = new FrameLayout();
        var scope = new BindingScope(layout);
        var today = scope.Define("today()", FeelType.Date);
        var bound = FeelEngine.Bind("today() - @\"2020-06-01\"", scope);
        Assert.True(bound.IsValid);
        var frame = layout.NewFrame();
        frame[today.Slot] = FeelValue.Of((DateOnly?)new DateOnly(2020, 6, 30));
        Assert.Equal(FeelValue.OfSeconds(29 * 86400m), Wenbao.Feel.Evaluation.FeelExecutables.Interpret(bound.Root).Evaluate(frame));
    }

    [Theory]
    [InlineData("1 + 2", FeelKind.Number)]
    [InlineData("未知 + 1", FeelKind.Number)]
    [InlineData("未知 * 2", FeelKind.Any)]
    [InlineData("date(\"2020-01-01\")", FeelKind.Date)]
    [InlineData("@\"2020-01-01\" - @\"2019-01-01\"", FeelKind.DaysTimeDuration)]
    [InlineData("[1, 2][1]", FeelKind.Number)]
    [InlineData("if true then 1 else null", FeelKind.Number)]
    [InlineData("if true then 1 else \"a\"", FeelKind.Any)]
    [InlineData("max([1, 2])", FeelKind.Number)]
    [InlineData("[{a: @\"2020-01-01\"}][1].a.year", FeelKind.Number)]
    public void StaticTypes_AreFound(string expression, FeelKind kind)
    {
        var scope = new BindingScope(new FrameLayout());
        scope.Define("未知", FeelType.Any);
        Assert.Equal(kind, FeelEngine.Bind(expression, scope).Root.Type.Kind);
    }
}
