using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Makes a draft: a copy of a policy as it is in force, or of one under a new id (建立草稿).</summary>
/// <param name="Policy">The policy copied.</param>
/// <param name="NewPolicy">The id of the new policy; null to change the policy itself.</param>
/// <param name="Note">What it is for, in words; may be empty.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed partial record CreateDraft(string Policy, string? NewPolicy = null, string Note = "") : IOperation<CreatedDraft>, IValidated
{
    /// <summary>The most characters of a note.</summary>
    public const int NoteCharactersMax = 500;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        if (NewPolicy is not null && !IdPattern().IsMatch(NewPolicy))
        {
            yield return PolicyLifeProblems.PolicyIdMalformed.At("newPolicy", NewPolicy.Length > 80 ? NewPolicy[..80] : NewPolicy);
        }

        if (Note.Length > NoteCharactersMax)
        {
            yield return PolicyLifeProblems.TextTooLong.At("note", "note", NoteCharactersMax);
        }
    }

    [GeneratedRegex("^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){2,59}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}

/// <summary>A draft that was made.</summary>
/// <param name="Draft">Its number.</param>
/// <param name="RowVersion">Its version, for the next edit.</param>
/// <param name="Policy">The policy it is of.</param>
/// <param name="BaseVersion">The version copied.</param>
public sealed record CreatedDraft(long Draft, long RowVersion, string Policy, string BaseVersion);

internal sealed class CreateDraftHandler(DraftDesk desk, PolicyEngines engines) : IOperationHandler<CreateDraft, CreatedDraft>
{
    public async Task<Result<CreatedDraft>> HandleAsync(CreateDraft operation, OperationSession session, CancellationToken cancel)
    {
        var found = desk.InForce.Library.Find(operation.Policy);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var copied = found.Value;
        var db = session.UnitOfWork.Context<PolicyLifeDb>();
        var texts = engines.FindFiles(copied.Id, copied.Version)!;
        if (operation.NewPolicy is { } newId)
        {
            if (desk.InForce.Library.Find(newId).IsSuccess
                || await db.Drafts.AnyAsync(d => d.Policy == newId && d.State != DraftState.Discarded, cancel).ConfigureAwait(false))
            {
                return PolicyLifeProblems.PolicyIdTaken.At("newPolicy", newId);
            }

            texts = PolicyTexts.Renamed(texts, copied.Id, newId, desk.InForce.Library.Policies.Max(p => p.Number) + 1);
        }

        var folder = desk.FolderOf(texts);
        var draft = new DraftRow
        {
            Policy = operation.NewPolicy ?? copied.Id,
            BaseVersion = copied.Version,
            CopiedFrom = operation.NewPolicy is null ? null : copied.Id,
            State = DraftState.Editing,
            Note = operation.Note.Trim(),
            CreatedBy = session.Scope.Actor,
            CreatedAt = session.Scope.Now,
            ChangedBy = session.Scope.Actor,
            Digest = VersionText.ContentDigest(folder),
        };
        db.Drafts.Add(draft);
        await session.UnitOfWork.SaveAsync(cancel).ConfigureAwait(false);
        foreach (var (name, text) in texts)
        {
            db.DraftFiles.Add(new DraftFileRow { DraftId = draft.Id, Name = name, Text = text });
        }

        DraftDesk.Touch(session, draft, LifeEventKind.Drafted, draft.CopiedFrom is null ? copied.Version : copied.Id + " " + copied.Version);
        return new CreatedDraft(draft.Id, draft.RowVersion, draft.Policy, draft.BaseVersion);
    }
}
