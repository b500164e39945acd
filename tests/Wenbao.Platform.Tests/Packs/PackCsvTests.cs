using CsCheck;
using Wenbao.Platform.Packs;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Packs;

public sealed class PackCsvTests
{
    private readonly PackReader reader = new();

    [Fact]
    public void Rows_KnowTheirLinesAndQuotedCells()
    {
        var rows = Read("code,name\r\n01,\"农业, 林业\"\r\n\r\n02,\"a \"\"b\"\"\nc\"\r\n03,\r\n");
        Assert.Equal(["农业, 林业", "a \"b\"\nc"], rows.Take(2).Select(r => r.Required("name").Text()));
        Assert.Equal([2, 4, 6], rows.Select(r => r.Line));
        Assert.Equal("01", rows[0].Required("code").Text());
        Assert.Null(rows[2].Optional("name"));
        Assert.Null(reader.Complete());
    }

    [Fact]
    public void MissingColumn_IsToldOnce_AndEmptyCellOnEachRow()
    {
        foreach (var row in Read("code,name\n01,\n02,x\n03,\n"))
        {
            row.Required("kind").Text();
            row.Required("name").Text();
        }

        Assert.Equal(["kind:r.csv:2", "name:r.csv:2", "name:r.csv:4"], reader.Complete()!.Details!.Select(p => (p.What.Zh.Contains("kind", StringComparison.Ordinal) ? "kind:" : "name:") + p.Where).Order());
    }

    [Fact]
    public void RaggedRowsAndOpenQuotes_AreReported()
    {
        Assert.Equal(2, Read("a,b\n1,2\n1\n1,2,3\n3,4\n5,\"6\n").Count);
        Assert.Equal(["PACK-0013 r.csv:3", "PACK-0013 r.csv:4", "PACK-0014 r.csv:6"], reader.Complete()!.Details!.Select(p => $"{p.Code} {p.Where}"));
    }

    [Fact]
    public void WhateverIsWrittenQuoted_IsReadBack() =>
        Gen.String[Gen.Char["a,\"\n中 "], 1, 8].Array[1, 4].Array[1, 5].Where(rows => rows.All(r => r.Length == rows[0].Length)).Sample(rows =>
        {
            var header = string.Join(',', rows[0].Select((_, i) => "c" + i));
            var text = header + "\n" + string.Concat(rows.Select(r => string.Join(',', r.Select(c => "\"" + c.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")) + "\n"));
            var read = Read(text);
            return read.Count == rows.Length && read.Zip(rows).All(p => p.Second.Select((c, i) => p.First.Required("c" + i).Text() == c).All(same => same));
        });

    private IReadOnlyList<PackNode> Read(string text) => PackCsv.Read(text, new PackFile("r.csv", "", "p", false), reader);
}
