using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Feel.Tests.Binding;

public sealed class UnaryTestsTests
{
    [Theory]
    [InlineData("-", "5", "true")]
    [InlineData("5", "5", "true")]
    [InlineData("< 5", "5", "false")]
    [InlineData("<= 5", "5", "true")]
    [InlineData("1, 5, 7", "5", "true")]
    [InlineData("[1..5)", "5", "false")]
    [InlineData("]1..5]", "5", "true")]
    [InlineData("(1..5]", "1", "false")]
    [InlineData("not(5)", "5", "false")]
    [InlineData("not(1, [2..4])", "5", "true")]
    [InlineData("? > 4 and ? < 6", "5", "true")]
    [InlineData("上限", "8", "true")]
    [InlineData("< 上限", "5", "true")]
    [InlineData("[1, 5]", "5", "true")]
    [InlineData("null", "null", "true")]
    [InlineData("> 1", "null", "null")]
    [InlineData("not(null)", "5", "true")]
    [InlineData("上限 > 7", "1", "true")]
    [InlineData("not(? = 5) or ? = 5", "5", "true")]
    public void Numbers_AreTested(string tests, string value, string expected) => Check(tests, FeelType.Number, value, expected);

    [Theory]
    [InlineData("\"active\", \"moved_out\"", "\"active\"", "true")]
    [InlineData("not(\"active\")", "\"active\"", "false")]
    [InlineData("starts with(?, \"C\")", "\"C36\"", "true")]
    public void Texts_AreTested(string tests, string value, string expected) => Check(tests, FeelType.String, value, expected);

    [Theory]
    [InlineData("true", "true", "true")]
    [InlineData("标志", "true", "false")]
    [InlineData("标志", "false", "true")]
    public void BooleanCells_MeanEquality(string tests, string value, string expected) => Check(tests, FeelType.Boolean, value, expected);

    private static void Check(string tests, FeelType type, string value, string expected)
    {
        var layout = new FrameLayout();
        var scope = new BindingScope(layout);
        var limit = scope.Define("上限", FeelType.Number);
        var flag = scope.Define("标志", FeelType.Boolean);
        var input = new BoundSlot(layout.Allocate(), "输入", type, default);
        var bound = FeelEngine.BindUnaryTests(tests, scope, type, input);
        Assert.Empty(bound.Diagnostics);
        var frame = layout.NewFrame();
        frame[limit.Slot] = FeelValue.Of((decimal?)8m);
        frame[flag.Slot] = FeelValue.False;
        frame[input.Slot] = FeelCheck.Evaluate(value);
        Assert.Equal(FeelCheck.Evaluate(expected), FeelExecutables.Interpret(bound.Root).Evaluate(frame));
    }
}
