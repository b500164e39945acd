using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;

namespace Wenbao.Policies;

/// <summary>A version of a policy, in force or not any more, with its files (版本内容).</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Version">The version's name, as decisions name it.</param>
[AllowedTo]
public sealed record GetPolicyVersion(string Policy, string Version) : IQuery<PolicyVersionDetail>;

/// <summary>A version in full.</summary>
/// <param name="Policy">The policy as this version says it.</param>
/// <param name="Files">The texts by file name.</param>
/// <param name="IsInForce">Whether it is in force now.</param>
public sealed record PolicyVersionDetail(Policy Policy, IReadOnlyDictionary<string, string> Files, bool IsInForce);

internal sealed class GetPolicyVersionHandler(EngineInForce inForce, PolicyEngines engines) : IQueryHandler<GetPolicyVersion, PolicyVersionDetail>
{
    public Task<Result<PolicyVersionDetail>> HandleAsync(GetPolicyVersion query, OperationScope scope, CancellationToken cancel) =>
        Task.FromResult(engines.FindProgram(query.Policy, query.Version).Map(program => new PolicyVersionDetail(
            program.Policy,
            engines.FindFiles(query.Policy, query.Version)!,
            inForce.Library.Find(query.Policy) is { IsSuccess: true } present && present.Value.Version == query.Version)));
}
