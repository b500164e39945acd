namespace Wenbao.Dmn.Tests.Evaluation;

public sealed class BoxedExpressionTests
{
    [Fact]
    public void Context_LaterEntriesSeeEarlierOnes()
    {
        var model = Models.Sound(Models.Of(Models.DecisionOf("金额", "<context>" + Models.Entry("基数", "100") + Models.Entry("补贴 金额", "基数 * 0.5") + Models.Entry("合计", "基数 + 补贴 金额") + "</context>")));
        Assert.Equal("{基数: 100, 补贴 金额: 50, 合计: 150}", model.Show("金额"));
    }

    [Fact]
    public void Context_WithResultEntry_GivesTheResult()
    {
        var model = Models.Sound(Models.Of(Models.DecisionOf("金额", "<context>" + Models.Entry("a", "2") + "<contextEntry>" + Models.Literal("a * 3") + "</contextEntry></context>")));
        Assert.Equal("6", model.Show("金额"));
    }

    [Fact]
    public void Context_WithTwins_IsNullAndReported()
    {
        var model = Models.Bind(Models.Of(Models.DecisionOf("d", "<context>" + Models.Entry("a", "2") + Models.Entry("a", "3") + "</context>")));
        Assert.Equal(["DMN0041"], model.Diagnostics.Codes());
        Assert.Equal("null", model.Show("d"));
    }

    [Theory]
    [InlineData("人数 > 3", 5, "\"大\"")]
    [InlineData("人数 > 3", 2, "\"小\"")]
    [InlineData("人数 > 3", null, "\"小\"")]
    [InlineData("\"text\"", 2, "null")]
    public void Conditional_ChoosesOrIsNull(string condition, int? number, string expected)
    {
        var conditional = $"<conditional><if>{Models.Literal(condition)}</if><then>{Models.Literal("\"大\"")}</then><else>{Models.Literal("\"小\"")}</else></conditional>";
        var model = Models.Bind(Models.Of(Models.Input("人数", "number") + Models.DecisionOf("d", conditional, "", "in.人数")));
        Assert.Equal(expected, model.Show("d", ("人数", number)));
    }

    [Theory]
    [InlineData("for", "return", "月 * 2", "[2, 4, 6]")]
    [InlineData("some", "satisfies", "月 > 2", "true")]
    [InlineData("every", "satisfies", "月 > 2", "false")]
    [InlineData("some", "satisfies", "if 月 = 2 then true else \"no truth\"", "null")]
    [InlineData("every", "satisfies", "if 月 = 2 then false else \"no truth\"", "null")]
    public void Iterator_RunsOverTheList(string kind, string part, string body, string expected)
    {
        var iterator = $"<{kind} iteratorVariable=\"月\"><in>{Models.Literal("[1, 2, 3]")}</in><{part}>{Models.Literal(body)}</{part}></{kind}>";
        Assert.Equal(expected, Models.Sound(Models.Of(Models.DecisionOf("d", iterator))).Show("d"));
    }

    [Fact]
    public void For_KnowsItsPartialResult()
    {
        var iterator = $"<for iteratorVariable=\"i\"><in>{Models.Literal("[1, 2, 3]")}</in><return>{Models.Literal("i + count(partial)")}</return></for>";
        Assert.Equal("[1, 3, 5]", Models.Sound(Models.Of(Models.DecisionOf("d", iterator))).Show("d"));
    }

    [Theory]
    [InlineData("item > 1", "[2, 3]")]
    [InlineData("item > 5", "[]")]
    [InlineData("\"no truth\"", "null")]
    [InlineData("if item = 2 then \"no truth\" else true", "null")]
    public void Filter_KeepsMatchingItems(string match, string expected)
    {
        var filter = $"<filter><in>{Models.Literal("[1, 2, 3]")}</in><match>{Models.Literal(match)}</match></filter>";
        Assert.Equal(expected, Models.Bind(Models.Of(Models.DecisionOf("d", filter))).Show("d"));
    }

    [Fact]
    public void Filter_SeesTheMembersOfItems()
    {
        var filter = $"<filter><in>{Models.Literal("[{年龄: 17, 姓名: \"甲\"}, {年龄: 20, 姓名: \"乙\"}]")}</in><match>{Models.Literal("年龄 >= 18")}</match></filter>";
        Assert.Equal("[{年龄: 20, 姓名: \"乙\"}]", Models.Sound(Models.Of(Models.DecisionOf("d", filter))).Show("d"));
    }

    [Fact]
    public void List_HoldsItsItems() =>
        Assert.Equal("[1, \"a\"]", Models.Sound(Models.Of(Models.DecisionOf("d", $"<list>{Models.Literal("1")}{Models.Literal("\"a\"")}</list>"))).Show("d"));

    [Fact]
    public void Relation_IsAListOfContexts()
    {
        var relation = $"<relation><column name=\"镇\"/><column name=\"人\"/><row>{Models.Literal("\"龙泉\"")}{Models.Literal("3")}</row><row>{Models.Literal("\"环秀\"")}{Models.Literal("4")}</row></relation>";
        var model = Models.Sound(Models.Of(Models.DecisionOf("表", relation) + Models.Decision("和", "sum(表.人)", "number", "d.表")));
        Assert.Equal("[{镇: \"龙泉\", 人: 3}, {镇: \"环秀\", 人: 4}]", model.Show("表"));
        Assert.Equal("7", model.Show("和"));
    }

    [Fact]
    public void FunctionDefinition_IsAValue()
    {
        var function = $"<contextEntry><variable name=\"加倍\"/><functionDefinition><formalParameter name=\"x\" typeRef=\"number\"/>{Models.Literal("x * 2")}</functionDefinition></contextEntry>";
        var model = Models.Sound(Models.Of(Models.DecisionOf("d", $"<context>{function}<contextEntry>{Models.Literal("加倍(4)")}</contextEntry></context>")));
        Assert.Equal("8", model.Show("d"));
    }

    [Fact]
    public void ForeignLanguage_IsNullAndReported()
    {
        var model = Models.Bind(Models.Of("""<decision id="d" name="d"><literalExpression expressionLanguage="javascript"><text>1</text></literalExpression></decision>"""));
        Assert.Equal(["DMN0018"], model.Diagnostics.Codes());
        Assert.Equal("null", model.Show("d"));
    }
}
