namespace Wenbao.Feel.Possibilities;

/// <summary>What an evaluation over sets reads: the known slots in the frame, the sets of the unknown slots, and variables of loops and contexts.</summary>
internal sealed class SetContext(FeelValue[] frame, int[] unknownSlots)
{
    private readonly List<(int Slot, Possible Value)> variables = [];

    public FeelValue[] Frame { get; } = frame;

    /// <summary>One set an unknown slot.</summary>
    public Possible[] Box { get; set; } = [];

    /// <summary>The set in a slot.</summary>
    public Possible Read(int slot)
    {
        for (var i = variables.Count - 1; i >= 0; i--)
        {
            if (variables[i].Slot == slot)
            {
                return variables[i].Value;
            }
        }

        var index = Array.IndexOf(unknownSlots, slot);
        return index >= 0 ? Box[index] : Possible.Of(Frame[slot]);
    }

    public void Push(int slot, in Possible value) => variables.Add((slot, value));

    public void Pop() => variables.RemoveAt(variables.Count - 1);
}
