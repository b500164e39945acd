using Wenbao.Feel;
using Wenbao.Feel.Binding;

namespace Wenbao.Dmn;

/// <summary>A model ready to run: every name is a slot of one frame. Immutable; may be shared by threads, each with a frame of its own.</summary>
/// <param name="Layout">The size of the frame.</param>
/// <param name="Inputs">Input data: all of the model, and those of imported models that are needed.</param>
/// <param name="Functions">Business knowledge models and decision services in an order in which each stands behind those it uses. Their values must stand in the frame before decisions run.</param>
/// <param name="Decisions">Decisions in an order in which each stands behind those it requires.</param>
/// <param name="TodaySlot">Where the caller puts the date that <c>today()</c> gives.</param>
/// <param name="NowSlot">Where the caller puts the date and time that <c>now()</c> gives.</param>
/// <param name="Diagnostics">What was found wrong. A model with errors runs all the same: what has no meaning is null.</param>
public sealed record BoundModel(
    FrameLayout Layout,
    IReadOnlyList<BoundInput> Inputs,
    IReadOnlyList<BoundKnowledge> Functions,
    IReadOnlyList<BoundDecision> Decisions,
    int TodaySlot,
    int NowSlot,
    IReadOnlyList<DmnDiagnostic> Diagnostics)
{
    /// <summary>Whether nothing graver than a warning was found.</summary>
    public bool IsSound => Diagnostics.All(finding => finding.Severity != FeelSeverity.Error);

    /// <summary>The decision with the id, else with the name; null when there is none. The main model's come first.</summary>
    public BoundDecision? FindDecision(string idOrName) =>
        Decisions.Where(decision => decision.Id == idOrName || decision.Name == idOrName)
            .OrderBy(decision => decision.IsImported).ThenBy(decision => decision.Id != idOrName).FirstOrDefault();
}

/// <summary>Input data.</summary>
/// <param name="Id">The element id, such as <c>in.si_district</c>.</param>
/// <param name="Name">The name expressions of its own model use.</param>
/// <param name="Type">The type; values must be made to fit by <see cref="TypeConformance"/> before they stand in the slot.</param>
/// <param name="Slot">Its place in the frame.</param>
/// <param name="AllowedValues">What values the type allows, of an item when the type is a list; null when any.</param>
/// <param name="Model">The namespace of its model.</param>
/// <param name="IsImported">Whether it belongs to an imported model.</param>
public sealed record BoundInput(string Id, string Name, FeelType Type, int Slot, AllowedValues? AllowedValues, string Model, bool IsImported)
{
    /// <summary>The type with the constraints of its parts.</summary>
    internal ResolvedType Resolved { get; init; } = ResolvedType.Any;
}

/// <summary>A business knowledge model or decision service.</summary>
/// <param name="Logic">Gives the function value.</param>
public sealed record BoundKnowledge(string Id, string Name, int Slot, BoundNode Logic, FeelType Type, string Model, bool IsImported);

/// <summary>A decision.</summary>
/// <param name="Id">The element id.</param>
/// <param name="Name">The name expressions of its own model use.</param>
/// <param name="Slot">Where its value belongs once it is evaluated.</param>
/// <param name="Logic">The logic, made to fit the declared type; a null literal when the model gives none.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="RequiredInputs">Ids of the input data its value depends on, directly or through other decisions, in the order of <see cref="BoundModel.Inputs"/>.</param>
/// <param name="RequiredDecisions">Ids of the decisions it requires directly.</param>
/// <param name="Context">The boxed context when the logic is one, as written: before it is made to fit the declared type. Else null.</param>
/// <param name="EntryIds">The element ids of <see cref="Context"/>'s entries, one each in the same order, null where none is written; empty when the logic is no context. The result entry is not among them.</param>
/// <param name="ResultEntryId">The element id of the context's result entry, or null.</param>
public sealed record BoundDecision(
    string Id,
    string Name,
    int Slot,
    BoundNode Logic,
    FeelType Type,
    IReadOnlyList<string> RequiredInputs,
    IReadOnlyList<string> RequiredDecisions,
    BoundContext? Context,
    IReadOnlyList<string?> EntryIds,
    string? ResultEntryId,
    string Model,
    bool IsImported)
{
    /// <summary>The slots of the decisions it requires directly.</summary>
    internal IReadOnlyList<int> RequiredSlots { get; init; } = [];
}
