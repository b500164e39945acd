using System.Globalization;
using System.Text.Json;
using Wenbao.Feel;
using Wenbao.Platform.Data;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies.Entitlements;

/// <summary>What some subjects already have: their grants, and the cases that live entitlements keep to themselves.</summary>
internal sealed class SubjectGrants
{
    /// <summary>Nothing.</summary>
    public static readonly SubjectGrants None = new();

    /// <summary>What was granted and not taken back.</summary>
    public List<SubjectMemory.Grant> Grants { get; } = [];

    /// <summary>The policies and case keys of live entitlements, told ones included.</summary>
    public Dictionary<(string Policy, string CaseKey), (long Id, EntitlementState State)> Live { get; } = [];
}

/// <summary>Reads what subjects were granted, set by set.</summary>
internal sealed class GrantReader(IUnitOfWork work, PolicyLibrary library)
{
    private readonly Dictionary<string, GrantScope?> scopes = new(StringComparer.Ordinal);

    /// <summary>The grants of some subjects of one type.</summary>
    /// <param name="subjectType">The type.</param>
    /// <param name="subjects">Their numbers.</param>
    /// <param name="decisionsOf">Policies whose steps and inputs are needed as well.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Dictionary<long, SubjectGrants>> ReadAsync(string subjectType, IReadOnlyCollection<long> subjects, IReadOnlySet<string> decisionsOf, CancellationToken cancel)
    {
        var found = new Dictionary<long, SubjectGrants>();
        var withDecision = new List<(SubjectGrants Of, int At, long Id, long Version)>();
        foreach (var some in subjects.Chunk(EntitlementStore.NumbersAtOnce))
        {
            await ReadSomeAsync(subjectType, some, decisionsOf, found, withDecision, cancel).ConfigureAwait(false);
        }

        foreach (var some in withDecision.Chunk(EntitlementStore.NumbersAtOnce))
        {
            await AddDecisionsAsync(some, cancel).ConfigureAwait(false);
        }

        return found;
    }

    /// <summary>What was granted to other subjects under the policies of a link, and stands.</summary>
    /// <param name="link">The link.</param>
    /// <param name="from">The first evaluation date; null for no limit.</param>
    /// <param name="among">Only of these subjects; null for all.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<List<LinkedGrant>> ReadLinkedAsync(PolicyLink link, DateOnly? from, (string Type, IReadOnlyCollection<long> Ids)? among, CancellationToken cancel)
    {
        var found = new List<LinkedGrant>();
        var select = work.Command(
                "SELECT id, policy, period_kind, subject_id, decided_for, amount_fen, case_key, subject_type, subject FROM pol_entitlement "
                + $"WHERE {work.Dialect.IsAmong("policy", "policies")} AND state IN ('{nameof(EntitlementState.Granted)}', '{nameof(EntitlementState.Settled)}')"
                + (from is null ? "" : " AND decided_for >= @from")
                + (among is null ? "" : $" AND subject_type = @type AND {work.Dialect.IsAmong("subject_id", "ids")}") + " ORDER BY id")
            .WithTexts(work.Dialect, "policies", link.Policies);
        await using (select.ConfigureAwait(false))
        {
            if (from is not null)
            {
                select.With(work.Dialect, "from", ColumnType.Date, from);
            }

            if (among is { } some)
            {
                select.With(work.Dialect, "type", ColumnType.Text, some.Type).WithNumbers(work.Dialect, "ids", some.Ids);
            }

            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    var policy = row.GetString(1);
                    var grant = new SubjectMemory.Grant(policy, row.GetString(2), (DateOnly)work.Dialect.FromStorage(ColumnType.Date, row.GetValue(4))!, row.GetInt64(5) / 100m, [])
                    {
                        Entitlement = row.GetInt64(0),
                        CaseKey = row.GetString(6),
                        Scope = ScopeOf(policy),
                        Link = link,
                        LinkedSubject = row.GetString(8),
                    };
                    found.Add(new LinkedGrant(row.GetString(7), row.GetInt64(3), grant));
                }
            }
        }

        return found;
    }

    private async Task ReadSomeAsync(
        string subjectType,
        long[] subjects,
        IReadOnlySet<string> decisionsOf,
        Dictionary<long, SubjectGrants> found,
        List<(SubjectGrants Of, int At, long Id, long Version)> withDecision,
        CancellationToken cancel)
    {
        var select = work.Command(
                "SELECT id, policy, period_kind, subject_id, decided_for, amount_fen, case_key, state, decision_version FROM pol_entitlement "
                + $"WHERE subject_type = @type AND {work.Dialect.IsAmong("subject_id", "ids")} AND {Policies.Persistence.EntitlementsDb.LiveStates} ORDER BY id")
            .With(work.Dialect, "type", ColumnType.Text, subjectType).WithNumbers(work.Dialect, "ids", subjects);
        await using (select.ConfigureAwait(false))
        {
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    var (id, policy, key, state) = (row.GetInt64(0), row.GetString(1), row.GetString(6), Enum.Parse<EntitlementState>(row.GetString(7)));
                    if (!found.TryGetValue(row.GetInt64(3), out var grants))
                    {
                        found[row.GetInt64(3)] = grants = new SubjectGrants();
                    }

                    grants.Live[(policy, key)] = (id, state);
                    if (!state.IsGranted())
                    {
                        continue;
                    }

                    if (decisionsOf.Contains(policy) && !await row.IsDBNullAsync(8, cancel).ConfigureAwait(false))
                    {
                        withDecision.Add((grants, grants.Grants.Count, id, row.GetInt64(8)));
                    }

                    grants.Grants.Add(new SubjectMemory.Grant(
                        policy, row.GetString(2), (DateOnly)work.Dialect.FromStorage(ColumnType.Date, row.GetValue(4))!, row.GetInt64(5) / 100m, [])
                    {
                        Entitlement = id,
                        CaseKey = key,
                        Scope = ScopeOf(policy),
                    });
                }
            }
        }
    }

    private async Task AddDecisionsAsync((SubjectGrants Of, int At, long Id, long Version)[] grants, CancellationToken cancel)
    {
        var byId = grants.ToDictionary(g => g.Id);
        var select = work.Command($"SELECT entitlement_id, version, content FROM pol_decision WHERE {work.Dialect.IsAmong("entitlement_id", "ids")}")
            .WithNumbers(work.Dialect, "ids", byId.Keys);
        await using (select.ConfigureAwait(false))
        {
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    var (of, at, _, version) = byId[row.GetInt64(0)];
                    if (row.GetInt64(1) == version)
                    {
                        of.Grants[at] = WithDecision(of.Grants[at], FrozenDecision.Read((byte[])row.GetValue(2)));
                    }
                }
            }
        }
    }

    private static SubjectMemory.Grant WithDecision(in SubjectMemory.Grant grant, FrozenDecision decision) => grant with
    {
        Steps = [.. decision.Steps.EnumerateObject().Select(step => (step.Name, Number(step.Value)))],
        Inputs = [.. decision.Inputs.EnumerateObject().Where(i => i.Value.ValueKind == JsonValueKind.String).Select(input => (input.Name, FeelValue.Of(input.Value.GetString()!)))],
    };

    private static FeelValue Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? FeelValue.Of(number) : FeelValue.Null;

    private GrantScope? ScopeOf(string policy)
    {
        if (!scopes.TryGetValue(policy, out var scope))
        {
            var found = library.Find(policy);
            scopes[policy] = scope = found.IsSuccess ? GrantScope.Of(found.Value) : null;
        }

        return scope;
    }
}

/// <summary>A grant of another subject.</summary>
/// <param name="SubjectType">Its type.</param>
/// <param name="SubjectId">Its number.</param>
/// <param name="Grant">The grant.</param>
internal readonly record struct LinkedGrant(string SubjectType, long SubjectId, SubjectMemory.Grant Grant);
