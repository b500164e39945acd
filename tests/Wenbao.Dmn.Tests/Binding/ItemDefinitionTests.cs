using Wenbao.Feel;

namespace Wenbao.Dmn.Tests.Binding;

public sealed class ItemDefinitionTests
{
    [Fact]
    public void Constants_AreExposedInOrder()
    {
        var allowed = AllowedOf("string", "\"小型\", \"微型\", null");
        Assert.Equal([FeelValue.Of("小型"), FeelValue.Of("微型")], allowed.Values);
        Assert.True(allowed.Contains(FeelValue.Of("微型")));
        Assert.False(allowed.Contains(FeelValue.Of("大型")));
        Assert.True(allowed.Contains(FeelValue.Null));
    }

    [Theory]
    [InlineData("[0..100]", "0", true, "100", true)]
    [InlineData("[0..100)", "0", true, "100", false)]
    [InlineData("> 5", "5", false, "null", false)]
    [InlineData("<= -5", "null", false, "-5", true)]
    [InlineData("[0..10], [20..30)", "0", true, "30", false)]
    [InlineData("1, 2, 5", "1", true, "5", true)]
    [InlineData("? >= 0 and ? < 9", "0", true, "9", false)]
    [InlineData("? between 2 and 4", "2", true, "4", true)]
    [InlineData("not(5)", "null", false, "null", false)]
    [InlineData("< 5, > 10", "null", false, "null", false)]
    public void Bounds_AreExposed(string tests, string minimum, bool minimumIncluded, string maximum, bool maximumIncluded)
    {
        var allowed = AllowedOf("number", tests);
        Assert.Equal(
            (minimum, minimumIncluded, maximum, maximumIncluded),
            (FeelText.Write(allowed.Minimum), allowed.MinimumIncluded, FeelText.Write(allowed.Maximum), allowed.MaximumIncluded));
    }

    [Theory]
    [InlineData("floor(?) = ?", 0)]
    [InlineData("decimal(?, 2) = ?", 2)]
    [InlineData("? >= 0 and ? = decimal(?, 4)", 4)]
    [InlineData("[0..1]", null)]
    public void DecimalPlaces_AreExposed(string tests, int? scale) => Assert.Equal(scale, AllowedOf("number", tests).Scale);

    [Fact]
    public void Dates_HaveBounds()
    {
        var allowed = AllowedOf("date", ">= date(\"2020-01-01\")");
        Assert.Equal("date(\"2020-01-01\")", FeelText.Write(allowed.Minimum));
        Assert.False(allowed.Contains(FeelValue.Of(new DateOnly(2019, 12, 31))));
    }

    [Fact]
    public void Alias_KeepsTheConstraintOfItsBase()
    {
        var model = Models.Sound(Models.Of(
            """<itemDefinition name="a"><typeRef>number</typeRef><allowedValues><text>[0..10]</text></allowedValues></itemDefinition><itemDefinition name="b"><typeRef>a</typeRef><typeConstraint><text>floor(?) = ?</text></typeConstraint></itemDefinition>"""
            + Models.Input("甲", "b")));
        var allowed = model.Inputs[0].AllowedValues!;
        Assert.True(allowed.Contains(FeelValue.Of(3m)));
        Assert.False(allowed.Contains(FeelValue.Of(3.5m)));
        Assert.False(allowed.Contains(FeelValue.Of(11m)));
    }

    [Fact]
    public void Collection_ExposesTheValuesOfItsItems()
    {
        var model = Models.Sound(Models.Of("""<itemDefinition name="t" isCollection="true"><typeRef>string</typeRef><allowedValues><text>"a","b"</text></allowedValues></itemDefinition>""" + Models.Input("甲", "t")));
        Assert.Equal(FeelType.ListOf(FeelType.String), model.Inputs[0].Type);
        Assert.Equal(2, model.Inputs[0].AllowedValues!.Values.Count);
    }

    [Fact]
    public void Structure_IsNestedAndOrdered()
    {
        var model = Models.Sound(Models.Of("""
            <itemDefinition name="t"><itemComponent name="月"><typeRef>string</typeRef></itemComponent>
            <itemComponent name="人" isCollection="true"><itemComponent name="号"><typeRef>number</typeRef></itemComponent></itemComponent></itemDefinition>
            """ + Models.Input("甲", "t")));
        var type = Assert.IsType<ContextFeelType>(model.Inputs[0].Type);
        Assert.Equal(["月", "人"], type.Members.Select(member => member.Name));
        Assert.Equal(FeelType.ListOf(FeelType.ContextOf([new FeelMember("号", FeelType.Number)])), type.Members[1].Type);
    }

    [Fact]
    public void UnknownType_IsReportedAndAny()
    {
        var model = Models.Bind(Models.Of(Models.Input("甲", "tNothing")));
        Assert.Equal(["DMN0036"], model.Diagnostics.Codes());
        Assert.Equal(FeelType.Any, model.Inputs[0].Type);
    }

    [Fact]
    public void CircleOfTypes_IsReported()
    {
        var model = Models.Bind(Models.Of("""<itemDefinition name="a"><typeRef>b</typeRef></itemDefinition><itemDefinition name="b"><typeRef>a</typeRef></itemDefinition>""" + Models.Input("甲", "a")));
        Assert.Equal(["DMN0037"], model.Diagnostics.Codes());
    }

    private static AllowedValues AllowedOf(string type, string tests)
    {
        var definition = $"""<itemDefinition name="t"><typeRef>{type}</typeRef><allowedValues><text>{System.Security.SecurityElement.Escape(tests)}</text></allowedValues></itemDefinition>""";
        return Models.Sound(Models.Of(definition + Models.Input("甲", "t"))).Inputs[0].AllowedValues!;
    }
}
