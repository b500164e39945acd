using Microsoft.AspNetCore.Components;

namespace Wenbao.Policies.Pages.Life;

/// <summary>Texts that differ, with what was taken away and what was added marked within them.</summary>
public sealed partial class DiffFields
{
    /// <summary>The fields.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FieldDiff> Fields { get; set; } = [];

    /// <summary>Whether the whole thing was added or taken away, so that nothing within it has to be marked.</summary>
    [Parameter]
    public bool IsPlain { get; set; }

    private IReadOnlyList<TextPiece> Pieces(FieldDiff field) => IsPlain
        ? [new TextPiece((field.After ?? field.Before ?? "").Trim(), TextPieceKind.Same)]
        : TextDiff.Of((field.Before ?? "").Trim(), (field.After ?? "").Trim());
}
