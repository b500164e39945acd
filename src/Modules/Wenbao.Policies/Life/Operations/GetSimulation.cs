using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>A simulation that was kept (模拟结果).</summary>
/// <param name="Simulation">Its number.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor)]
public sealed record GetSimulation(long Simulation) : IQuery<SimulationDetail>;

/// <summary>A simulation.</summary>
/// <param name="Simulation">Its number.</param>
/// <param name="Draft">The draft's number.</param>
/// <param name="IsCurrent">Whether the draft still is as it was simulated.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="CompletedAt">When it ended.</param>
/// <param name="Result">What it came to.</param>
public sealed record SimulationDetail(long Simulation, long Draft, bool IsCurrent, string StartedBy, DateTimeOffset CompletedAt, SimulationResult Result);

/// <summary>A list of a simulation, a page at a time: who gains, who loses, who just misses the draft.</summary>
/// <param name="Simulation">The simulation's number.</param>
/// <param name="List">Which list.</param>
/// <param name="After">The place after which the page begins; 0 for the first page.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor)]
public sealed record FindSimulated(long Simulation, SimulatedList List, long After = 0) : IQuery<SimulatedPage>
{
    /// <summary>Subjects a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The subjects.</param>
/// <param name="Next">The place to go on after; null on the last page.</param>
public sealed record SimulatedPage(IReadOnlyList<SimulatedItem> Items, long? Next);

/// <summary>A subject on a list of a simulation.</summary>
/// <param name="Place">Its place, from 1.</param>
/// <param name="PublicId">Its public id.</param>
/// <param name="Name">Its name, masked when it is personal.</param>
/// <param name="Town">Its division code, or null.</param>
/// <param name="Industry">Its section, or null.</param>
/// <param name="Size">Its size class, or null.</param>
/// <param name="WasFound">Whether the version in force finds it.</param>
/// <param name="IsFound">Whether the draft finds it.</param>
/// <param name="Before">Its amount by the version in force.</param>
/// <param name="After">Its amount by the draft.</param>
/// <param name="Condition">For near misses, the condition that fails; else null.</param>
/// <param name="Actual">The value there is; null when the condition is no single comparison.</param>
/// <param name="Threshold">What it is compared with; null likewise.</param>
public sealed record SimulatedItem(
    long Place,
    string PublicId,
    string Name,
    string? Town,
    string? Industry,
    string? Size,
    bool WasFound,
    bool IsFound,
    Money Before,
    Money After,
    string? Condition,
    string? Actual,
    string? Threshold);

/// <summary>The open entitlements that a draft would change, a page at a time, the greatest loss first.</summary>
/// <param name="Simulation">The simulation's number.</param>
/// <param name="After">The place after which the page begins; 0 for the first page.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor)]
public sealed record FindSimulatedEntitlements(long Simulation, long After = 0) : IQuery<SimulatedEntitlementPage>
{
    /// <summary>Entitlements a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A page of open entitlements.</summary>
/// <param name="Items">The entitlements.</param>
/// <param name="Next">The place to go on after; null on the last page.</param>
public sealed record SimulatedEntitlementPage(IReadOnlyList<SimulatedEntitlement> Items, long? Next);

/// <summary>An open entitlement that a draft would change.</summary>
/// <param name="Place">Its place, from 1.</param>
/// <param name="Entitlement">Its number.</param>
/// <param name="Subject">The subject's public id.</param>
/// <param name="Name">The subject's name, masked when it is personal.</param>
/// <param name="CaseKey">The period or event.</param>
/// <param name="State">The state it stood in.</param>
/// <param name="IsHeld">Whether it was held.</param>
/// <param name="Now">The amount it stood at.</param>
/// <param name="Kind">How it would change.</param>
/// <param name="Before">Its amount by the version in force; nought where it is not entitled.</param>
/// <param name="After">By the draft.</param>
public sealed record SimulatedEntitlement(
    long Place, long Entitlement, string Subject, string Name, string CaseKey, EntitlementState State, bool IsHeld, Money Now, OpenEffectKind Kind, Money Before, Money After);

internal sealed class GetSimulationHandler(Database database) : IQueryHandler<GetSimulation, SimulationDetail>
{
    public async Task<Result<SimulationDetail>> HandleAsync(GetSimulation query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PolicyLifeDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            if (await db.Simulations.FirstOrDefaultAsync(s => s.Id == query.Simulation, cancel).ConfigureAwait(false) is not { } row)
            {
                return PolicyLifeProblems.SimulationNotFound.With(query.Simulation);
            }

            var digest = await db.Drafts.Where(d => d.Id == row.DraftId).Select(d => d.Digest).FirstAsync(cancel).ConfigureAwait(false);
            return new SimulationDetail(
                row.Id, row.DraftId, digest == row.Digest, row.StartedBy, row.CompletedAt, JsonSerializer.Deserialize<SimulationResult>(CellCodec.Decompress(row.Result))!);
        }
    }
}

internal sealed class FindSimulatedHandler(Database database, RegistryDeclaration declaration, SubjectNames names) : IQueryHandler<FindSimulated, SimulatedPage>
{
    public async Task<Result<SimulatedPage>> HandleAsync(FindSimulated query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PolicyLifeDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            if (await db.Simulations.FirstOrDefaultAsync(s => s.Id == query.Simulation, cancel).ConfigureAwait(false) is not { } simulation)
            {
                return PolicyLifeProblems.SimulationNotFound.With(query.Simulation);
            }

            var rows = await db.Simulated.Where(s => s.SimulationId == query.Simulation && s.List == query.List && s.Place > query.After)
                .OrderBy(s => s.Place).Take(FindSimulated.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false);
            var shown = rows.Take(FindSimulated.PageSize).ToList();
            var named = await names.ReadAsync(declaration.Find(simulation.Audience)!, shown.ConvertAll(s => s.SubjectId), cancel).ConfigureAwait(false);
            return new SimulatedPage(
                shown.ConvertAll(s => new SimulatedItem(
                    s.Place, s.PublicId, named.GetValueOrDefault(s.SubjectId, s.PublicId), s.Town, s.Industry, s.Size, s.WasFound, s.IsFound,
                    new Money(s.FenBefore), new Money(s.FenAfter), s.Condition, s.Actual, s.Threshold)),
                rows.Count > FindSimulated.PageSize ? shown[^1].Place : null);
        }
    }
}

internal sealed class FindSimulatedEntitlementsHandler(Database database, RegistryDeclaration declaration, SubjectNames names) : IQueryHandler<FindSimulatedEntitlements, SimulatedEntitlementPage>
{
    public async Task<Result<SimulatedEntitlementPage>> HandleAsync(FindSimulatedEntitlements query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PolicyLifeDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            if (await db.Simulations.Where(s => s.Id == query.Simulation).Select(s => s.Audience).FirstOrDefaultAsync(cancel).ConfigureAwait(false) is not { } audience)
            {
                return PolicyLifeProblems.SimulationNotFound.With(query.Simulation);
            }

            var rows = await db.SimulatedEntitlements.Where(s => s.SimulationId == query.Simulation && s.Place > query.After)
                .OrderBy(s => s.Place).Take(FindSimulatedEntitlements.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false);
            var shown = rows.Take(FindSimulatedEntitlements.PageSize).ToList();
            var named = await names.ReadAsync(declaration.Find(audience)!, shown.ConvertAll(s => s.SubjectId), cancel).ConfigureAwait(false);
            return new SimulatedEntitlementPage(
                shown.ConvertAll(s => new SimulatedEntitlement(
                    s.Place, s.EntitlementId, s.Subject, named.GetValueOrDefault(s.SubjectId, s.Subject), s.CaseKey, s.State, s.IsHeld,
                    new Money(s.FenNow), s.Kind, new Money(s.FenBefore), new Money(s.FenAfter))),
                rows.Count > FindSimulatedEntitlements.PageSize ? shown[^1].Place : null);
        }
    }
}
