namespace Wenbao.Feel.Possibilities;

/// <summary>What a condition can be while some inputs are unknown.</summary>
public enum Truth
{
    /// <summary>No possible values of the unknown inputs make the condition true.</summary>
    False,

    /// <summary>The condition is plainly true whatever the unknown inputs are.</summary>
    True,

    /// <summary>Some possible values make the condition true (perhaps all, where that only shows case by case), or it could not be decided.</summary>
    CouldBe,
}

/// <summary>The outcome of evaluating a condition over possible values.</summary>
/// <param name="Truth">What the condition can be.</param>
/// <param name="Slots">The unknown slots that the outcome hangs on, in the order given; none when the condition is certainly not true.</param>
/// <param name="IsProven">Whether the outcome is exact. Only a <see cref="Truth.CouldBe"/> can be unproven: neither values that make the condition true nor a proof that there are none was found within the number of cases.</param>
public sealed record Possibility(Truth Truth, IReadOnlyList<int> Slots, bool IsProven = true)
{
    internal static readonly Possibility Never = new(Truth.False, []);

    /// <summary>Whether the condition is true under some possible values.</summary>
    public bool MayBeTrue => Truth != Truth.False;
}

/// <summary>A slot of the frame whose value is not known, and what it may be.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Domain">The possible values; null is not among them.</param>
public sealed record UnknownSlot(int Slot, ValueDomain Domain);
