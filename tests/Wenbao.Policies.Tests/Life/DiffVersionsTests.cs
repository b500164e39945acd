using Wenbao.Policies.Life;
using static Wenbao.Policies.Tests.Life.Landing;

namespace Wenbao.Policies.Tests.Life;

public sealed class DiffVersionsTests
{
    [DatabaseTheory, DatabaseData]
    public async Task Draft_TellsEveryPieceItChanges_AndNothingElse(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        Assert.True((await district.AskAsync(new DiffDraft(made.Draft))).IsEmpty);
        await district.SendAsAsync(Author, new SetDraftParameter(made.Draft, "min_staff", NextMonth, "8"));
        await district.SendAsAsync(Author, new EditDraftFile(made.Draft, "source.md", Files(Help, 1)["source.md"].Replace("二、按税额的比例补助。", "二、按税额的比例补助，取整到分。", StringComparison.Ordinal)));
        await district.SendAsAsync(Author, new EditDraftFile(made.Draft, "decision.dmn", Files(Help, 1)["decision.dmn"].Replace("人数 &gt;= 参数", "人数 &gt; 参数", StringComparison.Ordinal)));
        var diff = await district.AskAsync(new DiffDraft(made.Draft));
        Assert.Equal((made.BaseVersion, "2"), (diff.From, diff.To.Split('-')[0]));
        Assert.Empty(diff.Metadata);
        Assert.Empty(diff.Steps);
        Assert.Empty(diff.Inputs);
        Assert.Equal(("s2", "二、按税额的比例补助。", "二、按税额的比例补助，取整到分。"), diff.Clauses.Select(c => (c.Id, c.Fields.Single().Before, c.Fields.Single().After)).Single());
        Assert.Equal(("C1", "人数 >= 参数.最低人数", "人数 > 参数.最低人数"), diff.Conditions.Select(c => (c.Id, c.Fields.Single().Before, c.Fields.Single().After)).Single());
        Assert.Equal(("min_staff", NextMonth, "5", "8"), diff.Parameters.Select(p => (p.Id, p.Values.Single().From, p.Values.Single().Before, p.Values.Single().After)).Single());
    }

    [Fact]
    public void RealPolicies_DifferPieceByPiece_AndNotFromThemselves()
    {
        var programs = JimoPack.Library.Programs;
        Assert.All(programs, program => Assert.True(PolicyComparison.Of(program, program).IsEmpty, program.Policy.Id));
        var diff = PolicyComparison.Of(programs[0], programs[1]);
        Assert.Contains(diff.Conditions, c => c.IsAdded);
        Assert.Contains(diff.Conditions, c => c.IsRemoved);
        Assert.NotEmpty(diff.Clauses);
        Assert.NotEmpty(diff.Metadata);
        Assert.Contains(diff.Parameters, p => p.Values.All(v => v.Before is null));
    }
}
