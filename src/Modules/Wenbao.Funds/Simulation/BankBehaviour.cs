namespace Wenbao.Funds;

/// <summary>How a simulated bank behaves (模拟银行的行为): by default it accepts everything and books it on the day asked for, item by item.</summary>
public sealed record BankBehaviour
{
    /// <summary>How many payments it rejects, spread over the file.</summary>
    public int Rejections { get; init; }

    /// <summary>The reason it gives for them, by code.</summary>
    public string RejectionReason { get; init; } = "AC01";

    /// <summary>How many payments that it booked come back a day later.</summary>
    public int Returns { get; init; }

    /// <summary>The reason it gives for them, by code.</summary>
    public string ReturnReason { get; init; } = "AC04";

    /// <summary>How many calendar days after the day asked for it books.</summary>
    public int DaysLate { get; init; }

    /// <summary>Whether it sends every message twice, the second under another name.</summary>
    public bool AnswersTwice { get; init; }

    /// <summary>Whether it answers and books a half first and the rest a day later.</summary>
    public bool AnswersPartly { get; init; }

    /// <summary>Whether the statement comes before the status report.</summary>
    public bool AnswersOutOfOrder { get; init; }

    /// <summary>Whether it also speaks of a payment, a batch and movements that nobody knows.</summary>
    public bool NamesUnknown { get; init; }

    /// <summary>Whether it answers and books whole parts by number and sum, and names single payments only where they fail.</summary>
    public bool IsBrief { get; init; }

    /// <summary>What its statements open with, in yuan.</summary>
    public decimal OpeningYuan { get; init; } = 10_000_000_000m;
}

/// <summary>A file that a simulated bank sends.</summary>
/// <param name="Name">Its name; files are to be read in the order of their names.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Content">The file.</param>
public sealed record SimulatedFile(string Name, BankMessageKind Kind, byte[] Content);
