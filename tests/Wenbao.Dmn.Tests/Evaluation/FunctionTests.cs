namespace Wenbao.Dmn.Tests.Evaluation;

public sealed class FunctionTests
{
    private static readonly string Rate = Knowledge("费率", "f.费率", "number", "<formalParameter name=\"人数\" typeRef=\"number\"/>" + Models.Literal("if 人数 > 30 then 0.2 else 0.055"));

    [Fact]
    public void Knowledge_IsCalledFromFeel()
    {
        var model = Models.Sound(Models.Of(Rate + Models.Decision("d", "费率(31)", "number", "f.费率")));
        Assert.Equal("0.2", model.Show("d"));
    }

    [Fact]
    public void Knowledge_IsCalledByABoxedInvocation()
    {
        var invocation = $"<invocation>{Models.Literal("费率")}<binding><parameter name=\"人数\"/>{Models.Literal("12")}</binding></invocation>";
        Assert.Equal("0.055", Models.Sound(Models.Of(Rate + Models.DecisionOf("d", invocation, "number", "f.费率"))).Show("d"));
    }

    [Fact]
    public void UnknownParameter_GivesNull()
    {
        var invocation = $"<invocation>{Models.Literal("费率")}<binding><parameter name=\"户数\"/>{Models.Literal("12")}</binding></invocation>";
        Assert.Equal("null", Models.Bind(Models.Of(Rate + Models.DecisionOf("d", invocation, "number", "f.费率"))).Show("d"));
    }

    [Fact]
    public void WronglyTypedArgument_DoesNotComeThrough()
    {
        var same = Knowledge("同", "f.同", "", "<formalParameter name=\"x\" typeRef=\"number\"/>" + Models.Literal("x"));
        Assert.Equal("[null, 3]", Models.Bind(Models.Of(same + Models.Decision("d", "[同(\"text\"), 同([3])]", "", "f.同"))).Show("d"));
    }

    [Fact]
    public void Knowledge_MayBeADecisionTableAndCallOthers()
    {
        var table = "<formalParameter name=\"n\" typeRef=\"number\"/><decisionTable><input><inputExpression typeRef=\"number\"><text>费率(n)</text></inputExpression></input><output typeRef=\"string\"/>"
            + "<rule><inputEntry><text>&gt; 0.1</text></inputEntry><outputEntry><text>\"宽\"</text></outputEntry></rule>"
            + "<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>\"严\"</text></outputEntry></rule></decisionTable>";
        var strict = Knowledge("尺度", "f.尺度", "string", table.Replace("<decisionTable>", "<decisionTable hitPolicy=\"FIRST\">", StringComparison.Ordinal), "f.费率");
        var model = Models.Sound(Models.Of(strict + Rate + Models.Decision("d", "[尺度(40), 尺度(4)]", "", "f.尺度")));
        Assert.Equal("[\"宽\", \"严\"]", model.Show("d"));
    }

    [Fact]
    public void Knowledge_MayCallItself()
    {
        var factorial = Knowledge("阶乘", "f.阶乘", "number", "<formalParameter name=\"n\" typeRef=\"number\"/>" + Models.Literal("if n <= 1 then 1 else n * 阶乘(n - 1)"));
        Assert.Equal("120", Models.Sound(Models.Of(factorial + Models.Decision("d", "阶乘(5)", "number", "f.阶乘"))).Show("d"));
    }

    [Fact]
    public void ExternalFunction_GivesNullAndIsReported()
    {
        var external = """<businessKnowledgeModel id="f.x" name="x"><encapsulatedLogic kind="Java"><context/></encapsulatedLogic></businessKnowledgeModel>""";
        var model = Models.Bind(Models.Of(external + Models.Decision("d", "x()", "", "f.x")));
        Assert.Equal(["DMN0038"], model.Diagnostics.Codes());
        Assert.Equal("null", model.Show("d"));
    }

    [Fact]
    public void Service_SeesItsParametersOnly()
    {
        var body = Models.Input("甲", "number") + Models.Input("乙", "number")
            + Models.Decision("内", "100", "number")
            + Models.Decision("外", "内 + 甲 + (if 乙 = null then 0 else 乙)", "number", "in.甲", "in.乙", "d.内")
            + """<decisionService id="f.服务" name="服务"><outputDecision href="#d.外"/><inputDecision href="#d.内"/><inputData href="#in.甲"/></decisionService>"""
            + Models.Decision("d", "[服务(1, 2), 服务(内: 5, 甲: 6), 外]", "", "f.服务", "d.外");
        var model = Models.Sound(Models.Of(body));
        Assert.Equal("[3, 11, 1030]", model.Show("d", ("甲", 30), ("乙", 900)));
    }

    [Fact]
    public void Service_WithSeveralOutputs_GivesAContext()
    {
        var body = Models.Input("甲", "number") + Models.Decision("一", "甲 + 1", "number", "in.甲") + Models.Decision("二", "一 * 2", "number", "d.一")
            + """<decisionService id="f.s" name="s"><outputDecision href="#d.一"/><outputDecision href="#d.二"/><inputData href="#in.甲"/></decisionService>"""
            + Models.Decision("d", "s(3)", "", "f.s");
        var model = Models.Sound(Models.Of(body));
        Assert.Equal("{一: 4, 二: 8}", model.Show("d"));
        Assert.Equal("{一: 4, 二: 8}", Wenbao.Feel.FeelText.Write(DmnEngine.Invoke(model, "s", new Dictionary<string, Wenbao.Feel.FeelValue> { ["甲"] = Models.Value(3) }).Value));
    }

    internal static string Knowledge(string name, string id, string type, string logic, params string[] requires) =>
        $"""<businessKnowledgeModel id="{id}" name="{name}"><variable name="{name}" typeRef="{type}"/><encapsulatedLogic>{logic}</encapsulatedLogic>{string.Concat(requires.Select(target => $"<knowledgeRequirement><requiredKnowledge href=\"#{target}\"/></knowledgeRequirement>"))}</businessKnowledgeModel>""";
}
