using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using static Wenbao.Policies.Tests.Life.Landing;

namespace Wenbao.Policies.Tests.Life;

public sealed class EditDraftTests
{
    [DatabaseTheory, DatabaseData]
    public async Task Copy_HasTheFilesInForce_AndNoFaults(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help, Note: "提高门槛"));
        var draft = await district.AskAsync(new GetDraft(made.Draft));
        Assert.Equal(Files(Help, 1).OrderBy(f => f.Key), draft.Files.OrderBy(f => f.Key));
        Assert.Empty(draft.Findings);
        Assert.Equal(4, draft.Examples.Count(e => e.Passes));
        Assert.Equal((DraftState.Editing, Author, "提高门槛"), (draft.Item.State, draft.Item.CreatedBy, draft.Item.Note));
        Assert.StartsWith("1-", made.BaseVersion, StringComparison.Ordinal);
        Assert.Equal(LifeEventKind.Drafted, Assert.Single(draft.History).Kind);
    }

    [DatabaseTheory, DatabaseData]
    public async Task CopyUnderANewId_NamesItEverywhere_AndTakesTheNextNumber(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help, "pier-help"));
        var draft = await district.AskAsync(new GetDraft(made.Draft));
        Assert.Empty(draft.Findings);
        Assert.Equal(("pier-help", 3, "1"), (draft.Policy?.Id, draft.Policy?.Number, draft.Policy?.Version.Split('-')[0]));
        Assert.DoesNotContain(draft.Files, f => f.Value.Contains(Help, StringComparison.Ordinal));
        (await district.TrySendAsAsync(Author, new CreateDraft(Help, "pier-help"))).ShouldBeProblem(PolicyLifeProblems.PolicyIdTaken);
        (await district.TrySendAsAsync(Author, new CreateDraft(Help, Other))).ShouldBeProblem(PolicyLifeProblems.PolicyIdTaken);
    }

    [Theory]
    [InlineData("Pier")]
    [InlineData("ab")]
    [InlineData("-pier")]
    [InlineData("pier-")]
    [InlineData("pier--help")]
    [InlineData("../pier")]
    [InlineData("码头-help")]
    public async Task NewIdThatIsNone_IsRefused(string id)
    {
        using var folder = new TestFolder();
        await using var database = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var problem = (await district.TrySendAsAsync(Author, new CreateDraft(Help, id))).ShouldBeProblem(OperationProblems.Invalid);
        Assert.Equal(PolicyLifeProblems.PolicyIdMalformed.Code, Assert.Single(problem.Details!).Code);
        (await district.TrySendAsAsync(Author, new CreateDraft("no-such"))).ShouldBeProblem(PolicyProblems.PolicyNotFound);
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoEditors_TheSecondIsToldThatTheDraftMovedOn(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        var source = Files(Help, 1)["source.md"];
        var first = await district.SendAsAsync(Author, new EditDraftFile(made.Draft, "source.md", source + "甲。\n"), made.RowVersion);
        (await district.TrySendAsAsync(Approver, new EditDraftFile(made.Draft, "source.md", source + "乙。\n"), made.RowVersion)).ShouldBeProblem(OperationProblems.ChangedMeanwhile);
        (await district.TrySendAsAsync(Approver, new SetDraftParameter(made.Draft, "rate", NextMonth, "12"), made.RowVersion)).ShouldBeProblem(OperationProblems.ChangedMeanwhile);
        var files = (await district.AskAsync(new GetDraft(made.Draft))).Files;
        Assert.EndsWith("甲。\n", files["source.md"], StringComparison.Ordinal);
        Assert.Equal(Files(Help, 1)["parameters.yaml"], files["parameters.yaml"]);
        Assert.True(first.RowVersion > made.RowVersion);
    }

    [DatabaseTheory, DatabaseData]
    public async Task ManyEditorsAtOnce_EachEditHoldsOrIsRefused(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i =>
            district.TrySendAsAsync(Author, new SetDraftParameter(made.Draft, "rate", NextMonth, $"{10 + i}"), made.RowVersion)));
        Assert.Equal(1, answers.Count(a => a.IsSuccess));
        Assert.All(answers.Where(a => !a.IsSuccess), a => a.ShouldBeProblem(OperationProblems.ChangedMeanwhile));
        Assert.Equal(made.RowVersion + 1, (await district.AskAsync(new GetDraft(made.Draft))).Item.RowVersion);
    }

    public static TheoryData<string, string, string, string> BadFiles() => new()
    {
        { "policy.yaml", "title: [", "PACK-0006", "policy.yaml" },
        { "policy.yaml", "id: rope-help\n" + Files(Help, 1)["policy.yaml"][(Files(Help, 1)["policy.yaml"].IndexOf('\n') + 1)..], "LIFE-0026", "policy.yaml:1" },
        { "policy.yaml", Files(Help, 1)["policy.yaml"].Replace("'no': 1", "'no': 2", StringComparison.Ordinal), "LIFE-0030", "policy.yaml:2" },
        { "policy.yaml", Files(Help, 1)["policy.yaml"].Replace("{registry: staff}", "{registry: no_such}", StringComparison.Ordinal), "POL-0014", "policy.yaml:17" },
        { "policy.yaml", Files(Help, 1)["policy.yaml"].Replace("id: C1", "id: C9", StringComparison.Ordinal), "POL-0005", "decision.dmn" },
        { "policy.yaml", Files(Help, 1)["policy.yaml"].Replace("to: '2020-12-31'", "to: '2019-12-31'", StringComparison.Ordinal), "PACK-0020", "policy.yaml:12" },
        { "policy.yaml", "a: &a [x, x, x]\nb: &b [*a, *a, *a]\n", "PACK-0021", "policy.yaml:2" },
        { "decision.dmn", "<definitions", "POL-0004", "decision.dmn:1" },
        { "decision.dmn", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><definitions>&e;</definitions>", "POL-0004", "decision.dmn:1" },
        { "decision.dmn", Files(Help, 1)["decision.dmn"].Replace("人数 &gt;= 参数.最低人数", "人数 &gt;= ", StringComparison.Ordinal), "POL-0004", "decision.dmn:18" },
        { "parameters.yaml", Files(Help, 1)["parameters.yaml"].Replace("value: '5'", "value: five", StringComparison.Ordinal), "PACK-0011", "parameters.yaml:20" },
        { "parameters.yaml", "- {id: rate, name: {zh: 比例, en: Rate}, type: number, clause: s2, values: []}\n", "PACK-0010", "parameters.yaml:1" },
        { "examples.yaml", Files(Help, 1)["examples.yaml"].Replace("outcome: eligible", "outcome: perhaps", StringComparison.Ordinal), "PACK-0012", "examples.yaml:4" },
        { "examples.yaml", "", "LIFE-0028", "examples.yaml" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task FaultyFile_IsSaved_AndToldWithItsPlace(string file, string text, string code, string place)
    {
        using var folder = new TestFolder();
        await using var database = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        await district.SendAsAsync(Author, new EditDraftFile(made.Draft, file, text));
        var draft = await district.AskAsync(new GetDraft(made.Draft));
        Assert.Equal(text, draft.Files[file]);
        Assert.Contains(draft.Findings, f => f.Code == code && f.Where.StartsWith(place, StringComparison.Ordinal));
        var tested = await district.SendAsAsync(Author, new TestDraft(made.Draft));
        Assert.False(tested.IsGreen);
        Assert.Equal(DraftState.Editing, (await district.AskAsync(new GetDraft(made.Draft))).Item.State);
        (await district.TrySendAsAsync(Author, new SubmitDraft(made.Draft, NextMonth))).ShouldBeProblem(code == "LIFE-0028" ? PolicyLifeProblems.NotTested : PolicyLifeProblems.DraftFaulty);
    }

    [Theory]
    [InlineData("../policy.yaml")]
    [InlineData("policies/rope-help/policy.yaml")]
    [InlineData("/policy.yaml")]
    [InlineData("policy.YAML")]
    [InlineData("notes.txt")]
    public async Task FileThatAPolicyDoesNotHave_IsRefused(string file)
    {
        using var folder = new TestFolder();
        await using var database = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        Refused(await district.TrySendAsAsync(Author, new EditDraftFile(made.Draft, file, "x")), PolicyLifeProblems.FileNotOfPolicy);
        Assert.Equal(made.RowVersion, (await district.AskAsync(new GetDraft(made.Draft))).Item.RowVersion);
    }

    [Fact]
    public async Task HugeOrBinaryText_IsRefused()
    {
        using var folder = new TestFolder();
        await using var database = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        Refused(await district.TrySendAsAsync(Author, new EditDraftFile(made.Draft, "source.md", new string('长', EditDraftFile.CharactersMax + 1))), PolicyLifeProblems.FileTooLarge);
        Refused(await district.TrySendAsAsync(Author, new EditDraftFile(made.Draft, "source.md", "一\n二\0")), PolicyLifeProblems.TextNotPlain);
        (await district.TrySendAsAsync(Author, new EditDraftFile(99, "source.md", "x"))).ShouldBeProblem(PolicyLifeProblems.DraftNotFound);
        (await district.TrySendAsAsync("owner", new EditDraftFile(made.Draft, "source.md", "x"))).ShouldBeProblem(OperationProblems.NotAllowed);
    }

    [Fact]
    public async Task LineEndsOfABrowser_AreNoChange()
    {
        using var folder = new TestFolder();
        await using var database = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        await district.SendAsAsync(Author, new TestDraft(made.Draft));
        await district.SendAsAsync(Author, new EditDraftFile(made.Draft, "source.md", Files(Help, 1)["source.md"].ReplaceLineEndings("\r\n")));
        Assert.Equal(DraftState.Tested, (await district.AskAsync(new GetDraft(made.Draft))).Item.State);
    }

    private static void Refused<T>(Result<T> answer, ProblemKind kind) =>
        Assert.Equal(kind.Code, Assert.Single(answer.ShouldBeProblem(OperationProblems.Invalid).Details!).Code);
}
