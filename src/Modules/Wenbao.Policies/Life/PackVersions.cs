using Wenbao.Platform.Data;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Life;

/// <summary>Keeps the pack's own versions in the database, so that they stay readable when the pack changes. Nobody decides anything by it, so the audit does not hear of it.</summary>
internal static class PackVersions
{
    private const string Insert =
        "INSERT INTO pol_version (policy, version, origin, in_force_on, published_at, digest, files) VALUES (@policy, @version, @origin, @on, @at, @digest, @files) ON CONFLICT DO NOTHING";

    /// <summary>Keeps those that are not kept yet.</summary>
    /// <param name="database">The database.</param>
    /// <param name="library">The pack's policies.</param>
    /// <param name="kept">What is kept already.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Stops the keeping.</param>
    public static async Task KeepAsync(Database database, PolicyLibrary library, IReadOnlySet<(string Policy, string Version)> kept, DateTimeOffset now, CancellationToken cancel)
    {
        var missing = library.Policies.Where(p => !kept.Contains((p.Id, p.Version))).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var work = await database.BeginAsync(nameof(PackVersions), cancel).ConfigureAwait(false);
        await using (work.ConfigureAwait(false))
        {
            foreach (var policy in missing)
            {
                var folder = library.FolderInPack(policy.Id)!;
                var insert = work.Command(Insert)
                    .With(work.Dialect, "policy", ColumnType.Text, policy.Id)
                    .With(work.Dialect, "version", ColumnType.Text, policy.Version)
                    .With(work.Dialect, "origin", ColumnType.Text, nameof(VersionOrigin.Pack))
                    .With(work.Dialect, "on", ColumnType.Date, policy.Validity.From)
                    .With(work.Dialect, "at", ColumnType.Instant, now)
                    .With(work.Dialect, "digest", ColumnType.Text, VersionText.ContentDigest(folder))
                    .With(work.Dialect, "files", ColumnType.Binary, VersionFiles.Pack(folder.Texts()));
                await using (insert.ConfigureAwait(false))
                {
                    await insert.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
                }
            }

            await work.CommitAsync(cancel).ConfigureAwait(false);
        }
    }
}
