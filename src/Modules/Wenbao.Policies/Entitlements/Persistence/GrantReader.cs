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
    /// <param name="stepsOf">Policies whose steps are needed as well.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Dictionary<long, SubjectGrants>> ReadAsync(string subjectType, IReadOnlyCollection<long> subjects, IReadOnlySet<string> stepsOf, CancellationToken cancel)
    {
        var found = new Dictionary<long, SubjectGrants>();
        var withSteps = new List<(SubjectGrants Of, int At, long Id, long Version)>();
        foreach (var some in subjects.Chunk(EntitlementStore.NumbersAtOnce))
        {
            await ReadSomeAsync(subjectType, some, stepsOf, found, withSteps, cancel).ConfigureAwait(false);
        }

        foreach (var some in withSteps.Chunk(EntitlementStore.NumbersAtOnce))
        {
            await AddStepsAsync(some, cancel).ConfigureAwait(false);
        }

        return found;
    }

    private async Task ReadSomeAsync(
        string subjectType,
        long[] subjects,
        IReadOnlySet<string> stepsOf,
        Dictionary<long, SubjectGrants> found,
        List<(SubjectGrants Of, int At, long Id, long Version)> withSteps,
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

                    if (stepsOf.Contains(policy) && !await row.IsDBNullAsync(8, cancel).ConfigureAwait(false))
                    {
                        withSteps.Add((grants, grants.Grants.Count, id, row.GetInt64(8)));
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

    private async Task AddStepsAsync((SubjectGrants Of, int At, long Id, long Version)[] grants, CancellationToken cancel)
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
                        of.Grants[at] = of.Grants[at] with { Steps = Steps(FrozenDecision.Read((byte[])row.GetValue(2))) };
                    }
                }
            }
        }
    }

    private static (string, FeelValue)[] Steps(FrozenDecision decision) =>
        [.. decision.Steps.EnumerateObject().Select(step => (step.Name, step.Value.ValueKind == JsonValueKind.String
            && decimal.TryParse(step.Value.GetString(), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) ? FeelValue.Of(number) : FeelValue.Null))];

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
