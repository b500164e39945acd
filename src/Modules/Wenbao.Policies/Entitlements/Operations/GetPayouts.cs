using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>What was paid out and booked within some days (奖补资金兑现情况): by policy, level, fund line or month, or by what the recipients are like. An officer of a department is told of the policies it is in charge of.</summary>
/// <remarks>Source: mechanisms S06 (兑现 counts on the payment date, levels apart, recipients, days from application to payment), S110, S140, S144.</remarks>
/// <param name="Within">The days on which money was proven paid, relief booked, or money came back; at most ten years.</param>
/// <param name="By">What the groups are.</param>
/// <param name="Policies">Of these policies only; null for all.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetPayouts(Period Within, PayoutGrouping By = PayoutGrouping.Policy, IReadOnlyList<string>? Policies = null) : IQuery<Payouts>;

/// <summary>What payouts are grouped by (统计口径).</summary>
public enum PayoutGrouping
{
    /// <summary>The policy (政策).</summary>
    Policy,

    /// <summary>The level of government whose money it is (资金层级).</summary>
    Level,

    /// <summary>The fund line (资金科目).</summary>
    Line,

    /// <summary>The month of payment or booking (月份).</summary>
    Month,

    /// <summary>The recipient's town, as the registry has it now (镇街).</summary>
    Town,

    /// <summary>The recipient's industry, as the registry has it now (行业).</summary>
    Industry,

    /// <summary>The recipient's size, as the registry has it now (规模).</summary>
    Size,
}

/// <summary>What was paid out.</summary>
/// <param name="Within">The days.</param>
/// <param name="By">What the groups are.</param>
/// <param name="Groups">The groups in which anything was moved.</param>
/// <param name="Total">In all, each recipient and entitlement once; the money is the same by every grouping.</param>
public sealed record Payouts(Period Within, PayoutGrouping By, IReadOnlyList<PayoutGroup> Groups, PayoutSum Total);

/// <summary>What was paid out in one group.</summary>
/// <param name="Key">A policy's or line's id, a level's name, a month written <c>YYYY-MM</c>, or a code; null for recipients without one.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Sum">What was paid out.</param>
public sealed record PayoutGroup(string? Key, LocalizedText Name, PayoutSum Sum);

internal sealed class GetPayoutsHandler(
    PolicyLibrary library, FundLines lines, RegistryDeclaration declaration, DimensionReader dimensions, DimensionNames dimensionNames, EntitlementNames names, IOperationPipeline pipeline)
    : IQueryHandler<GetPayouts, Payouts>
{
    public async Task<Result<Payouts>> HandleAsync(GetPayouts query, OperationScope scope, CancellationToken cancel)
    {
        var key = query.By switch
        {
            PayoutGrouping.Policy => PayoutKey.Policy,
            PayoutGrouping.Level => PayoutKey.Level,
            PayoutGrouping.Line => PayoutKey.Line,
            PayoutGrouping.Month => PayoutKey.Month,
            _ => PayoutKey.Subject,
        };
        var asked = await pipeline.AskAsync(new GetPayoutSums(query.Within, key, Visible(query.Policies, scope)), new OperationContext(scope.Actor), cancel).ConfigureAwait(false);
        if (!asked.IsSuccess)
        {
            return asked.Problem!;
        }

        var groups = query.By switch
        {
            PayoutGrouping.Policy => asked.Value.Groups.Select(g => new PayoutGroup(g.Key, names.TitleOf(g.Key), g.Sum)).OrderBy(g => NumberOf(g.Key!)),
            PayoutGrouping.Level => asked.Value.Groups.Select(g => new PayoutGroup(g.Key, FundStages.Name(Enum.Parse<FundLevel>(g.Key)), g.Sum)).OrderBy(g => Enum.Parse<FundLevel>(g.Key!)),
            PayoutGrouping.Line => asked.Value.Groups.Select(g => new PayoutGroup(g.Key, lines.NameOf(g.Key), g.Sum)),
            PayoutGrouping.Month => asked.Value.Groups.Select(g => new PayoutGroup(g.Key, new LocalizedText(g.Key, g.Key), g.Sum)),
            PayoutGrouping.Town => await ByDimensionAsync(asked.Value.Groups, "town", cancel).ConfigureAwait(false),
            PayoutGrouping.Industry => await ByDimensionAsync(asked.Value.Groups, "industry", cancel).ConfigureAwait(false),
            _ => await ByDimensionAsync(asked.Value.Groups, "size", cancel).ConfigureAwait(false),
        };
        return new Payouts(query.Within, query.By, [.. groups], asked.Value.Total);
    }

    /// <summary>The policies that may be told of; null for all.</summary>
    private IReadOnlyList<string>? Visible(IReadOnlyList<string>? wanted, OperationScope scope) =>
        scope.Departments is not { } departments || scope.Has(Duty.Owner)
            ? wanted
            : [.. library.Policies.Where(p => departments.Contains(p.Department.Zh) && wanted?.Contains(p.Id) != false).Select(p => p.Id)];

    private int NumberOf(string policy) => library.Find(policy) is { IsSuccess: true, Value: { } found } ? found.Number : int.MaxValue;

    /// <summary>Recipients gathered by what they are like: the registry is read once a subject type, beside the sums of the recipients.</summary>
    private async Task<IEnumerable<PayoutGroup>> ByDimensionAsync(IReadOnlyList<PayoutGroupSum> recipients, string dimension, CancellationToken cancel)
    {
        var groups = new Dictionary<string, PayoutGroup>(StringComparer.Ordinal);
        var without = new PayoutGroup(null, new LocalizedText("未登记", "not on record"), PayoutSum.None);
        foreach (var ofType in recipients.GroupBy(r => r.SubjectType!, StringComparer.Ordinal))
        {
            var left = ofType.ToDictionary(r => r.Key, r => r.Sum, StringComparer.Ordinal);
            if (declaration.Find(ofType.Key) is { } type && type.Dimensions.ContainsKey(dimension))
            {
                await foreach (var placed in dimensions.StreamAsync(type, cancel).ConfigureAwait(false))
                {
                    if (placed.Of(dimension) is { } code && left.Remove(placed.PublicId, out var sum))
                    {
                        var group = groups.GetValueOrDefault(code) ?? new PayoutGroup(code, dimensionNames.Of(type.Id, dimension, code), PayoutSum.None);
                        groups[code] = group with { Sum = group.Sum.Plus(sum) };
                    }
                }
            }

            without = without with { Sum = left.Values.Aggregate(without.Sum, (all, sum) => all.Plus(sum)) };
        }

        return groups.Values.OrderBy(g => g.Key, StringComparer.Ordinal).Concat(without.Sum == PayoutSum.None ? [] : [without]);
    }
}
