using Wenbao.Feel;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;

namespace Wenbao.Policies.Deciding;

/// <summary>A policy's model, bound: where its inputs and parameters stand in the frame, and its conditions and steps as expressions.</summary>
/// <param name="FrameSize">Slots of a frame.</param>
/// <param name="InputSlots">The slot of each of the policy's inputs, in their order; -1 for an input that the model does not have.</param>
/// <param name="ParameterSlot">The slot of the context 参数.</param>
/// <param name="ParameterShape">The names of the parameters, in the order of the model's type.</param>
/// <param name="RecordShapes">For each input that is a record list, how its contexts are laid out; null for others.</param>
/// <param name="Conditions">The entries of 资格条件.</param>
/// <param name="Steps">The entries of 金额.</param>
internal sealed record PolicyModel(
    int FrameSize,
    IReadOnlyList<int> InputSlots,
    int ParameterSlot,
    FeelShape ParameterShape,
    IReadOnlyList<RecordShape?> RecordShapes,
    IReadOnlyList<ModelEntry> Conditions,
    IReadOnlyList<ModelEntry> Steps)
{
    /// <summary>Chinese labels of the inputs in the model.</summary>
    public required IReadOnlyList<string> InputLabels { get; init; }

    /// <summary>Functions and further decisions that conditions and steps read, in the order they have to be evaluated; a constant one stays the same in every frame.</summary>
    public required IReadOnlyList<(int Slot, BoundNode Logic, bool IsConstant)> Prerequisites { get; init; }

    /// <summary>Every slot that an expression reads, itself or through further decisions.</summary>
    public IReadOnlySet<int> SlotsBehind(BoundNode expression)
    {
        var logics = Prerequisites.ToDictionary(p => p.Slot, p => p.Logic);
        var found = new HashSet<int>();
        var open = new Queue<BoundNode>([expression]);
        while (open.TryDequeue(out var node))
        {
            foreach (var read in BoundTree.FreeSlots(node))
            {
                if (found.Add(read.Slot) && logics.TryGetValue(read.Slot, out var logic))
                {
                    open.Enqueue(logic);
                }
            }
        }

        return found;
    }

    /// <summary>Whether some condition reads the value of another, so that they must be evaluated in order.</summary>
    public bool ConditionsReferToEachOther
    {
        get
        {
            var own = Conditions.Select(c => c.Slot.Slot).ToHashSet();
            return Conditions.Any(c => BoundTree.FreeSlots(c.Value).Any(s => own.Contains(s.Slot)));
        }
    }
}

/// <summary>An entry of one of the two contexts.</summary>
/// <param name="Id">The element id: condition id or step name.</param>
/// <param name="Label">The Chinese label.</param>
/// <param name="Slot">Where its value stands.</param>
/// <param name="Value">The expression.</param>
/// <param name="Text">The expression as written.</param>
internal sealed record ModelEntry(string Id, string Label, BoundSlot Slot, BoundNode Value, string Text);

/// <summary>How the records of a list are laid out for the model.</summary>
/// <param name="Shape">The component names, in the order of the model's type.</param>
/// <param name="Fields">For each component, the field it takes its value from.</param>
/// <param name="Nested">For each component, the layout of a nested list; null for plain fields.</param>
internal sealed record RecordShape(FeelShape Shape, IReadOnlyList<InputField> Fields, IReadOnlyList<RecordShape?> Nested)
{
    /// <summary>The layout of a record type of the model for the fields of an input.</summary>
    /// <returns>Null when the type is no context or a component has no field of that name: a fault of the pack, reported by the reader.</returns>
    public static RecordShape? Of(FeelType type, IReadOnlyList<InputField> fields)
    {
        if (type is ListFeelType list)
        {
            type = list.Item;
        }

        if (type is not ContextFeelType context)
        {
            return null;
        }

        var ordered = new List<InputField>();
        var nested = new List<RecordShape?>();
        foreach (var member in context.Members)
        {
            if (fields.FirstOrDefault(f => f.ModelName == member.Name) is not { } field)
            {
                return null;
            }

            ordered.Add(field);
            nested.Add(field.Type.Kind == InputKind.RecordList ? Of(member.Type, field.Type.Fields) : null);
        }

        return new RecordShape(new FeelShape([.. context.Members.Select(m => m.Name)]), ordered, nested);
    }
}
