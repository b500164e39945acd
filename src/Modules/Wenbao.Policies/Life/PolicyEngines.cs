using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Life;

/// <summary>Holds what is in force (现行政策), and swaps it when a version comes into force, here or in another process. Safe to use from several threads.</summary>
/// <remarks>
/// Scopes take what is in force when they begin and keep it. The stored state is looked at once a second at most; at once when this process changed it.
/// Source: product decision, ADR 0013.
/// </remarks>
internal sealed class PolicyEngines
{
    private const int OldProgramsMax = 200;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    // A change of this process shows as soon as it is committed. One that never is committed must not make every scope look for ever.
    private static readonly TimeSpan ExpectFor = TimeSpan.FromMinutes(10);

    private readonly EngineInForce pack;
    private readonly PolicyMoney money;
    private readonly StoredLife stored;
    private readonly TimeProvider time;
    private readonly ILogger<PolicyEngines> logger;
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<(string Policy, string Version), DecisionProgram> programs = new();
    private volatile EngineInForce current;
    private long seenGeneration;
    private long lookedAt;
    private volatile bool hasLooked;
    private long expected;
    private long expectedSince;

    public PolicyEngines(MatchEngine packEngine, PolicyMoney money, Database database, TimeProvider time, ILogger<PolicyEngines> logger)
    {
        pack = EngineInForce.OfPack(packEngine);
        current = pack;
        this.money = money;
        stored = new StoredLife(database);
        this.time = time;
        this.logger = logger;
    }

    /// <summary>The pack's own policies, version 1 of each.</summary>
    public PolicyLibrary PackLibrary => pack.Library;

    /// <summary>What is in force now. When what is stored cannot be loaded, what was in force before stays so, and the log says why.</summary>
    public EngineInForce Current()
    {
        // While one thread looks, the others go on with what they have: they may hold connections that it waits for.
        var mayGoOn = hasLooked && Volatile.Read(ref expected) <= Volatile.Read(ref seenGeneration);
        if (!gate.TryEnter())
        {
            if (mayGoOn)
            {
                return current;
            }

            gate.Enter();
        }

        try
        {
            var isRecent = hasLooked && expected <= seenGeneration && time.GetElapsedTime(lookedAt) < LookEvery;
            if (!isRecent && Look() is { } problem)
            {
                logger.LogError("What is in force could not be loaded: {Problem} {Details}", problem, string.Join("; ", problem.Details ?? []));
            }

            return current;
        }
        finally
        {
            gate.Exit();
        }
    }

    /// <summary>Loads what is stored, now.</summary>
    /// <returns>The problem of a version that cannot be loaded; null when all is in force.</returns>
    public Problem? Refresh()
    {
        lock (gate)
        {
            seenGeneration = -1;
            return Look();
        }
    }

    /// <summary>Whether a version, a suspension or another change that was approved has its day.</summary>
    public bool IsAnyDue(DateOnly today) => stored.IsAnyDue(today);

    /// <summary>Keeps the pack's own versions where they are not kept yet.</summary>
    public Task KeepPackAsync(Database database, CancellationToken cancel) => PackVersions.KeepAsync(database, PackLibrary, stored.PackVersions(), time.GetUtcNow(), cancel);

    /// <summary>Says that this process is about to commit a change of that generation.</summary>
    public void Expect(long generation)
    {
        lock (gate)
        {
            expected = generation;
            expectedSince = time.GetTimestamp();
        }
    }

    /// <summary>The program of a version, in force or not any more, so that an earlier decision can be run again.</summary>
    /// <returns>The program; or the problem that there is no such version, or that it cannot be loaded.</returns>
    public Result<DecisionProgram> FindProgram(string policy, string version)
    {
        var inForce = Current().Library.FindProgram(policy);
        if (inForce is { IsSuccess: true, Value.Policy.Version: { } now } && now == version)
        {
            return inForce;
        }

        var ofPack = PackLibrary.FindProgram(policy);
        if (ofPack is { IsSuccess: true, Value.Policy.Version: { } first } && first == version)
        {
            return ofPack;
        }

        if (programs.TryGetValue((policy, version), out var known))
        {
            return known;
        }

        return stored.Find(policy, version) is { } found ? Compile(found) : PolicyLifeProblems.VersionNotFound.At(policy, policy, version);
    }

    /// <summary>The five files of a version, in force or not any more.</summary>
    /// <returns>Null when there is no such version.</returns>
    public IReadOnlyDictionary<string, string>? FindFiles(string policy, string version) =>
        PackLibrary.FindProgram(policy) is { IsSuccess: true, Value.Policy.Version: { } first } && first == version
            ? PackLibrary.FolderInPack(policy)!.Texts()
            : stored.Find(policy, version) is { } found ? VersionFiles.Unpack(found.Files) : null;

    private Problem? Look()
    {
        var generation = stored.Generation();
        (hasLooked, lookedAt) = (true, time.GetTimestamp());
        if (expected > generation && time.GetElapsedTime(expectedSince) > ExpectFor)
        {
            expected = 0;
        }

        if (generation == seenGeneration)
        {
            return null;
        }

        var state = stored.Read();
        seenGeneration = state.Generation;
        var published = new List<DecisionProgram>();
        var faults = new List<Problem>();
        foreach (var version in state.Versions)
        {
            var program = Compile(version);
            if (program.IsSuccess)
            {
                published.Add(program.Value);
            }
            else
            {
                faults.Add(program.Problem!);
            }
        }

        if (faults.Count > 0)
        {
            return faults.Count == 1 ? faults[0] : faults[0] with { Details = [.. faults.SelectMany(f => f.Details ?? [f])] };
        }

        var library = published.Count == 0 ? pack.Library : pack.Library.With(published);
        // The pack may have lost a fund line, or a sharer of events, that a published version names.
        foreach (var policy in published.Select(p => p.Policy))
        {
            if (money.Misfits(policy, library.Policies) is { Count: > 0 } misfits)
            {
                return PolicyLifeProblems.VersionNotLoadable.At(policy.Id, policy.Id, policy.Version) with { Details = misfits };
            }
        }

        var engine = published.Count == 0 ? Result<MatchEngine>.Of(pack.Engine) : pack.Engine.With(library);
        if (!engine.IsSuccess)
        {
            return engine.Problem;
        }

        current = new EngineInForce(state.Generation, library, engine.Value, new PolicyStandings(library, state.Switches));
        return null;
    }

    private Result<DecisionProgram> Compile(StoredLife.Version version)
    {
        var key = (version.Policy, version.Name);
        if (programs.TryGetValue(key, out var known))
        {
            return known;
        }

        VersionNumber.TryOf(version.Name, out var number);
        var folder = PolicyFolder.Of(VersionFiles.Unpack(version.Files), $"policies/{version.Policy}/{version.Name}/", PackLibrary.Compiler.PackId);
        var program = PackLibrary.Compiler.Compile(folder, number);
        if (!program.IsSuccess)
        {
            return PolicyLifeProblems.VersionNotLoadable.At(version.Policy, version.Policy, version.Name) with { Details = program.Problem!.Details ?? [program.Problem] };
        }

        if (programs.Count >= OldProgramsMax)
        {
            programs.Clear();
        }

        programs[key] = program.Value;
        return program.Value;
    }
}
