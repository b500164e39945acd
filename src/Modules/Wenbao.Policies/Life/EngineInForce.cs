using Wenbao.Kernel;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies.Life;

/// <summary>What is in force at a time: policies, their binding to the registry, and how each stands. Immutable; one scope sees one.</summary>
/// <param name="Generation">The state of the stored versions it was made of; 0 before anything was stored.</param>
/// <param name="Library">The policies.</param>
/// <param name="Engine">The policies bound to the registry.</param>
/// <param name="Standings">How each stands.</param>
internal sealed record EngineInForce(long Generation, PolicyLibrary Library, MatchEngine Engine, PolicyStandings Standings)
{
    /// <summary>The pack's policies alone.</summary>
    public static EngineInForce OfPack(MatchEngine engine) => new(0, engine.Library, engine, new PolicyStandings(engine.Library, []));
}
