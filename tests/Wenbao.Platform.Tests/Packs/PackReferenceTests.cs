using Wenbao.Platform.Packs;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Packs;

public sealed class PackReferenceTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly PackReader reader = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Holidays_BecomeAWorkCalendar()
    {
        var calendar = PackReference.Holidays(Pack("reference/holidays.csv",
            "date,year,iso_weekday,kind,class\n2020-06-25,2020,4,day_off,statutory\n2020-06-26,2020,5,day_off,swapped_rest\n2020-06-28,2020,7,makeup_workday,makeup\n"), reader);
        Assert.True(calendar.IsWorkday(new DateOnly(2020, 6, 28)).Value);
        Assert.False(calendar.IsWorkday(new DateOnly(2020, 6, 26)).Value);
        Assert.False(calendar.IsWorkday(new DateOnly(2021, 6, 26)).IsSuccess);
        Assert.True(reader.IsClean);
    }

    [Fact]
    public void Industries_RollUp()
    {
        var tree = PackReference.Industries(Pack("reference/gbt4754.csv", "code,name,parent,level,section\nC,制造业,,1,C\n13,农副食品加工业,C,2,C\n131,谷物磨制,13,3,C\n"), reader);
        Assert.Equal(("C", 3), (tree.RollUp("131", 1)!.Code, tree.Find("131")!.Level));
    }

    [Fact]
    public void Divisions_WhoseParentIsNotListed_AreTheTop()
    {
        var tree = PackReference.Divisions(Pack("reference/divisions.csv",
            "code,name_zh,name_en,parent,level,kind\n3702,青岛市,Qingdao City,37,city,prefecture_level_city\n370215,即墨区,Jimo District,3702,district,urban_district\n"), reader);
        Assert.Equal((null, 1, "Jimo District"), (tree.Find("3702")!.Parent, tree.Find("3702")!.Level, tree.Find("370215")!.Name.En));
        Assert.True(tree.IsWithin("370215", "3702"));
    }

    [Fact]
    public void CodesThatContradict_AreReportedAndLeftOut()
    {
        var tree = PackReference.Industries(Pack("reference/gbt4754.csv", "code,name,parent,level\nA,农业,,1\nA,农业,,1\nX,甲,Y,2\nY,乙,X,2\n"), reader);
        Assert.Equal("A", Assert.Single(tree.Entries).Code);
        Assert.Equal([3, 4, 5], reader.Complete()!.Details!.Select(p => int.Parse(p.Where!.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Series_ByMonthAndByPublication()
    {
        var series = PackReference.Series(Pack("series/monthly.csv",
            "month,cpi_yoy,lpr_1y,lpr_published_on,cpi_basis\n2020-03,4.3,4.05,2020-03-20,national\n2020-04,3.3,3.85,2020-04-20,national\n2020-05,,3.85,2020-05-20,national\n"), reader);
        Assert.Equal(["cpi_yoy", "lpr_1y"], series.Keys);
        Assert.Equal(4.3m, series["cpi_yoy"].Of(new DateOnly(2020, 3, 31)));
        Assert.Null(series["cpi_yoy"].Of(new DateOnly(2020, 5, 1)));
        Assert.Equal((4.05m, 3.85m), (series["lpr_1y"].LastPublished(new DateOnly(2020, 4, 19)), series["lpr_1y"].LastPublished(new DateOnly(2020, 4, 20))));
        Assert.Null(series["lpr_1y"].LastPublished(new DateOnly(2020, 3, 19)));
        Assert.True(reader.IsClean);
    }

    [Fact]
    public void MissingTable_IsAProblem()
    {
        PackReference.Holidays(folder.WithPack("p").Load("p"), reader);
        Assert.Single(reader.Problems).ShouldBe(PackProblems.FileMissing);
    }

    private Pack Pack(string path, string content) => folder.WithPack("p").With("p/" + path, content).Load("p");
}
