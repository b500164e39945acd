using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>
/// Tells everyone whom the last matching found what they are entitled to, and those of whom data are missing what is missing (告知). What was told, claimed or had already is not told again;
/// nothing is told of policies under which no claim is taken, nor of cases whose last claim day has passed.
/// </summary>
/// <param name="Policies">The policies; null for all.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator, Duty.System)]
public sealed record NotifyFound(IReadOnlyList<string>? Policies = null) : IOperation<NotifiedFound>;

/// <summary>What came of it.</summary>
/// <param name="Told">Entitlements that subjects were told of.</param>
/// <param name="Amount">Their amount, as matching found it.</param>
/// <param name="MissingTold">Subjects told of missing data.</param>
public sealed record NotifiedFound(long Told, Money Amount, long MissingTold);

internal sealed class NotifyFoundHandler(MatchEngine engine, SubjectReader reader, PolicyStandings standings, BusinessClock clock, JobProgress progress)
    : IOperationHandler<NotifyFound, NotifiedFound>
{
    public async Task<Result<NotifiedFound>> HandleAsync(NotifyFound operation, OperationSession session, CancellationToken cancel)
    {
        foreach (var id in operation.Policies ?? [])
        {
            if (engine.Library.Find(id) is { IsSuccess: false } unknown)
            {
                return unknown.Problem!;
            }
        }

        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        var work = new NotifyWork(session, reader, store, order, new Moment(clock.Now, session.Scope.Today, session.Scope.Actor));
        var (told, fen, missing) = (0L, 0L, 0L);
        foreach (var audience in engine.Audiences)
        {
            var policies = audience.Plans.Select(p => p.Program.Policy)
                .Where(p => (operation.Policies is null || operation.Policies.Contains(p.Id)) && (standings.ClaimRefusal(p.Id, session.Scope.Today) ?? ClaimTerm.Refusal(p, session.Scope.Today)) is null).ToList();
            progress.Begin(ClaimRunTexts.Telling(audience.Type.Title), policies.Count);
            foreach (var policy in policies)
            {
                progress.ThrowIfCancelled();
                var (count, amount) = await work.TellFoundAsync(policy, audience.Type.Id, cancel).ConfigureAwait(false);
                (told, fen) = (told + count, fen + amount);
                progress.Advance();
            }

            missing += await work.TellMissingAsync(audience, policies, cancel).ConfigureAwait(false);
        }

        session.Describe(string.Create(CultureInfo.InvariantCulture, $"told/{session.Scope.Today:yyyy-MM-dd}"), work.Digest);
        work.Dispose();
        return new NotifiedFound(told, new Money(fen), missing);
    }
}

/// <summary>Writes what subjects are told, policy by policy.</summary>
internal sealed class NotifyWork(OperationSession session, SubjectReader reader, EntitlementStore store, AcceptanceOrder order, Moment moment) : IDisposable
{
    private readonly Platform.Audit.ContentDigest digest = new();

    /// <summary>A digest over everything told so far.</summary>
    public string Digest => digest.ToString();

    /// <summary>Tells everyone whom a policy found.</summary>
    public async Task<(long Told, long Fen)> TellFoundAsync(Policy policy, string subjectType, CancellationToken cancel)
    {
        var (told, fen) = (0L, 0L);
        var writer = new NoticeWriter(session.UnitOfWork, moment.At, moment.On);
        for (var after = 0L; await FoundAsync(policy.Id, after, cancel).ConfigureAwait(false) is { Count: > 0 } found; after = found[^1].SubjectId)
        {
            var known = await KnownAsync(policy, found, cancel).ConfigureAwait(false);
            var entitlements = found.SelectMany(f => Tell(policy, subjectType, f, known)).ToList();
            await store.SaveAsync(entitlements, [], [], order, cancel).ConfigureAwait(false);
            await writer.TellAsync(NoticeKind.Found, [.. entitlements.Select(e => e.Id)], cancel).ConfigureAwait(false);
            told += entitlements.Count;
            fen += entitlements.Sum(e => e.AmountFen);
        }

        digest.Add(policy.Id);
        digest.Add(told);
        digest.Add(fen);
        return (told, fen);
    }

    /// <summary>Tells subjects which policies could not be decided for want of data: one notice a subject.</summary>
    public async Task<long> TellMissingAsync(AudiencePlan audience, IReadOnlyList<Policy> policies, CancellationToken cancel)
    {
        var db = session.UnitOfWork.Context<PoliciesDb>();
        var type = audience.Type.Id;
        var told = 0L;
        var chunks = await db.SubjectChunks.AsNoTracking().Where(c => c.SubjectType == type).OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(cancel).ConfigureAwait(false);
        foreach (var number in chunks)
        {
            var ids = CellCodec.UnpackIds(await db.SubjectChunks.AsNoTracking().Where(c => c.SubjectType == type && c.Number == number).Select(c => c.Ids).FirstAsync(cancel).ConfigureAwait(false));
            var missing = new SortedDictionary<long, List<string>>();
            foreach (var policy in policies)
            {
                var packed = await db.CellChunks.AsNoTracking().Where(c => c.Policy == policy.Id && c.Number == number).Select(c => c.Cells).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
                AddMissing(policy, packed, ids, missing);
            }

            told += await TellMissingAsync(audience, missing, cancel).ConfigureAwait(false);
        }

        return told;
    }

    /// <inheritdoc/>
    public void Dispose() => digest.Dispose();

    private async Task<List<FoundSubject>> FoundAsync(string policy, long after, CancellationToken cancel) =>
        await session.UnitOfWork.Context<PoliciesDb>().FoundSubjects.AsNoTracking().Where(f => f.Policy == policy && f.SubjectId > after)
            .OrderBy(f => f.SubjectId).Take(ClaimDecider.SubjectsAtOnce).ToListAsync(cancel).ConfigureAwait(false);

    private async Task<HashSet<(long Subject, string CaseKey)>> KnownAsync(Policy policy, List<FoundSubject> found, CancellationToken cancel)
    {
        var (first, last, id) = (found[0].SubjectId, found[^1].SubjectId, policy.Id);
        var rows = await store.Query.Where(e => e.Policy == id && e.SubjectId >= first && e.SubjectId <= last)
            .Select(e => new { e.SubjectId, e.CaseKey, e.State }).ToListAsync(cancel).ConfigureAwait(false);
        return [.. rows.Where(r => r.State.IsLive()).Select(r => (r.SubjectId, KeyOf(policy, r.CaseKey)))];
    }

    /// <summary>Of a list that may be claimed on any day, the day does not matter: as long as one waits to be claimed, no other is told.</summary>
    private static string KeyOf(Policy policy, string caseKey) => policy.EventKey is { IsInput: true, IsJudgedRecord: false } ? "" : caseKey;

    private IEnumerable<Entitlement> Tell(Policy policy, string subjectType, FoundSubject found, HashSet<(long Subject, string CaseKey)> known)
    {
        using var cases = JsonDocument.Parse(CellCodec.Decompress(found.Detail));
        foreach (var one in cases.RootElement.EnumerateArray())
        {
            var key = one.GetProperty("key").GetString()!;
            var on = DateOnly.ParseExact(one.GetProperty("on").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (ClaimTerm.IsOver(policy, on, moment.On) || !known.Add((found.SubjectId, KeyOf(policy, key))))
            {
                continue;
            }

            var entitlement = new Entitlement
            {
                Id = order.Entitlement(),
                IsNew = true,
                Policy = policy.Id,
                PeriodKind = policy.PeriodKind,
                Settlement = policy.Settlement,
                Mode = policy.Mode,
                Department = policy.Department.Zh,
                SubjectType = subjectType,
                SubjectId = found.SubjectId,
                Subject = found.PublicId,
                CaseKey = key,
                DecidedFor = on,
                AmountFen = Money.FromYuan(decimal.Parse(one.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture)).Fen,
                PolicyVersion = found.Version,
                ClaimableUntil = ClaimTerm.LastDay(policy, on),
            };
            entitlement.Notify(moment);
            yield return entitlement;
        }
    }

    private static void AddMissing(Policy policy, byte[]? packed, List<long> ids, SortedDictionary<long, List<string>> missing)
    {
        if (packed is null)
        {
            return;
        }

        var cells = CellCodec.Unpack(packed);
        for (var i = 0; i < cells.Length && i < ids.Count; i++)
        {
            if (cells[i] is { Outcome: Outcome.Undetermined })
            {
                (missing.TryGetValue(ids[i], out var of) ? of : missing[ids[i]] = []).Add(policy.Id);
            }
        }
    }

    private async Task<long> TellMissingAsync(AudiencePlan audience, SortedDictionary<long, List<string>> missing, CancellationToken cancel)
    {
        var told = 0L;
        foreach (var some in missing.Chunk(EntitlementStore.NumbersAtOnce))
        {
            var rows = new List<(string Subject, string Policies)>(some.Length);
            var query = new SubjectQuery { Columns = [audience.Type.PublicId.Id], WithHistory = false, Among = [.. some.Select(m => m.Key)] };
            await foreach (var batch in reader.StreamAsync(audience.Type, query, cancel).ConfigureAwait(false))
            {
                rows.AddRange(batch.Rows.Select(r => (r.PublicId, string.Join(',', missing[r.Id]))));
            }

            await new NoticeWriter(session.UnitOfWork, moment.At, moment.On).TellAboutAsync(NoticeKind.DatumMissing, audience.Type.Id, rows, cancel).ConfigureAwait(false);
            told += rows.Count;
        }

        return told;
    }
}
