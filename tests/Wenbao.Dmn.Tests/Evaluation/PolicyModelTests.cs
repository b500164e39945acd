using Wenbao.Feel;

namespace Wenbao.Dmn.Tests.Evaluation;

/// <summary>A small model of the shape every policy has: inputs, a parameter context, conditions, amount steps.</summary>
public sealed class PolicyModelTests
{
    private static readonly string Model = Models.Of("""
        <itemDefinition name="t参数"><itemComponent name="裁员率上限"><typeRef>number</typeRef></itemComponent><itemComponent name="返还比例"><typeRef>number</typeRef></itemComponent></itemDefinition>
        <itemDefinition name="t参保月" isCollection="true"><itemComponent name="月份"><typeRef>string</typeRef></itemComponent><itemComponent name="人数"><typeRef>number</typeRef></itemComponent></itemDefinition>
        <inputData id="in.parameters" name="参数"><variable name="参数" typeRef="t参数"/></inputData>
        <inputData id="in.rate" name="裁员率"><variable name="裁员率" typeRef="number"/></inputData>
        <inputData id="in.months" name="参保月份"><variable name="参保月份" typeRef="t参保月"/></inputData>
        <inputData id="in.paid" name="上年缴费"><variable name="上年缴费" typeRef="number"/></inputData>
        """
        + Models.DecisionOf("资格条件", "<context>" + Models.Entry("裁员率达标", "裁员率 <= 参数.裁员率上限", "C1") + Models.Entry("参保满一年", "count(参保月份[人数 > 0]) >= 12", "C2") + "</context>", "", "in.parameters", "in.rate", "in.months")
        + Models.DecisionOf("金额", "<context>" + Models.Entry("返还额", "round half up(上年缴费 * 参数.返还比例, 2)", "amount") + "<contextEntry>" + Models.Literal("返还额") + "</contextEntry></context>", "number", "in.parameters", "in.paid"));

    [Fact]
    public void Conditions_AreJudgedOneByOne()
    {
        var model = Models.Sound(Model);
        var months = Enumerable.Range(1, 12).Select(month => (object?)new Dictionary<string, object?> { ["月份"] = $"2019-{month:00}", ["人数"] = 5 }).ToArray();
        Assert.Equal("{裁员率达标: true, 参保满一年: true}", model.Show("资格条件", ("裁员率", 0.055m), ("参保月份", months), Parameters));
        Assert.Equal("{裁员率达标: false, 参保满一年: false}", model.Show("资格条件", ("裁员率", 0.06m), ("参保月份", months[1..]), Parameters));
    }

    [Fact]
    public void MissingInput_IsNotATrueCondition()
    {
        var conditions = Models.Sound(Model).Evaluate("资格条件", ("参保月份", Array.Empty<object?>()), Parameters).AsContext()!;
        Assert.False(conditions[0].IsTrue);
        Assert.True(conditions[1].IsFalse);
    }

    [Fact]
    public void Amount_IsRoundedWhereTheModelSays() => Assert.Equal("617.28", Models.Sound(Model).Show("金额", ("上年缴费", 1234.55m), Parameters));

    [Fact]
    public void EveryCondition_DependsOnItsOwnInputs()
    {
        var model = Models.Sound(Model);
        Assert.Equal(["in.parameters", "in.rate", "in.months"], model.FindDecision("资格条件")!.RequiredInputs);
        Assert.Equal(["C1", "C2"], model.FindDecision("资格条件")!.EntryIds);
        Assert.Equal(["amount"], model.FindDecision("金额")!.EntryIds);
        Assert.All(model.FindDecision("资格条件")!.Context!.Entries, entry => Assert.Equal(FeelType.Boolean, entry.Value.Type));
    }

    private static (string Name, object? Value) Parameters => ("参数", new Dictionary<string, object?> { ["裁员率上限"] = 0.055m, ["返还比例"] = 0.5m });
}
