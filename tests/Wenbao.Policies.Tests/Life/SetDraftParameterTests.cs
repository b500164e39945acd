using Wenbao.Kernel;
using static Wenbao.Policies.Tests.Life.Landing;

namespace Wenbao.Policies.Tests.Life;

public sealed class SetDraftParameterTests
{
    [DatabaseTheory, DatabaseData]
    public async Task NewDay_IsPutInItsPlace_AndNothingElseIsTouched(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        await district.SendAsAsync(Author, new SetDraftParameter(made.Draft, "min_staff", new DateOnly(2020, 9, 1), "9"));
        await district.SendAsAsync(Author, new SetDraftParameter(made.Draft, "min_staff", NextMonth, "8"));
        var edited = await district.SendAsAsync(Author, new SetDraftParameter(made.Draft, "min_staff", NextMonth, "8.5"));
        Assert.Empty(edited.Findings);
        Assert.Equal(
            Files(Help, 1)["parameters.yaml"].Replace(
                "    - {from: '2020-01-01', value: '5'}  # 第一条\n",
                "    - {from: '2020-01-01', value: '5'}  # 第一条\n    - {from: '2020-07-01', value: '8.5'}\n    - {from: '2020-09-01', value: '9'}\n",
                StringComparison.Ordinal),
            (await district.AskAsync(new GetDraft(made.Draft))).Files["parameters.yaml"]);
    }

    [Theory]
    [InlineData("min_staff", "viele", "LIFE-0010")]
    [InlineData("min_staff", "", "LIFE-0010")]
    [InlineData("min_staff", "5]}\n- x", "LIFE-0010")]
    [InlineData("valid_to", "31.12.2020", "LIFE-0010")]
    [InlineData("no_such", "5", "LIFE-0009")]
    [InlineData("min_staff]", "5", "LIFE-0009")]
    public async Task WrongValueOrParameter_IsRefused(string parameter, string value, string code)
    {
        using var folder = new TestFolder();
        await using var database = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        Assert.Equal(code, (await district.TrySendAsAsync(Author, new SetDraftParameter(made.Draft, parameter, NextMonth, value))).Problem?.Code);
        Assert.Equal(Files(Help, 1)["parameters.yaml"], (await district.AskAsync(new GetDraft(made.Draft))).Files["parameters.yaml"]);
    }

    [Theory]
    [InlineData("- {id: rate, name: {zh: 比例, en: Rate}, type: number, clause: s2, values: [{from: '2020-01-01', value: '10'}]}\n", "values: [{from: '2020-01-01', value: '10'}, {from: '2020-07-01', value: '12'}]")]
    [InlineData("- {id: rate, name: {zh: 比例, en: Rate}, type: number, clause: s2, values: [{from: '2020-08-01', value: '10'}]}\n", "values: [{from: '2020-07-01', value: '12'}, {from: '2020-08-01', value: '10'}]")]
    [InlineData("- id: rate\n  values:\n  - from: 2020-01-01\n    value: 10\n  type: number\n", "  - from: 2020-01-01\n    value: 10\n  - {from: '2020-07-01', value: '12'}\n  type: number\n")]
    [InlineData("- id: rate\n  type: number\n  values:\n  - from: 2020-07-01\n    value: 10", "    value: '12'")]
    [InlineData("- id: rate\n  type: number\n  values:\n  - {from: 2020-01-01, value: 10}", "  - {from: 2020-01-01, value: 10}\n  - {from: '2020-07-01', value: '12'}\n")]
    public void EveryWayToWriteTheList_IsKept(string text, string expected) =>
        Assert.Contains(expected, ParameterForm.Set(text, "p", "rate", NextMonth, "12").ShouldSucceed(), StringComparison.Ordinal);

    [Theory]
    [InlineData("list<string>", "['a']", "b、c", "['b', 'c']")]
    [InlineData("string", "a", "it's", "'it''s'")]
    [InlineData("years and months duration", "P12M", "P24M", "'P24M'")]
    public void ValueIsWrittenByItsType(string type, string before, string value, string expected)
    {
        var text = $"- id: x\n  type: {type}\n  values:\n    - {{from: '2020-01-01', value: {before}}}\n";
        Assert.Contains($"{{from: '2020-07-01', value: {expected}}}", ParameterForm.Set(text, "p", "x", NextMonth, value).ShouldSucceed(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- [")]
    [InlineData("a: b")]
    [InlineData("- id: rate\n  values: 5\n")]
    public void UnreadableFile_IsRefused(string text) =>
        ParameterForm.Set(text, "p", "rate", NextMonth, "12").ShouldBeProblem(PolicyLifeProblems.ParametersNotReadable);
}
