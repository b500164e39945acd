using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Saves a file of a draft (修改草稿文件). A draft with faults may be saved; what is wrong is answered with file and line.</summary>
/// <param name="Draft">The draft's number.</param>
/// <param name="File">One of <c>policy.yaml</c>, <c>parameters.yaml</c>, <c>decision.dmn</c>, <c>examples.yaml</c>, <c>source.md</c>.</param>
/// <param name="Text">The whole text.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record EditDraftFile(long Draft, string File, string Text) : IOperation<EditedDraft>, IValidated
{
    /// <summary>The most characters of a file.</summary>
    public const int CharactersMax = 256 * 1024;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        if (!PolicyFolder.FileNames.Contains(File))
        {
            yield return PolicyLifeProblems.FileNotOfPolicy.At("file", File.Length > 80 ? File[..80] : File, string.Join(", ", PolicyFolder.FileNames));
        }
        else if (Text.Length > CharactersMax)
        {
            yield return PolicyLifeProblems.FileTooLarge.At(File, File, Text.Length, CharactersMax);
        }
        else if (ControlLine() is { } line)
        {
            yield return PolicyLifeProblems.TextNotPlain.At(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{line}"), File, line);
        }
    }

    private int? ControlLine()
    {
        var line = 1;
        foreach (var character in Text)
        {
            if (character == '\n')
            {
                line++;
            }
            else if ((char.IsControl(character) && character is not ('\r' or '\t')) || character is '\uFFFE' or '\uFFFF')
            {
                return line;
            }
        }

        return null;
    }
}

/// <summary>A draft after an edit.</summary>
/// <param name="Draft">Its number.</param>
/// <param name="RowVersion">Its version, for the next edit.</param>
/// <param name="Findings">Everything that is wrong with it now.</param>
public sealed record EditedDraft(long Draft, long RowVersion, IReadOnlyList<DraftFinding> Findings);

internal sealed class EditDraftFileHandler(DraftDesk desk) : IOperationHandler<EditDraftFile, EditedDraft>
{
    public async Task<Result<EditedDraft>> HandleAsync(EditDraftFile operation, OperationSession session, CancellationToken cancel)
    {
        var found = await DraftDesk.FindOpenAsync(session, operation.Draft, cancel).ConfigureAwait(false);
        return found.IsSuccess
            ? await SaveAsync(desk, session, found.Value, operation.File, Plain(operation.Text), LifeEventKind.Edited, operation.File, cancel).ConfigureAwait(false)
            : found.Problem!;
    }

    /// <summary>Saves a file and answers with the draft as it stands then.</summary>
    public static async Task<Result<EditedDraft>> SaveAsync(
        DraftDesk desk, OperationSession session, DraftRow draft, string file, string text, LifeEventKind kind, string note, CancellationToken cancel)
    {
        var db = session.UnitOfWork.Context<PolicyLifeDb>();
        var stored = await db.DraftFiles.FirstAsync(f => f.DraftId == draft.Id && f.Name == file, cancel).ConfigureAwait(false);
        stored.Text = text;
        await session.UnitOfWork.SaveAsync(cancel).ConfigureAwait(false);
        var folder = await desk.FolderAsync(db, draft.Id, cancel).ConfigureAwait(false);
        draft.Digest = VersionText.ContentDigest(folder);
        DraftDesk.Touch(session, draft, kind, note);
        return new EditedDraft(draft.Id, draft.RowVersion, desk.Read(draft, folder).Findings);
    }

    /// <summary>Line ends and the mark of the encoding are no change of the text.</summary>
    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimStart('\uFEFF');
}
