using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Runs the examples of a draft (测试草稿). It counts as tested when it has no faults and every example comes out as expected.</summary>
/// <param name="Draft">The draft's number.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record TestDraft(long Draft) : IOperation<TestedDraft>;

/// <summary>How a draft did.</summary>
/// <param name="Draft">Its number.</param>
/// <param name="RowVersion">Its version, for the next edit.</param>
/// <param name="Findings">Everything that is wrong with its files; examples are run only when nothing is.</param>
/// <param name="Examples">How each example came out.</param>
public sealed record TestedDraft(long Draft, long RowVersion, IReadOnlyList<DraftFinding> Findings, IReadOnlyList<ExampleResult> Examples)
{
    /// <summary>Whether there is nothing to mend.</summary>
    public bool IsGreen => Findings.Count == 0 && Examples.Count > 0 && Examples.All(e => e.Passes);
}

internal sealed class TestDraftHandler(DraftDesk desk) : IOperationHandler<TestDraft, TestedDraft>
{
    public async Task<Result<TestedDraft>> HandleAsync(TestDraft operation, OperationSession session, CancellationToken cancel)
    {
        var found = await DraftDesk.FindOpenAsync(session, operation.Draft, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var draft = found.Value;
        var folder = await desk.FolderAsync(session.UnitOfWork.Context<PolicyLifeDb>(), draft.Id, cancel).ConfigureAwait(false);
        var (findings, examples) = Run(desk.Read(draft, folder));
        var failing = examples.Count(e => !e.Passes);
        draft.TestedDigest = findings.Count == 0 && failing == 0 ? draft.Digest : null;
        DraftDesk.Touch(session, draft, LifeEventKind.Tested, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{examples.Count - failing}/{examples.Count}"));
        return new TestedDraft(draft.Id, draft.RowVersion, findings, examples);
    }

    /// <summary>The findings of a reading, and its examples as they come out.</summary>
    public static (IReadOnlyList<DraftFinding> Findings, IReadOnlyList<ExampleResult> Examples) Run(DraftReading reading) =>
        reading.Program is not { } program ? (reading.Findings, [])
        : program.Policy.Examples.Count == 0 ? ([DraftFinding.Of(PolicyLifeProblems.NoExample.At(Packs.PolicyFolder.ExamplesFile))], [])
        : ([], CaseRunner.Run(program));
}
