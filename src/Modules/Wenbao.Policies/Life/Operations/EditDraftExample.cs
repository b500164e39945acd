using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Life;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Says what an example of a draft must come to (改算例的应得结果): where a rule was changed on purpose, the example follows it.</summary>
/// <param name="Draft">The draft's number.</param>
/// <param name="Example">The example's id.</param>
/// <param name="Expected">What it must come to.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record SetDraftExpectation(long Draft, string Example, ExpectedDecision Expected) : IOperation<EditedDraft>;

/// <summary>Rewrites one example of a draft (改算例): its inputs, title and what it must come to. Its id stays.</summary>
/// <param name="Draft">The draft's number.</param>
/// <param name="Example">The example's id.</param>
/// <param name="Text">The example as examples.yaml writes it, the hyphen in front included.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record EditDraftExample(long Draft, string Example, string Text) : IOperation<EditedDraft>, IValidated
{
    /// <summary>The most characters of an example.</summary>
    public const int CharactersMax = 32 * 1024;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => Text.Length > CharactersMax ? [PolicyLifeProblems.TextTooLong.At("text", "text", CharactersMax)] : [];
}

internal sealed class SetDraftExpectationHandler(DraftDesk desk) : IOperationHandler<SetDraftExpectation, EditedDraft>
{
    public Task<Result<EditedDraft>> HandleAsync(SetDraftExpectation operation, OperationSession session, CancellationToken cancel) =>
        ExampleEdit.SaveAsync(desk, session, operation.Draft, operation.Example, text => ExampleTexts.WithExpectation(text, operation.Example, operation.Expected), cancel);
}

internal sealed class EditDraftExampleHandler(DraftDesk desk) : IOperationHandler<EditDraftExample, EditedDraft>
{
    public Task<Result<EditedDraft>> HandleAsync(EditDraftExample operation, OperationSession session, CancellationToken cancel) =>
        ExampleEdit.SaveAsync(desk, session, operation.Draft, operation.Example, text => ExampleTexts.WithExample(text, operation.Example, operation.Text.ReplaceLineEndings("\n")), cancel);
}

/// <summary>Changes one example and saves the draft.</summary>
internal static class ExampleEdit
{
    public static async Task<Result<EditedDraft>> SaveAsync(
        DraftDesk desk, OperationSession session, long draftId, string example, Func<string, Result<string>> change, CancellationToken cancel)
    {
        var found = await DraftDesk.FindOpenAsync(session, draftId, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var folder = await desk.FolderAsync(session.UnitOfWork.Context<PolicyLifeDb>(), draftId, cancel).ConfigureAwait(false);
        var changed = change(folder.TextOf(PolicyFolder.ExamplesFile));
        return !changed.IsSuccess ? changed.Problem!
            : await EditDraftFileHandler.SaveAsync(
                desk, session, found.Value, PolicyFolder.ExamplesFile, changed.Value, LifeEventKind.Edited, PolicyFolder.ExamplesFile + " " + example, cancel).ConfigureAwait(false);
    }
}

/// <summary>Single examples within the text of <c>examples.yaml</c>.</summary>
internal static class ExampleTexts
{
    /// <summary>The text of one example, from its hyphen to its last line.</summary>
    /// <returns>Null when there is none, or the text is no list.</returns>
    public static string? Find(string text, string example) => Place(text, example) is var (start, end) ? text[start..end].TrimEnd() + "\n" : null;

    /// <summary>The text with an example rewritten.</summary>
    public static Result<string> WithExample(string text, string example, string rewritten)
    {
        if (Place(text, example) is not var (start, end))
        {
            return PolicyLifeProblems.ExampleNotFound.At(PolicyFolder.ExamplesFile, example);
        }

        var block = rewritten.Trim() + "\n";
        return PackYamlText.Find(block) is { Items: [{ } only], IsFlow: false } && only.Step("id")?.Value == example
            ? string.Concat(text.AsSpan(0, start), block, text.AsSpan(end))
            : PolicyLifeProblems.ExampleNotReadable.At(PolicyFolder.ExamplesFile, example);
    }

    /// <summary>The text with another expectation of an example.</summary>
    public static Result<string> WithExpectation(string text, string example, ExpectedDecision expected)
    {
        if (PackYamlText.Find(text, $"[id={example}]", "expect") is not { } span)
        {
            return PolicyLifeProblems.ExampleNotFound.At(PolicyFolder.ExamplesFile, example);
        }

        var written = string.Create(
            CultureInfo.InvariantCulture,
            $"{{outcome: {OutcomeText.Code(expected.Outcome)}, failed: [{List(expected.Failed)}], unknown: [{List(expected.Unknown)}], amount: '{Money.Round(expected.AmountYuan)}'}}");
        return string.Concat(text.AsSpan(0, span.Start), written, text.AsSpan(span.End));
    }

    private static string List(IReadOnlyList<string> ids) => string.Join(", ", ids.Select(PackYamlText.Quote));

    private static (int Start, int End)? Place(string text, string example)
    {
        if (example.Contains(']', StringComparison.Ordinal) || PackYamlText.Find(text) is not { Items: { } items, IsFlow: false })
        {
            return null;
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Step("id")?.Value == example)
            {
                return (LineOf(items[i]), i + 1 < items.Count ? LineOf(items[i + 1]) : text.Length);
            }
        }

        return null;

        int LineOf(PackYamlSpan item) => text.LastIndexOf('\n', text.LastIndexOf('-', item.Start - 1)) + 1;
    }
}
