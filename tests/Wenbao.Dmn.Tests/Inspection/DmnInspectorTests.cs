namespace Wenbao.Dmn.Tests.Inspection;

public sealed class DmnInspectorTests
{
    [Fact]
    public void EntryText_IsFoundById()
    {
        var inspector = new DmnInspector(Models.Read(Models.Of(
            Models.Input("裁员率", "number") + Models.DecisionOf("资格条件", "<context>" + Models.Entry("裁员率达标", " 裁员率 <= 参数.上限 ", "C1") + "</context>", "", "in.裁员率"))));
        Assert.Equal("裁员率 <= 参数.上限", inspector.TextOf("C1"));
        Assert.Equal("裁员率达标", inspector.NameOf("C1"));
        var decision = Assert.Single(inspector.Decisions);
        Assert.Equal(new DmnRequirementOutline(DmnRequirementKind.Input, null, "in.裁员率", "裁员率"), Assert.Single(decision.Requirements));
        Assert.Equal(("C1", "裁员率达标"), (decision.Entries[0].Id, decision.Entries[0].Name));
        Assert.Null(inspector.TextOf("in.裁员率"));
        Assert.Equal("裁员率", inspector.NameOf("in.裁员率"));
        Assert.Null(inspector.PlaceOf("nothing"));
    }

    [Theory]
    [InlineData("<conditional><if>{0}</if><then>{1}</then><else>{2}</else></conditional>", "if a then b else c")]
    [InlineData("<list>{0}{1}</list>", "[a, b]")]
    [InlineData("<filter><in>{0}</in><match>{1}</match></filter>", "a[b]")]
    [InlineData("<for iteratorVariable=\"x\"><in>{0}</in><return>{1}</return></for>", "for x in a return b")]
    [InlineData("<every iteratorVariable=\"x\"><in>{0}</in><satisfies>{1}</satisfies></every>", "every x in a satisfies b")]
    [InlineData("<invocation>{0}<binding><parameter name=\"p\"/>{1}</binding></invocation>", "a(p: b)")]
    [InlineData("<relation><column name=\"x\"/><row>{0}</row><row>{1}</row></relation>", "[{{x: a}}, {{x: b}}]")]
    [InlineData("<functionDefinition><formalParameter name=\"x\"/>{0}</functionDefinition>", "function(x) a")]
    public void BoxedExpression_IsWrittenAsFeel(string boxed, string expected)
    {
        var xml = string.Format(null, boxed, Models.Literal("a"), Models.Literal("b"), Models.Literal("c"));
        var inspector = new DmnInspector(Models.Read(Models.Of(Models.DecisionOf("d", xml))));
        Assert.Equal(expected.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal), inspector.TextOf("d.d"));
    }

    [Fact]
    public void Rule_IsWrittenAsCondition()
    {
        var inspector = new DmnInspector(Models.Read(Models.Of(Models.DecisionOf("d", """
            <decisionTable><input><inputExpression><text>人数</text></inputExpression></input><input><inputExpression><text>规模</text></inputExpression></input><output/>
            <rule id="r1"><inputEntry id="c1"><text>&lt; 30</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry id="o1"><text>0.2</text></outputEntry></rule></decisionTable>
            """))));
        Assert.Equal("人数 in (< 30) → 0.2", inspector.TextOf("r1"));
        Assert.Equal(("< 30", "0.2"), (inspector.TextOf("c1"), inspector.TextOf("o1")));
    }
}
