using Wenbao.Feel.Binding;

namespace Wenbao.Dmn.Tests.Xml;

public sealed class DmnReaderTests
{
    [Theory]
    [InlineData("http://www.omg.org/spec/DMN/20180521/MODEL/", "1.2")]
    [InlineData("https://www.omg.org/spec/DMN/20191111/MODEL/", "1.3")]
    [InlineData("https://www.omg.org/spec/DMN/20211108/MODEL/", "1.4")]
    [InlineData("https://www.omg.org/spec/DMN/20230324/MODEL/", "1.5")]
    public void NamespaceOfVersion_IsRead(string xmlNamespace, string version)
    {
        var definitions = Models.Read($"""<m:definitions xmlns:m="{xmlNamespace}" name="a" namespace="n"><m:inputData id="i" name="岗位 数"/></m:definitions>""");
        Assert.Equal(version, definitions.SpecificationVersion);
        Assert.Equal("岗位 数", Assert.Single(definitions.InputData).Name);
    }

    [Fact]
    public void Decision_KeepsIdsNamesRequirementsAndPlaces()
    {
        var definitions = Models.Read($"""
            <definitions xmlns="{Models.Namespace15}" name="补贴" namespace="urn:subsidy">
              <inputData id="in.rate" name="裁员率"><variable name="裁员率" typeRef="number"/></inputData>
              <decision id="eligibility" name="资格条件">
                <question>是否符合？</question>
                <variable name="资格条件"/>
                <informationRequirement><requiredInput href="#in.rate"/></informationRequirement>
                <context>
                  <contextEntry id="C1"><variable name="裁员率达标" typeRef="boolean"/><literalExpression id="e1"><text>裁员率 &lt;= 0.055</text></literalExpression></contextEntry>
                </context>
              </decision>
            </definitions>
            """);

        var decision = Assert.Single(definitions.Decisions);
        Assert.Equal(("eligibility", "资格条件", "是否符合？", 3), (decision.Id, decision.Name, decision.Question, decision.Place.Line));
        Assert.Equal("in.rate", Assert.Single(decision.Requirements).Target.ElementId);
        var entry = Assert.Single(Assert.IsType<DmnContextExpression>(decision.Logic).Entries);
        Assert.Equal(("C1", "裁员率达标", "boolean"), (entry.Id, entry.Variable!.Name, entry.Variable.TypeRef));
        var text = Assert.IsType<DmnLiteralExpression>(entry.Value).Text;
        Assert.Equal("裁员率 <= 0.055", text.Text);
        Assert.Equal(8, text.Place.Line);
    }

    [Fact]
    public void Reference_WithOwnNamespace_IsLocal()
    {
        var definitions = Models.Read(Models.Of("""<inputData id="in.a" name="a"/><decision id="d" name="d"><informationRequirement><requiredInput href="urn:test#in.a"/></informationRequirement><literalExpression><text>a</text></literalExpression></decision>"""));
        Assert.Null(Assert.Single(definitions.Decisions[0].Requirements).Target.Namespace);
    }

    [Fact]
    public void DecisionTable_KeepsEverythingWritten()
    {
        var definitions = Models.Read(Models.Of("""
            <decision id="d" name="d"><decisionTable id="t" hitPolicy="COLLECT" aggregation="MAX" outputLabel="补贴">
              <input id="i" label="规模"><inputExpression typeRef="string"><text>规模</text></inputExpression><inputValues><text>"小型","微型"</text></inputValues></input>
              <output id="o" typeRef="number"><outputValues><text>1,2</text></outputValues><defaultOutputEntry><text>0</text></defaultOutputEntry></output>
              <annotation name="依据"/>
              <rule id="r1"><inputEntry id="c"><text>"小型"</text></inputEntry><outputEntry><text>2</text></outputEntry><annotationEntry><text>第三条</text></annotationEntry></rule>
            </decisionTable></decision>
            """));
        var table = Assert.IsType<DmnDecisionTable>(definitions.Decisions[0].Logic);
        Assert.Equal((FeelHitPolicy.Collect, FeelAggregation.Max, "补贴"), (table.HitPolicy, table.Aggregation, table.OutputLabel));
        Assert.Equal(("规模", "规模", "\"小型\",\"微型\""), (table.Inputs[0].Label, table.Inputs[0].Expression!.Text, table.Inputs[0].InputValues!.Text));
        Assert.Equal(("1,2", "0"), (table.Outputs[0].OutputValues!.Text, table.Outputs[0].Default!.Text));
        Assert.Equal("依据", Assert.Single(table.Annotations));
        Assert.Equal(("r1", "第三条"), (table.Rules[0].Id, table.Rules[0].Annotations[0]));
    }

    [Theory]
    [InlineData("""<decision id="d"><literalExpression><text>1</text></literalExpression></decision>""", "DMN0006")]
    [InlineData("""<inputData id="a" name="a"/><inputData id="a" name="b"/>""", "DMN0007")]
    [InlineData("""<inputData id="a" name="同名"/><decision id="b" name="同名"/>""", "DMN0008")]
    [InlineData("""<decision id="d" name="d"><context><contextEntry><variable name="x"/></contextEntry></context></decision>""", "DMN0010")]
    [InlineData("""<decision id="d" name="d"><conditional><if><literalExpression><text>true</text></literalExpression></if><then><literalExpression><text>1</text></literalExpression></then></conditional></decision>""", "DMN0010")]
    [InlineData("""<decision id="d" name="d"><poem/></decision>""", "DMN0011")]
    [InlineData("""<decision id="d" name="d"><decisionTable hitPolicy="SOMETIMES"><output/></decisionTable></decision>""", "DMN0012")]
    [InlineData("""<decision id="d" name="d"><informationRequirement><requiredInput/></informationRequirement></decision>""", "DMN0013")]
    [InlineData("""<decision id="d" name="d"><decisionTable><output/><rule/></decisionTable></decision>""", "DMN0014")]
    [InlineData("""<decision id="d" name="d"><decisionTable/></decision>""", "DMN0015")]
    [InlineData("""<decision id="d" name="d"><decisionTable><output name="a"/><output/></decisionTable></decision>""", "DMN0016")]
    [InlineData("""<decision id="d" name="d"><decisionTable aggregation="SUM"><output/></decisionTable></decision>""", "DMN0017")]
    [InlineData("""<decision id="d" name="d"><relation><column name="a"/><row/></relation></decision>""", "DMN0019")]
    public void Fault_IsReportedWithItsPlace(string body, string code)
    {
        var document = DmnReader.Read(Models.Of("\n" + body));
        var finding = Assert.Single(document.Diagnostics, finding => finding.Code == code);
        Assert.Equal(2, finding.Place.Line);
        Assert.DoesNotContain("{0}", finding.Zh + finding.En, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingNamespace_IsOnlyAWarning()
    {
        var document = DmnReader.Read($"""<definitions xmlns="{Models.Namespace15}" name="a"/>""");
        Assert.Equal("DMN0009", Assert.Single(document.Diagnostics).Code);
        Assert.True(document.IsSound);
    }
}
