using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Persistence;

/// <summary>Writes what a pass over one subject type came to, batch by batch, within one unit of work.</summary>
internal sealed partial class MatchStore(IUnitOfWork work, AudiencePlan audience, ContentDigest digest)
{
    private static readonly Column[] SubjectColumns = [new("subject_type", ColumnType.Text), new("number", ColumnType.Integer), new("ids", ColumnType.Binary)];
    private static readonly Column[] CellColumns = [new("policy", ColumnType.Text), new("number", ColumnType.Integer), new("cells", ColumnType.Binary)];

    private static readonly Column[] FoundColumns =
    [
        new("policy", ColumnType.Text), new("subject_id", ColumnType.Integer), new("subject_type", ColumnType.Text), new("public_id", ColumnType.Text),
        new("version", ColumnType.Text), new("town", ColumnType.Text), new("industry", ColumnType.Text), new("size", ColumnType.Text),
        new("cases", ColumnType.Integer), new("amount_fen", ColumnType.Integer), new("detail", ColumnType.Binary),
    ];

    private readonly SubjectDimensions dimensions = new(audience);
    private readonly SortedDictionary<int, byte[]> digests = [];

    /// <summary>Forgets what earlier passes left for this subject type.</summary>
    public async Task ClearAsync(CancellationToken cancel)
    {
        var db = work.Context<PoliciesDb>();
        var type = audience.Type.Id;
        await db.SubjectChunks.Where(c => c.SubjectType == type).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        await db.FoundSubjects.Where(f => f.SubjectType == type).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        foreach (var policy in audience.Plans.Select(p => p.Program.Policy.Id))
        {
            await db.CellChunks.Where(c => c.Policy == policy).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a judged batch.</summary>
    public async Task WriteAsync(PolicyMatcher.JudgedBatch batch, CancellationToken cancel)
    {
        await WriteRowsAsync("pol_subject_chunks", SubjectColumns, [[audience.Type.Id, (long)batch.Number, CellCodec.PackIds(batch.Rows.Select(r => r.Id))]], cancel).ConfigureAwait(false);
        var cells = audience.Plans.Select((plan, i) => new object?[] { plan.Program.Policy.Id, (long)batch.Number, CellCodec.Pack(batch.Cells[i]) }).ToList();
        await WriteRowsAsync("pol_cell_chunks", CellColumns, cells, cancel).ConfigureAwait(false);
        await WriteRowsAsync("pol_found_subjects", FoundColumns, FoundRows(batch), cancel).ConfigureAwait(false);
        digests[batch.Number] = BatchDigest(batch, cells);
    }

    /// <summary>Writes the summaries and adds the digest of every cell, in the order of the batches.</summary>
    public async Task CompleteAsync(IReadOnlyList<MatchSummary> summaries, CancellationToken cancel)
    {
        foreach (var part in digests.Values)
        {
            digest.Add(part);
        }

        var db = work.Context<PoliciesDb>();
        for (var i = 0; i < summaries.Count; i++)
        {
            var policy = audience.Plans[i].Program.Policy;
            await db.Summaries.Where(s => s.Policy == policy.Id).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
            db.Summaries.Add(StoredSummaryText.Of(summaries[i], policy.Version));
        }

        await work.SaveAsync(cancel).ConfigureAwait(false);
    }

    private static byte[] BatchDigest(PolicyMatcher.JudgedBatch batch, IReadOnlyList<object?[]> cells)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        hash.AppendData(CellCodec.PackIds(batch.Rows.Select(r => r.Id)));
        foreach (var row in cells)
        {
            hash.AppendData((byte[])row[2]!);
        }

        foreach (var cell in batch.Cells.SelectMany(c => c))
        {
            if (cell is { AmountFen: not 0 } found)
            {
                hash.AppendData(BitConverter.GetBytes(found.AmountFen));
            }
        }

        return hash.GetHashAndReset();
    }

    private IEnumerable<object?[]> FoundRows(PolicyMatcher.JudgedBatch batch)
    {
        var kept = (FoundKeeper)batch.Kept!;
        for (var plan = 0; plan < audience.Plans.Count; plan++)
        {
            var policy = audience.Plans[plan].Program.Policy;
            for (var i = 0; i < batch.Rows.Count; i++)
            {
                if (batch.Cells[plan][i] is { FoundCases: > 0 } cell)
                {
                    var row = batch.Rows[i];
                    var (town, industry, size) = dimensions.Of(row);
                    yield return [policy.Id, row.Id, audience.Type.Id, row.PublicId, policy.Version, town, industry, size, (long)cell.FoundCases, cell.AmountFen, kept.Detail(plan, row.Id)];
                }
            }
        }
    }

    private async Task WriteRowsAsync(string table, Column[] columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        var writer = await work.BulkAsync(table, columns, cancel).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var row in rows)
            {
                await writer.WriteAsync(row, cancel).ConfigureAwait(false);
            }

            await writer.CompleteAsync(cancel).ConfigureAwait(false);
        }
    }
}

/// <summary>The dimensions that lists of subjects are filtered by.</summary>
internal sealed class SubjectDimensions
{
    private readonly int town;
    private readonly int industry;
    private readonly int size;

    public SubjectDimensions(AudiencePlan audience)
    {
        town = ColumnOf(audience, "town");
        industry = ColumnOf(audience, "industry");
        size = ColumnOf(audience, "size");
    }

    /// <summary>The values of a subject; null where it has none.</summary>
    public (string? Town, string? Industry, string? Size) Of(SubjectRow row) => (Value(row, town), Value(row, industry), Value(row, size));

    private static int ColumnOf(AudiencePlan audience, string dimension) =>
        audience.Type.Dimensions.TryGetValue(dimension, out var attribute) ? audience.Scan.Column(attribute.Id) : -1;

    private static string? Value(SubjectRow row, int column) => column < 0 || column >= row.Values.Length ? null : row.Values[column].AsString();
}

/// <summary>Summaries as rows.</summary>
internal static class StoredSummaryText
{
    /// <summary>The row of a summary.</summary>
    public static StoredSummary Of(MatchSummary summary, string version) => new()
    {
        Policy = summary.Policy,
        Version = version,
        Audience = summary.Audience,
        Found = summary.Found,
        FoundCases = summary.FoundCases,
        NearMiss = summary.NearMiss,
        Undetermined = summary.Undetermined,
        Ineligible = summary.Ineligible,
        AmountFen = summary.AmountFen,
        Remaining = string.Join(',', summary.Remaining),
        Failures = string.Join(',', summary.Failures),
        AsOf = summary.AsOf,
    };

    /// <summary>The summary of a row.</summary>
    public static MatchSummary Read(StoredSummary row) =>
        new(row.Policy, row.Audience, row.Found, row.NearMiss, row.Undetermined, row.Ineligible, row.AmountFen)
        {
            FoundCases = row.FoundCases,
            Remaining = Numbers(row.Remaining),
            Failures = Numbers(row.Failures),
            AsOf = row.AsOf,
        };

    private static IReadOnlyList<long> Numbers(string text) =>
        text.Length == 0 ? [] : [.. text.Split(',').Select(n => long.Parse(n, CultureInfo.InvariantCulture))];
}
