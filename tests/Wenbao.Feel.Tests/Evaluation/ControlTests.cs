using static Wenbao.Feel.Tests.FeelCheck;

namespace Wenbao.Feel.Tests.Evaluation;

public sealed class ControlTests
{
    [Theory]
    [InlineData("if 1 < 2 then \"a\" else \"b\"", "\"a\"")]
    [InlineData("if null then 1 else 2", "2")]
    [InlineData("for i in 1..3 return i * i", "[1, 4, 9]")]
    [InlineData("for i in 3..1 return i", "[3, 2, 1]")]
    [InlineData("for i in [1, 2], j in [10, 20] return i + j", "[11, 21, 12, 22]")]
    [InlineData("for i in 1..4 return if i < 3 then 1 else partial[-1] + partial[-2]", "[1, 1, 2, 3]")]
    [InlineData("for d in @\"2020-02-28\"..@\"2020-03-01\" return d.day", "[28, 29, 1]")]
    [InlineData("for i in [1..3] return i", "[1, 2, 3]")]
    [InlineData("for i in null return i", "null")]
    [InlineData("some x in [1, 2, 3] satisfies x > 2", "true")]
    [InlineData("every x in [1, 2, 3] satisfies x > 2", "false")]
    [InlineData("every x in [] satisfies x > 2", "true")]
    [InlineData("some x in [], y in [1] satisfies true", "false")]
    [InlineData("some x in [null, 1] satisfies x > 2", "null")]
    [InlineData("{ f: function(n: number) if n <= 1 then 1 else n * f(n - 1), r: f(5) }.r", "120")]
    [InlineData("(function(a, b) a - b)(5, 3)", "2")]
    [InlineData("(function(a, b) a - b)(b: 5, a: 3)", "-2")]
    [InlineData("{ make: function(x) function(y) x + y, three: make(3), r: three(4) }.r", "7")]
    [InlineData("(for i in 1..3 return function() i)[2]()", "2")]
    [InlineData("{ f: function(n) f(n + 1), r: f(0) }.r", "null")]
    public void Expressions_Evaluate(string expression, string expected) => Check(expression, expected);
}
