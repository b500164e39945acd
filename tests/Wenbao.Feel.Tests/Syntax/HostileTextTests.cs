using CsCheck;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;
using Wenbao.Feel.Syntax;

namespace Wenbao.Feel.Tests.Syntax;

public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "1", ".", "..", "(", ")", "[", "]", "{", "}", ",", ":", "\"", "a", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "and", "or", "not", "between",
        "instance", "of", "function", "external", "@", "?", "-", "+", "*", "**", "/", "//", "/*", "*/", "<", "<=", ">", "=", "!=", "date", "count", "list<", "，", "\\u12", " ", "\n", "稳", "null", "true", "partial", "item", "today()",
    ];

    [Fact]
    public void RandomPieces_NeverThrow() =>
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 40].Select(parts => string.Join(" ", parts)).Sample(Survives, iter: 4000);

    [Fact]
    public void RandomCharacters_NeverThrow() => Gen.String[0, 60].Sample(Survives, iter: 2000);

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{a:")]
    [InlineData("-")]
    [InlineData("not(")]
    [InlineData("if ")]
    [InlineData("1+")]
    [InlineData("a.")]
    [InlineData("a[")]
    [InlineData("for x in ")]
    [InlineData("function(x) ")]
    [InlineData("x instance of list<")]
    [InlineData("1 in (")]
    [InlineData("1 ** ")]
    [InlineData("true or ")]
    public void DeepNesting_IsReported(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000)) + "1";
        Survives(text);
        Survives(text + string.Concat(Enumerable.Repeat(")", 20_000)));
        Assert.Contains(FeelEngine.Parse(text, NameScope.Empty).Diagnostics, found => found.Code == FeelDiagnosticKinds.NestedTooDeeply.Code);
    }

    [Fact]
    public void DeepTypes_AreReported() =>
        Assert.Contains(FeelEngine.Parse("x instance of " + string.Concat(Enumerable.Repeat("list<", 20_000)), NameScope.Empty).Diagnostics, found => found.Code == FeelDiagnosticKinds.NestedTooDeeply.Code);

    [Fact]
    public void NestingLimit_IsAParameter()
    {
        Assert.True(FeelEngine.Parse("((((1))))", NameScope.Empty, nestingMax: 8).IsValid);
        Assert.False(FeelEngine.Parse("((((1))))", NameScope.Empty, nestingMax: 3).IsValid);
    }

    [Theory]
    [InlineData("for i in 1..1000000000 return i", "null")]
    [InlineData("some i in 1..900000, j in 1..900000 satisfies i + j < 0", "null")]
    [InlineData("(for i in 1..60 return if i = 1 then \"aaaa\" else partial[-1] + partial[-1])[-1]", "null")]
    [InlineData("count((for i in 1..40 return if i = 1 then [1] else concatenate(partial[-1], partial[-1]))[-1])", "null")]
    public void HugeResults_AreNull(string expression, string expected) => FeelCheck.Check(expression, expected);

    private static void Survives(string text)
    {
        var layout = new FrameLayout();
        var scope = new BindingScope(layout);
        var bound = FeelEngine.Bind(text, scope);
        FeelExecutables.Interpret(bound.Root).Evaluate(layout.NewFrame());
        var input = scope.Define("输入", FeelType.Any);
        var tests = FeelEngine.BindUnaryTests(text, scope, FeelType.Any, input);
        FeelExecutables.Interpret(tests.Root).Evaluate(layout.NewFrame());
        Assert.All(bound.Diagnostics, found => Assert.InRange(found.Span.End, 0, text.Length));
    }
}
