using System.Text.Json;
using MiniExcelLibs;
using Wenbao.Kernel;

namespace Wenbao.Cli.Tests;

/// <summary>Files of departments going in and out.</summary>
public sealed class TransferTests(JimoDistrict jimo, TinyTown tiny)
{
    private const string NewFirm = "91370215Y00000016Y";

    [Fact]
    public async Task GoodRowsGoIn_BadOnesAreQuarantined_TheSecondTimeNothingChanges()
    {
        using var folder = new TestFolder();
        var data = jimo.CopyTo(folder);
        var known = await FirstFirmAsync(data, folder);
        folder.With("firms.csv", $"""
            credit_code,名称,kind,staff,reg_date,status
            {known.Code},{known.Name},enterprise,{known.Staff + 1},2016-09-02,active
            {NewFirm},新来公司,enterprise,3,2020-01-02,active
            91370215Y00000024R,日期不存在,enterprise,3,2020-13-02,active
            91370215Y00000025R,校验码错,enterprise,3,2020-01-02,active
            92370215Y12345679N,不是数字,enterprise,三,2020-01-02,active
            93370215Y7654321XG,没有这个状态,enterprise,4,2020-01-02,actve
            {NewFirm},重复,enterprise,3,2020-01-02,active
            92370215Y9999999XN,日期太远,enterprise,3,2120-01-02,active
            91370215Y0A0B0C02Q,人数为负,enterprise,-1,2020-01-02,active

            """);
        var file = Path.Combine(folder.Path, "firms.csv");
        var scrub = new Dictionary<string, string> { [folder.Path] = "FOLDER" };
        var first = (await jimo.RunOnAsync(data, "import", "enterprise", file)).ShouldSucceed();
        Snapshot.Match(first.Transcript() + "--- quarantine\n" + await File.ReadAllTextAsync(file + ".quarantine.csv"), scrub: scrub);

        var second = (await jimo.RunOnAsync(data, "import", "enterprise", file, "--json")).ShouldSucceed().Json();
        Assert.Equal((0, 0, 2, 7, 0), Counts(second));

        var explained = (await jimo.RunOnAsync(data, "explain", "--subject", NewFirm, "--lang", "en")).ShouldSucceed();
        Assert.StartsWith("新来公司  " + NewFirm, explained.Out, StringComparison.Ordinal);
        // What is kept of the pass, and was decided again for the changed firms only, is what a pass over everything gives.
        Assert.Equal((await jimo.RunOnAsync(data, "match", "--json")).Out, (await jimo.DemoAsync(data, "--json")).Out);
    }

    [Fact]
    public async Task Workbook_IsReadLikeText()
    {
        using var folder = new TestFolder();
        var data = jimo.CopyTo(folder);
        var file = Path.Combine(folder.Path, "firms.xlsx");
        await MiniExcel.SaveAsAsync(file, new[]
        {
            new Dictionary<string, object?> { ["统一社会信用代码"] = NewFirm, ["name"] = "新来公司", ["kind"] = "企业", ["staff"] = 3, ["reg_date"] = new DateTime(2020, 1, 2) },
            new Dictionary<string, object?> { ["统一社会信用代码"] = "91370215Y00000025R", ["name"] = "校验码错", ["kind"] = "企业", ["staff"] = 3, ["reg_date"] = new DateTime(2020, 1, 2) },
        });
        Assert.Equal((1, 0, 0, 1, 1), Counts((await jimo.RunOnAsync(data, "import", "enterprise", file, "--json")).ShouldSucceed().Json()));
        Assert.Equal((0, 0, 1, 1, 0), Counts((await jimo.RunOnAsync(data, "import", "enterprise", file, "--json")).ShouldSucceed().Json()));
    }

    [Fact]
    public async Task Records_HaveFilesOfTheirOwn()
    {
        using var folder = new TestFolder();
        var data = jimo.CopyTo(folder);
        var file = Path.Combine(folder.Path, "months.csv");
        var exported = (await jimo.RunOnAsync(data, "export", "enterprise.si_months", "--out", file, "--json")).ShouldSucceed().Json();
        Assert.NotEqual(0, exported.GetProperty("rows").GetInt64());
        var counts = Counts((await jimo.RunOnAsync(data, "import", "enterprise.si_months", file, "--json")).ShouldSucceed().Json());
        Assert.Equal((0, 0, exported.GetProperty("rows").GetInt64(), 0, 0), counts);
        (await jimo.RunOnAsync(data, "import", "enterprise.nothing", file)).ShouldRefuse("REG-0061");
    }

    [Fact]
    public async Task WhatIsExported_ComesBackUnchanged()
    {
        using var folder = new TestFolder();
        var data = jimo.CopyTo(folder);
        var file = Path.Combine(folder.Path, "firms.csv");
        var rows = (await jimo.RunOnAsync(data, "export", "enterprise", "--out", file, "--json")).ShouldSucceed().Json().GetProperty("rows").GetInt64();
        Assert.Equal(rows, File.ReadLines(file).Count() - 1);
        Assert.Equal((0, 0, rows, 0, 0), Counts((await jimo.RunOnAsync(data, "import", "enterprise", file, "--json")).ShouldSucceed().Json()));
    }

    [Fact]
    public async Task Formula_IsDisarmedOnExport_AndComesBackAsItWas()
    {
        using var folder = new TestFolder();
        var data = tiny.CopyTo(folder);
        foreach (var name in (string[])["=HYPERLINK(1)", "+SUM(1)", "-2+3", "@SUM(A1)"])
        {
            folder.With("firms.csv", $"firm_no,apprentices\n{name},1\n");
            Assert.Equal(1, (await tiny.RunOnAsync(data, "import", "enterprise", Path.Combine(folder.Path, "firms.csv"), "--json")).ShouldSucceed().Json().GetProperty("created").GetInt64());
        }

        var file = Path.Combine(folder.Path, "out.csv");
        (await tiny.RunOnAsync(data, "export", "enterprise", "--out", file)).ShouldSucceed();
        var lines = await File.ReadAllLinesAsync(file);
        Assert.DoesNotContain(lines, l => l.TrimStart('"') is ['=' or '+' or '-' or '@', ..]);
        Assert.Contains("'=HYPERLINK(1),1,", lines);
        Assert.Equal((0, 0, 204, 0, 0), Counts((await tiny.RunOnAsync(data, "import", "enterprise", file, "--json")).ShouldSucceed().Json()));
    }

    [Fact]
    public async Task WrongFiles_AreAnswered_AndNothingGoesIn()
    {
        using var folder = new TestFolder();
        var data = tiny.CopyTo(folder);
        var before = await tiny.RunOnAsync(data, "match", "--json");
        byte[] picture = [0x89, .. "PNG\r\n"u8, 0x1a, .. "\n"u8, 0, 0, 0, 13];
        byte[] archive = [.. "PK\u0003\u0004"u8, 20, 0, 0, 0, 8, 0];
        var answers = new List<string>();
        foreach (var (name, content) in new (string, byte[])[]
        {
            ("picture.csv", picture), ("picture.xlsx", picture), ("page.csv", "<!DOCTYPE html><html><body><table></table></body></html>"u8.ToArray()),
            ("archive.csv", archive), ("archive.xlsx", archive), ("empty.csv", []), ("prose.csv", "Dear colleagues\nplease find\n"u8.ToArray()),
            ("headers.csv", "firm_no,aprentices,cost\nLX00001,1,2\n"u8.ToArray()), ("no-key.csv", "apprentices,training_cost\n1,2\n"u8.ToArray()),
            ("twice.csv", "firm_no,apprentices,学徒人数\nLX00001,1,2\n"u8.ToArray()),
        })
        {
            var file = Path.Combine(folder.Path, name);
            await File.WriteAllBytesAsync(file, content);
            foreach (var language in (string[])["zh", "en"])
            {
                var run = await tiny.RunOnAsync(data, "import", "enterprise", file, "--lang", language);
                Assert.Equal(WenbaoCommand.Refused, run.ExitCode);
                answers.Add($"{name}: {run.Error}");
            }
        }

        Snapshot.Match(string.Concat(answers));
        Assert.Equal(before.Out, (await tiny.RunOnAsync(data, "match", "--json")).Out);
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.Path), f => f.EndsWith(".quarantine.csv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gb18030_IsRead()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var folder = new TestFolder();
        var data = tiny.CopyTo(folder);
        var file = Path.Combine(folder.Path, "firms.csv");
        await File.WriteAllTextAsync(file, "企业编号,学徒人数\n柳溪９号,4\n", System.Text.Encoding.GetEncoding("GB18030"));
        (await tiny.RunOnAsync(data, "import", "enterprise", file)).ShouldSucceed();
        Assert.StartsWith("柳溪９号", (await tiny.RunOnAsync(data, "explain", "--subject", "柳溪９号")).ShouldSucceed().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileOfFiveGigabytes_IsRefusedAtOnce()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "big.csv");
        await using (var stream = File.Create(file))
        {
            stream.SetLength(5L << 30);
        }

        var allocated = GC.GetTotalAllocatedBytes();
        (await tiny.RunAsync("import", "enterprise", file)).ShouldRefuse("REG-0051");
        Assert.InRange(GC.GetTotalAllocatedBytes() - allocated, 0, 500_000_000);
    }

    private static (long Created, long Changed, long Unchanged, long Quarantined, long Subjects) Counts(JsonElement result)
    {
        var count = (string name) => result.GetProperty(name).GetInt64();
        Assert.Equal(count("read"), count("created") + count("changed") + count("unchanged") + count("quarantined"));
        return (count("created"), count("changed"), count("unchanged"), count("quarantined"), count("changedSubjects"));
    }

    private async Task<(string Code, string Name, int Staff)> FirstFirmAsync(string data, TestFolder folder)
    {
        var file = Path.Combine(folder.Path, "before.csv");
        (await jimo.RunOnAsync(data, "export", "enterprise", "--out", file)).ShouldSucceed();
        var lines = await File.ReadAllLinesAsync(file);
        var headers = lines[0].TrimStart('\uFEFF').Split(',');
        var cells = lines.Skip(1).Select(l => l.Split(',')).First(c => c[Array.IndexOf(headers, "reg_date")] != "2016-09-02" && int.TryParse(c[Array.IndexOf(headers, "staff")], out _));
        Assert.True(CreditCode.IsValid(cells[0]));
        return (cells[0], cells[1], int.Parse(cells[Array.IndexOf(headers, "staff")], System.Globalization.CultureInfo.InvariantCulture));
    }
}
