using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Tests.Matching;

/// <summary>Everything that a district keeps of its last pass, as text by subject: what two districts must share when they were decided alike.</summary>
internal static class StoredPass
{
    /// <summary>Cells by policy and subject number: outcome, failed and unknown conditions.</summary>
    public static async Task<SortedDictionary<(string Policy, long Subject), (Outcome Outcome, uint Failed, uint Unknown)>> CellsAsync(District district)
    {
        var cells = new SortedDictionary<(string, long), (Outcome, uint, uint)>();
        await using var db = await district.Database.ReadAsync<PoliciesDb>(CancellationToken.None);
        var subjects = await db.SubjectChunks.AsNoTracking().ToDictionaryAsync(c => (c.SubjectType, c.Number), c => CellCodec.UnpackIds(c.Ids));
        foreach (var chunk in await db.CellChunks.AsNoTracking().ToListAsync())
        {
            var ids = subjects[(district.Engine.Library.Find(chunk.Policy).ShouldSucceed().Audience, chunk.Number)];
            var unpacked = CellCodec.Unpack(chunk.Cells);
            Assert.Equal(ids.Count, unpacked.Length);
            for (var i = 0; i < unpacked.Length; i++)
            {
                if (unpacked[i] is { } cell)
                {
                    cells.Add((chunk.Policy, ids[i]), (cell.Outcome, cell.Failed, cell.Unknown));
                }
            }
        }

        return cells;
    }

    /// <summary>What was found, with inputs and steps as kept.</summary>
    public static async Task<List<string>> FoundAsync(District district)
    {
        await using var db = await district.Database.ReadAsync<PoliciesDb>(CancellationToken.None);
        var rows = await db.FoundSubjects.AsNoTracking().OrderBy(f => f.Policy).ThenBy(f => f.SubjectId).ToListAsync();
        return [.. rows.Select(f => $"{f.Policy} {f.SubjectId} {f.PublicId} {f.Town} {f.Industry} {f.Size} {f.Cases} {f.AmountFen} {Encoding.UTF8.GetString(CellCodec.Decompress(f.Detail))}")];
    }

    /// <summary>Cells, found rows and summaries, one a line.</summary>
    /// <param name="district">The district.</param>
    /// <param name="only">One policy only; null for all.</param>
    public static async Task<string> TextAsync(District district, string? only = null)
    {
        var text = new StringBuilder();
        foreach (var ((policy, subject), cell) in (await CellsAsync(district)).Where(c => only is null || c.Key.Policy == only))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{policy} {subject} {cell}");
        }

        foreach (var found in (await FoundAsync(district)).Where(f => only is null || f.StartsWith(only + " ", StringComparison.Ordinal)))
        {
            text.AppendLine(found);
        }

        foreach (var (policy, summary) in (await district.AskAsync(new GetPolicyOverview())).Summaries.Where(s => only is null || s.Key == only).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{policy} {summary with { Elapsed = default, AsOf = null }} {summary.FoundCases} {string.Join(',', summary.Remaining)} {string.Join(',', summary.Failures)}");
        }

        return text.ToString();
    }
}
