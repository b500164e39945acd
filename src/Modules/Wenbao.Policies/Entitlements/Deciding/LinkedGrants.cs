using Wenbao.Feel;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>Finds the grants of other subjects that concern the claims of some (跨对象已享受情况).</summary>
/// <param name="batch">What is being decided.</param>
/// <param name="reader">Reads subjects.</param>
/// <remarks>Source: catalogue rules G7 and G12. The subjects are joined as the pack's policies declare it (<see cref="PolicyLink"/>).</remarks>
internal sealed class LinkedGrants(ClaimBatch batch, SubjectReader reader)
{
    private readonly SubjectType type = batch.Audience.Type;
    private readonly ScanColumns scan = batch.Audience.Audience.Scan;

    /// <summary>Adds the linked grants to those that were read.</summary>
    /// <param name="policies">The policies being decided.</param>
    /// <param name="rows">The subjects by number.</param>
    /// <param name="grants">The subjects' grants by number; added to.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task AddAsync(IReadOnlyList<string> policies, Dictionary<long, SubjectRow> rows, Dictionary<long, SubjectGrants> grants, CancellationToken cancel)
    {
        foreach (var plan in policies.Select(batch.Audience.PlanOf).OfType<ClaimPlan>())
        {
            foreach (var link in plan.Links)
            {
                var found = link.Kind switch
                {
                    PolicyLinkKind.Refers => await ReferredAsync(plan, link, rows, cancel).ConfigureAwait(false),
                    PolicyLinkKind.ReferredBy => await ReferringAsync(plan, link, rows, cancel).ConfigureAwait(false),
                    _ => await OfSameRecordAsync(plan, link, rows, cancel).ConfigureAwait(false),
                };
                foreach (var (subject, grant) in found.Where(f => !(f.Grant.SubjectType == type.Id && f.Grant.SubjectId == f.Subject)))
                {
                    if (!grants.TryGetValue(subject, out var of))
                    {
                        grants[subject] = of = new SubjectGrants();
                    }

                    of.Grants.Add(grant.Grant);
                }
            }
        }
    }

    /// <summary>An attribute names the other subject, today or on a day that some case is decided for; whether it does so on the day of the case is looked at when the case is.</summary>
    private async Task<IEnumerable<(long Subject, LinkedGrant Grant)>> ReferredAsync(ClaimPlan plan, PolicyLink link, Dictionary<long, SubjectRow> rows, CancellationToken cancel)
    {
        var (column, target) = (scan.Column(link.Attribute), scan.TargetOf(link.Attribute)!);
        var monthEnds = plan.Policy.Decide is DecidePlan.EachMonth ? new Kernel.Period(new DateOnly(batch.AsOf.Year, 1, 1), batch.AsOf).MonthEnds().ToList() : [];
        var named = rows.Values
            .SelectMany(row => monthEnds.Where(_ => row.HasHistory).Select(row.ValuesAt).Prepend(row.Values).Select(v => (row.Id, Other: v[column].AsString())))
            .Where(n => n.Other is not null).Distinct().ToLookup(n => n.Other!, n => n.Id, StringComparer.Ordinal);
        if (named.Count == 0)
        {
            return [];
        }

        var numbers = await reader.NumbersAsync(target, [.. named.Select(n => n.Key)], cancel).ConfigureAwait(false);
        var granted = await batch.Grants.ReadLinkedAsync(link, From(plan), (target.Id, [.. numbers.Values]), cancel).ConfigureAwait(false);
        return granted.SelectMany(g => named[g.Grant.LinkedSubject!].Select(subject => (subject, g)));
    }

    /// <summary>An attribute of the other subject named this one on the day that it was granted for.</summary>
    private async Task<IEnumerable<(long Subject, LinkedGrant Grant)>> ReferringAsync(ClaimPlan plan, PolicyLink link, Dictionary<long, SubjectRow> rows, CancellationToken cancel)
    {
        var (other, attribute) = scan.ReferringAt(link.Attribute)!.Value;
        var granted = (await batch.Grants.ReadLinkedAsync(link, From(plan), null, cancel).ConfigureAwait(false)).Where(g => g.SubjectType == other.Id).ToLookup(g => g.SubjectId);
        var (byPublicId, found) = (rows.Values.ToDictionary(r => r.PublicId, r => r.Id, StringComparer.Ordinal), new List<(long, LinkedGrant)>());
        foreach (var some in granted.Select(g => g.Key).Chunk(ClaimDecider.SubjectsAtOnce))
        {
            var query = new SubjectQuery { Columns = [attribute], AsOf = batch.AsOf, Among = some };
            await foreach (var part in reader.StreamAsync(other, query, cancel).ConfigureAwait(false))
            {
                found.AddRange(
                    from row in part.Rows
                    from grant in granted[row.Id]
                    where row.ValuesAt(grant.Grant.On)[0].AsString() is { } named && byPublicId.ContainsKey(named)
                    select (byPublicId[row.ValuesAt(grant.Grant.On)[0].AsString()!], grant));
            }
        }

        return found;
    }

    /// <summary>Somebody else has a record with the same fields.</summary>
    private async Task<IEnumerable<(long Subject, LinkedGrant Grant)>> OfSameRecordAsync(ClaimPlan plan, PolicyLink link, Dictionary<long, SubjectRow> rows, CancellationToken cancel)
    {
        var positions = link.Fields.Select(plan.Judged!.Shape.IndexOf).ToList();
        var records = rows.Values
            .SelectMany(row => row.Lists[plan.Cases.RecordList].Items.ToArray().Select(item => (row.Id, Key: KeyOf(item.AsContext()!, positions))))
            .Distinct().ToLookup(r => r.Key, r => r.Id, StringComparer.Ordinal);
        if (records.Count == 0)
        {
            return [];
        }

        var granted = await batch.Grants.ReadLinkedAsync(link, null, null, cancel).ConfigureAwait(false);
        return granted.SelectMany(g => g.Grant.Scope is { } scope && CaseKeys.Parts(link.Fields, scope.EventFields, g.Grant.CaseKey) is { } key
            ? records[key].Select(subject => (subject, g))
            : []);
    }

    /// <summary>Periods are years or months of them: older grants do not count, nor are they read.</summary>
    private DateOnly? From(ClaimPlan plan) => plan.Policy.PeriodKind == "event" ? null : new DateOnly(batch.AsOf.Year - 1, 1, 1);

    private static string KeyOf(FeelContext record, List<int> positions) => CaseKeys.Joined(positions.Select(p => record[p]));
}
