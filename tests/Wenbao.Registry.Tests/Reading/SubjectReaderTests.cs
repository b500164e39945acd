using CsCheck;
using Wenbao.Feel;
using Wenbao.TestKit;

namespace Wenbao.Registry.Tests.Reading;

public sealed class SubjectReaderTests
{
    [DatabaseTheory, DatabaseData]
    public async Task ReadingAsOfAnyDay_ReplaysTheHistory(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        var start = new DateOnly(2020, 1, 1);
        var firm = 0;
        var steps = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 3].Nullable()).Array[1, 8];
        await steps.SampleAsync(
            async changes =>
            {
                firm++;
                await town.ImportAsync($"code,name,staff\n{RegistryScenario.Code(firm)},甲,0\n", start);
                var told = new SortedDictionary<DateOnly, int?> { [start] = 0 };
                var day = start;
                foreach (var (days, staff) in changes)
                {
                    day = day.AddDays(days);
                    await town.ImportAsync($"code,staff\n{RegistryScenario.Code(firm)},{staff}\n", day);
                    told[day] = staff;
                }

                var row = (await town.Reader.FindAsync(town.FirmType, RegistryScenario.Code(firm), new SubjectQuery { Columns = ["staff"] })).ShouldSucceed().Row;
                for (var at = start; at <= day; at = at.AddDays(1))
                {
                    var expected = FeelValue.Of((decimal?)told.Last(t => t.Key <= at).Value);
                    Assert.Equal(expected, row.ValuesAt(at)[0]);
                    if (told.ContainsKey(at))
                    {
                        Assert.Equal(expected, await town.ValueAsync(firm, "staff", at));
                    }
                }
            },
            iter: 10, threads: 1);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Search_FindsByPartOfTheNameAndStartOfTheCode(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        await town.ImportAsync(string.Concat(Enumerable.Range(1, 30).Select(i => $"{RegistryScenario.Code(i)},即墨{i}%厂\n").Prepend("code,name\n")));
        Assert.Equal((30, 10), await Found("即墨", 10));
        Assert.Equal((1, 1), await Found("墨7%", 10));
        Assert.Equal((0, 0), await Found("墨_", 10));
        Assert.Equal((1, 1), await Found(RegistryScenario.Code(3)[..16].ToLowerInvariant(), 10));
        (await town.Reader.FindAsync(town.FirmType, "nobody")).ShouldBeProblem(RegistryProblems.SubjectNotFound);

        async Task<(long, int)> Found(string text, int take)
        {
            var page = await town.Reader.SearchAsync(town.FirmType, text, 0, take);
            return (page.Total, page.Hits.Count);
        }
    }
}
