using Wenbao.Feel;

namespace Wenbao.Dmn.Tests.Binding;

public sealed class DmnBinderTests
{
    [Fact]
    public void MissingRequirement_IsNamedAndTheValueIsNull()
    {
        var model = Models.Bind(Models.Of("\n" + Models.Input("参保 人数", "number") + Models.Decision("d", "参保 人数 + 1", "number")));
        var finding = Assert.Single(model.Diagnostics);
        Assert.Equal(("DMN0035", 2, "d.d"), (finding.Code, finding.Place.Line, finding.ElementId));
        Assert.Contains("“参保 人数”", finding.Zh, StringComparison.Ordinal);
        Assert.Equal("null", model.Show("d", ("参保 人数", 3)));
    }

    [Fact]
    public void MissingRequirement_IsFoundInCellsToo()
    {
        var table = """<decisionTable><input><inputExpression><text>甲</text></inputExpression></input><output/><rule><inputEntry id="cell"><text>&lt; 乙</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable>""";
        var model = Models.Bind(Models.Of(Models.Input("甲", "number") + Models.Input("乙", "number") + Models.DecisionOf("d", table, "", "in.甲")));
        Assert.Equal(("DMN0035", "cell"), (Assert.Single(model.Diagnostics).Code, model.Diagnostics[0].ElementId));
    }

    [Fact]
    public void MisspeltName_IsAFeelFindingAtItsPlace()
    {
        var xml = Models.Of($"""<decision id="d" name="d"><context><contextEntry id="C1"><variable name="a"/><literalExpression><text>1 +{"\n"}  人树 + 2</text></literalExpression></contextEntry></context></decision>""");
        var finding = Assert.Single(Models.Bind(xml).Diagnostics);
        Assert.StartsWith("FEEL", finding.Code, StringComparison.Ordinal);
        Assert.Equal(new SourcePlace(2, 3), finding.Place);
    }

    [Fact]
    public void Circle_IsReportedWithItsPath()
    {
        var model = Models.Bind(Models.Of(Models.Decision("甲", "乙", "", "d.乙") + Models.Decision("乙", "丙", "", "d.丙") + Models.Decision("丙", "甲", "", "d.甲")));
        var finding = Assert.Single(model.Diagnostics);
        Assert.Equal("DMN0034", finding.Code);
        Assert.Contains("甲 → 乙 → 丙 → 甲", finding.En, StringComparison.Ordinal);
        Assert.Equal(3, model.Decisions.Count);
        Assert.Equal("null", model.Show("甲"));
    }

    [Fact]
    public void TwoThousandDecisionsInAChain_AreBound()
    {
        var body = Models.Decision("d0", "1", "number") + string.Concat(Enumerable.Range(1, 2_000).Select(i => Models.Decision($"d{i}", $"d{i - 1} + 1", "number", $"d.d{i - 1}")).Reverse());
        Assert.Equal("2001", Models.Sound(Models.Of(body)).Show("d2000"));
    }

    [Fact]
    public void MissingElement_IsReported()
    {
        var model = Models.Bind(Models.Of(Models.Decision("d", "1", "", "in.无")));
        Assert.Equal(["DMN0033"], model.Diagnostics.Codes());
    }

    [Fact]
    public void OtherVariableName_IsAWarningAndTheNameThatCounts()
    {
        var model = Models.Bind(Models.Of("""<inputData id="in.a" name="甲"><variable name="乙"/></inputData>""" + Models.Decision("d", "乙", "", "in.a")));
        Assert.Equal(["DMN0040"], model.Diagnostics.Codes());
        Assert.Equal("3", model.Show("d", ("乙", 3)));
    }

    [Fact]
    public void BoxedContext_KeepsEntryIds()
    {
        var context = "<context>" + Models.Entry("甲", "true", "C1") + Models.Entry("乙", "甲", "C2") + Models.Entry("丙", "乙") + "<contextEntry id=\"result\">" + Models.Literal("丙") + "</contextEntry></context>";
        var decision = Models.Sound(Models.Of(Models.DecisionOf("资格条件", context))).FindDecision("资格条件")!;
        Assert.Equal(["C1", "C2", null], decision.EntryIds);
        Assert.Equal("result", decision.ResultEntryId);
        Assert.Equal(["甲", "乙", "丙"], decision.Context!.Entries.Select(entry => entry.Name));
        Assert.Same(decision.Context, decision.Logic);
    }

    [Fact]
    public void DeclaredContextType_KeepsTheContextInReach()
    {
        var type = """<itemDefinition name="t"><itemComponent name="乙"><typeRef>number</typeRef></itemComponent><itemComponent name="甲"><typeRef>number</typeRef></itemComponent></itemDefinition>""";
        var model = Models.Sound(Models.Of(type + Models.DecisionOf("d", "<context>" + Models.Entry("甲", "1", "a") + Models.Entry("乙", "2", "b") + "</context>", "t") + Models.Decision("e", "d.甲 - d.乙", "number", "d.d")));
        Assert.Equal(["a", "b"], model.FindDecision("d")!.EntryIds);
        Assert.Equal(["甲", "乙"], model.FindDecision("d")!.Context!.Entries.Select(entry => entry.Name));
        Assert.Equal("-1", model.Show("e"));
    }

    [Fact]
    public void ImpossibleType_IsReported()
    {
        var model = Models.Bind(Models.Of(Models.Decision("d", "\"text\"", "number")));
        Assert.Equal(["DMN0042"], model.Diagnostics.Codes());
    }

    [Fact]
    public void Slots_AreDistinctAndInsideTheFrame()
    {
        var model = Models.Sound(Models.Of(Models.Input("甲", "number") + Models.Input("乙") + Models.Decision("d", "甲", "number", "in.甲")));
        int[] slots = [model.TodaySlot, model.NowSlot, .. model.Inputs.Select(input => input.Slot), .. model.Decisions.Select(decision => decision.Slot)];
        Assert.Equal(slots.Length, slots.Distinct().Count());
        Assert.All(slots, slot => Assert.InRange(slot, 0, model.Layout.Size - 1));
        Assert.Equal([FeelType.Number, FeelType.Any], model.Inputs.Select(input => input.Type));
    }

    [Fact]
    public void InstanceOf_KnowsItemDefinitions()
    {
        var type = """<itemDefinition name="t人"><itemComponent name="年龄"><typeRef>number</typeRef></itemComponent></itemDefinition>""";
        Assert.Equal("[true, false]", Models.Sound(Models.Of(type + Models.Decision("d", "[{年龄: 3} instance of t人, {岁: 3} instance of t人]"))).Show("d"));
    }
}
