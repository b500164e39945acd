namespace Wenbao.Policies.Tests.Matching;

/// <summary>Holds explanations, which are decided afresh, against what a pass kept.</summary>
internal static class ExplainedAs
{
    /// <summary>Every policy of the first subjects of each type, and of some found ones, is told as it is stored.</summary>
    public static async Task StoredAsync(District district, int subjectsPerType)
    {
        var cells = await StoredPass.CellsAsync(district);
        var found = (await StoredPass.FoundAsync(district)).Select(f => f.Split(' ', 9)).ToDictionary(f => (f[0], f[2]), f => f[7]);
        foreach (var type in district.Registry.SubjectTypes)
        {
            var policies = district.Engine.Library.Policies.Where(p => p.Audience == type.Id).ToList();
            var sample = new List<(long Id, string PublicId)>();
            await foreach (var batch in district.Reader.StreamAsync(type, new SubjectQuery { Columns = [type.PublicId.Id], WithHistory = false }))
            {
                sample.AddRange(batch.Rows.Select(r => (r.Id, r.PublicId)));
            }

            foreach (var (id, publicId) in sample.Where((_, i) => i % Math.Max(1, sample.Count / subjectsPerType) == 0))
            {
                var told = (await district.ExplainAsync(publicId)).Policies.ToDictionary(p => p.Policy.Id);
                foreach (var policy in policies)
                {
                    Assert.Equal(cells.ContainsKey((policy.Id, id)), told.ContainsKey(policy.Id));
                    if (told.TryGetValue(policy.Id, out var explained))
                    {
                        AssertSame(policy, cells[(policy.Id, id)], explained, found.GetValueOrDefault((policy.Id, publicId)));
                    }
                }
            }
        }
    }

    private static void AssertSame(Policy policy, (Outcome Outcome, uint Failed, uint Unknown) cell, PolicyExplanation explained, string? foundFen)
    {
        Assert.Equal(cell.Outcome, explained.Best.Outcome);
        Assert.Equal(Ids(policy, cell.Failed), explained.Best.Conditions.Where(c => c.Result != true).Select(c => c.Id));
        if (cell.Outcome == Outcome.Undetermined)
        {
            Assert.Equal(Ids(policy, cell.Unknown), explained.Best.Conditions.Where(c => c.Result is null).Select(c => c.Id));
        }

        Assert.Equal(foundFen, cell.Outcome == Outcome.Eligible ? $"{explained.Total.Fen}" : null);
    }

    private static IEnumerable<string> Ids(Policy policy, uint mask) => policy.Conditions.Where((_, i) => (mask & (1u << i)) != 0).Select(c => c.Id);
}
