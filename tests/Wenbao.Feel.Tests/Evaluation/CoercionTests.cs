using Wenbao.Feel.Evaluation;
using static Wenbao.Feel.Tests.FeelCheck;

namespace Wenbao.Feel.Tests.Evaluation;

public sealed class CoercionTests
{
    [Theory]
    [InlineData("upper case([\"a\"])", "\"A\"")]
    [InlineData("upper case([\"a\", \"b\"])", "null")]
    [InlineData("count(5)", "1")]
    [InlineData("sum(5)", "5")]
    [InlineData("(function(n: number) n + 1)([4])", "5")]
    [InlineData("(function(n: number) n)(\"4\")", "null")]
    [InlineData("(function(n: list<number>) count(n))(4)", "1")]
    public void SingletonLists_UnwrapAndWrap(string expression, string expected) => Check(expression, expected);

    [Fact]
    public void ContextThatLacksAMember_BecomesNull()
    {
        var type = FeelType.ContextOf([new("a", FeelType.Number), new("b", FeelType.String)]);
        Assert.True(FeelConformance.Coerce(Evaluate("{a: 1}"), type).IsNull);
        Assert.Equal(Evaluate("{a: 1, b: \"x\", c: 2}"), FeelConformance.Coerce(Evaluate("{a: 1, b: \"x\", c: 2}"), type));
        Assert.True(FeelConformance.Coerce(Evaluate("[1, 2, \"foo\"]"), FeelType.ListOf(FeelType.Number)).IsNull);
    }

    [Fact]
    public void Frames_MayBeUsedAgain()
    {
        var layout = new Wenbao.Feel.Binding.FrameLayout();
        var scope = new Wenbao.Feel.Binding.BindingScope(layout);
        var input = scope.Define("数", FeelType.Number);
        var run = FeelExecutables.Interpret(FeelEngine.Bind("sort(for i in 1..数 return 数 - i, function(a, b) a < b)[-1]", scope).Root);
        var frame = layout.NewFrame();
        foreach (var size in new[] { 3m, 5m, 2m })
        {
            frame[input.Slot] = FeelValue.Of((decimal?)size);
            Assert.Equal(FeelValue.Of((decimal?)(size - 1)), run.Evaluate(frame));
        }
    }
}
