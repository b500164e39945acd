using Wenbao.Feel.Binding;
using Wenbao.Feel.Possibilities;

namespace Wenbao.Feel.Tests.Possibilities;

/// <summary>What the answers say besides the truth.</summary>
public sealed class PossibilityTests
{
    [Theory]
    [InlineData("a > 3 and b > 3", "a=?int; b=?int", "a b")]
    [InlineData("a > 3 and b > 3", "a=?int; b=9", "a")]
    [InlineData("a > 3 or b > 3", "a=?int; b=1", "a")]
    [InlineData("a > 3 and b > 3", "a=?int; b=1", "")]
    [InlineData("if k = \"x\" then a > 3 else b > 3", "k=\"y\"; a=?int; b=?int", "b")]
    [InlineData("if k = \"x\" then a > 3 else b > 3", "k=?x|y; a=?int; b=?int", "k a b")]
    [InlineData("a >= 0", "a=?dec2", "a")]
    public void SlotsThatMatter_AreNamed(string condition, string inputs, string expected)
    {
        var values = new Inputs(inputs);

        var possibility = values.Judge(condition);

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => values.Slots[name]).Order(), possibility.Slots.Order());
    }

    [Theory]
    [InlineData("a >= 0", "a=?dec2", Truth.True)]
    [InlineData("a < 0", "a=?dec2", Truth.False)]
    [InlineData("a = null", "a=?int", Truth.False)]
    [InlineData("a != null", "a=?int", Truth.True)]
    [InlineData("k in (\"x\", \"y\")", "k=?x|y", Truth.CouldBe)]
    [InlineData("k in (\"w\", \"z\")", "k=?x|y", Truth.False)]
    [InlineData("0 < a and a < 0.01", "a=?dec2", Truth.False)]
    [InlineData("0 < a and a < 0.01", "a=?number", Truth.CouldBe)]
    [InlineData("a * 3 = 10", "a=?int", Truth.False)]
    [InlineData("a * 3 = 12", "a=?int", Truth.CouldBe)]
    [InlineData("a * a = 12.25", "a=?dec2", Truth.CouldBe)]
    [InlineData("a > 3 and a < 3", "a=?number", Truth.False)]
    [InlineData("s != \"x\" and s != \"y\"", "s=?text", Truth.CouldBe)]
    [InlineData("s = \"x\" and s = \"y\"", "s=?text", Truth.False)]
    [InlineData("starts with(s, \"37\") and s != \"37\"", "s=?text", Truth.CouldBe)]
    [InlineData("list contains(granted, s)", "granted=[\"m\",\"n\"]; s=?text", Truth.CouldBe)]
    [InlineData("list contains(granted, s)", "granted=[]; s=?text", Truth.False)]
    [InlineData("a / b > 2", "a=1; b=?int", Truth.False)]
    [InlineData("a / b >= 1", "a=1; b=?int", Truth.CouldBe)]
    public void Condition_IsJudged(string condition, string inputs, Truth expected)
    {
        var possibility = new Inputs(inputs).Judge(condition);

        Assert.Equal(expected, possibility.Truth);
        Assert.True(possibility.IsProven);
    }

    [Fact]
    public void TwoUnknownsThatContradict_CouldBeWithinTheCasesAllowed()
    {
        var possibility = new Inputs("a=?dec2; b=?dec2").Judge("a < b and b < a");

        Assert.Equal(Truth.CouldBe, possibility.Truth);
        Assert.False(possibility.IsProven);
    }

    [Fact]
    public void UnknownBehindAComputedSlot_IsFollowed()
    {
        var values = new Inputs("a=?int:0:5; k=2");
        var twice = values.Bind("a * 2");
        var slot = values.Add("twice", FeelType.Number, FeelValue.Null);
        var condition = values.Bind("twice > 10");
        var definitions = new Dictionary<int, BoundNode> { [slot.Slot] = twice };

        Assert.Equal(Truth.False, PossibilityEvaluator.For(condition, definitions).Evaluate(values.Frame(), values.Unknowns).Truth);
        Assert.Equal(Truth.CouldBe, PossibilityEvaluator.For(values.Bind("twice >= 10"), definitions).Evaluate(values.Frame(), values.Unknowns).Truth);
    }

    [Fact]
    public void RecordsThatAComputedSlotKeeps_AreFollowed()
    {
        var values = new Inputs("least=?int:0:9; rows=[\"a\",\"bbb\",\"cc\"]");
        var longOnes = values.Bind("rows[string length(item) >= least]");
        var slot = values.Add("longOnes", FeelType.ListOf(FeelType.String), FeelValue.Null);
        var definitions = new Dictionary<int, BoundNode> { [slot.Slot] = longOnes };

        var two = PossibilityEvaluator.For(values.Bind("count(longOnes) = 2"), definitions).Evaluate(values.Frame(), values.Unknowns);
        var four = PossibilityEvaluator.For(values.Bind("count(longOnes) = 4"), definitions).Evaluate(values.Frame(), values.Unknowns);

        Assert.Equal(Truth.CouldBe, two.Truth);
        Assert.Equal([values.Slots["least"]], two.Slots);
        Assert.Equal(Truth.False, four.Truth);
    }

    [Theory]
    [InlineData("size = \"large\"", "staff=?int:0:100", Truth.False)]
    [InlineData("size = \"large\"", "staff=?int:0:1000", Truth.CouldBe)]
    [InlineData("size = \"small\"", "staff=?int:10:1000", Truth.CouldBe)]
    [InlineData("size = \"small\"", "staff=?int:300:1000", Truth.False)]
    public void DecisionTable_RulesThatMayMatchSpeak(string condition, string inputs, Truth expected)
    {
        var values = new Inputs(inputs);
        var size = values.Add("size", FeelType.String, FeelValue.Null);
        var input = values.Scope.Define("tested", FeelType.Number);
        BoundRule Rule(string cell, string output) =>
            new([FeelEngine.BindUnaryTests(cell, values.Scope, FeelType.Number, input).Root], [values.Bind(output)], null);
        var table = new BoundDecisionTable(
            FeelHitPolicy.Unique,
            FeelAggregation.None,
            [new BoundEntry("tested", input, values.Bind("staff"))],
            [Rule("< 20", "\"micro\""), Rule("[20..300)", "\"small\""), Rule(">= 300", "\"large\"")],
            [],
            [],
            [null],
            FeelType.String,
            default);
        var definitions = new Dictionary<int, BoundNode> { [size.Slot] = table };

        var possibility = PossibilityEvaluator.For(values.Bind(condition), definitions).Evaluate(values.Frame(), values.Unknowns);

        Assert.Equal(expected, possibility.Truth);
        Assert.True(possibility.IsProven);
    }
}
