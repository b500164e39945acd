using Wenbao.Feel;

namespace Wenbao.Dmn.Tests.Evaluation;

public sealed class DmnEngineTests
{
    private static readonly string Types = """
        <itemDefinition name="t规模"><typeRef>string</typeRef><allowedValues><text>"小型","微型"</text></allowedValues></itemDefinition>
        <itemDefinition name="t月"><itemComponent name="月份"><typeRef>string</typeRef></itemComponent><itemComponent name="人数"><typeRef>number</typeRef><allowedValues><text>[0..1000]</text></allowedValues></itemComponent></itemDefinition>
        <itemDefinition name="t各月" isCollection="true"><typeRef>t月</typeRef></itemDefinition>
        """;

    [Fact]
    public void Chain_IsEvaluatedInOrder()
    {
        var model = Models.Sound(Models.Of(Models.Decision("末", "中 + 1", "number", "d.中") + Models.Decision("中", "首 * 2", "number", "d.首") + Models.Decision("首", "甲", "number", "in.甲") + Models.Input("甲", "number")));
        Assert.Equal(["首", "中", "末"], model.Decisions.Select(decision => decision.Name));
        Assert.Equal("7", model.Show("末", ("甲", 3)));
        Assert.Equal(["in.甲"], model.FindDecision("末")!.RequiredInputs);
        Assert.Equal(["d.中"], model.FindDecision("末")!.RequiredDecisions);
    }

    [Fact]
    public void GivenDecision_ReplacesItsLogic()
    {
        var model = Models.Sound(Models.Of(Models.Decision("首", "1", "number") + Models.Decision("末", "首 + 1", "number", "d.首")));
        Assert.Equal("11", model.Show("末", ("首", 10)));
    }

    [Fact]
    public void DecisionWithoutLogic_IsNullUnlessGiven()
    {
        var model = Models.Sound(Models.Of("""<decision id="d.空" name="空"/>""" + Models.Decision("d", "空", "", "d.空")));
        Assert.Equal("null", model.Show("d"));
        Assert.Equal("5", model.Show("d", ("空", 5)));
    }

    [Fact]
    public void Today_IsWhatTheCallerSays()
    {
        var model = Models.Sound(Models.Of(Models.Decision("d", "today()", "date")));
        Assert.Equal("date(\"2020-06-30\")", model.Show("d", ("today()", new DateOnly(2020, 6, 30))));
    }

    [Fact]
    public void UnknownDecisionAndInput_AreReported()
    {
        var model = Models.Sound(Models.Of(Models.Decision("d", "1")));
        Assert.Equal(["DMN0060"], DmnEngine.Evaluate(model, "无", new Dictionary<string, FeelValue>()).Diagnostics.Codes());
        Assert.Equal(["DMN0061"], DmnEngine.Evaluate(model, "d", new Dictionary<string, FeelValue> { ["甲"] = FeelValue.True }).Diagnostics.Codes());
    }

    [Theory]
    [InlineData("number", "5", "DMN0062")]
    [InlineData("t规模", "大型", "DMN0063")]
    public void WrongInput_IsNullAndReported(string type, string value, string code)
    {
        var model = Models.Sound(Models.Of(Types + Models.Input("甲", type) + Models.Decision("d", "甲 = null", "boolean", "in.甲")));
        var result = DmnEngine.Evaluate(model, "d", new Dictionary<string, FeelValue> { ["甲"] = Models.Value(value) });
        Assert.Equal([code], result.Diagnostics.Codes());
        Assert.True(result.Value.IsTrue);
    }

    [Fact]
    public void MemberOutsideItsAllowedValues_IsReported()
    {
        var model = Models.Sound(Models.Of(Types + Models.Input("各月", "t各月") + Models.Decision("d", "count(各月)", "number", "in.各月")));
        object?[] months = [Month("2020-01", 3), Month("2020-02", 3000)];
        var result = DmnEngine.Evaluate(model, "d", new Dictionary<string, FeelValue> { ["各月"] = Models.Value(months) });
        Assert.Equal(["DMN0063"], result.Diagnostics.Codes());
        Assert.Contains("[0..1000]", result.Diagnostics[0].Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void ContextsInAnyMemberOrder_AreReadRight()
    {
        var model = Models.Sound(Models.Of(Types + Models.Input("各月", "t各月") + Models.Decision("d", "sum(各月[月份 >= \"2020-02\"].人数)", "number", "in.各月")));
        object?[] months = [Month("2020-01", 3), new Dictionary<string, object?> { ["备注"] = "x", ["人数"] = 4, ["月份"] = "2020-02" }, Month("2020-03", 5)];
        Assert.Equal("9", model.Show("d", ("各月", months)));
    }

    [Theory]
    [InlineData("\"text\"", "number", "null")]
    [InlineData("[5]", "number", "5")]
    [InlineData("[5, 6]", "number", "null")]
    [InlineData("5", "t数", "[5]")]
    [InlineData("[1, \"a\"]", "t数", "null")]
    [InlineData("{月份: \"2020-01\"}", "t月", "null")]
    [InlineData("{人数: 1, 月份: \"2020-01\", 多: 2}", "t月", "{月份: \"2020-01\", 人数: 1, 多: 2}")]
    public void ResultOfADecision_FitsItsTypeOrIsNull(string feel, string type, string expected)
    {
        var model = Models.Bind(Models.Of(Types + """<itemDefinition name="t数" isCollection="true"><typeRef>number</typeRef></itemDefinition>""" + Models.Decision("d", feel, type)));
        Assert.Equal(expected, model.Show("d"));
    }

    private static Dictionary<string, object?> Month(string month, int count) => new() { ["月份"] = month, ["人数"] = count };
}
