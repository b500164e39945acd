using Wenbao.Kernel;

namespace Wenbao.Funds.Bank;

/// <summary>What the bank wrote, read and checked, before anything is known about what it means for us.</summary>
/// <param name="MessageId">The bank's name for the message.</param>
internal abstract record BankMessage(string MessageId);

/// <summary>A status report (pain.002.001.11). What a level says holds for everything below that says nothing itself.</summary>
internal sealed record StatusReportMessage(string MessageId) : BankMessage(MessageId)
{
    /// <summary>The name of our file that it answers.</summary>
    public required string OriginalMessage { get; init; }

    public StatusGiven Group { get; init; }

    /// <summary>How many payments the bank counted; null when it does not say.</summary>
    public long? Count { get; init; }

    /// <summary>The sum the bank counted; null when it does not say.</summary>
    public decimal? Sum { get; init; }

    public IReadOnlyList<PartStatus> Parts { get; init; } = [];
}

/// <summary>A status with its reason.</summary>
/// <param name="Code">The status; null when none is given.</param>
/// <param name="Reason">The reason's code; null when none is given.</param>
internal readonly record struct StatusGiven(string? Code, string? Reason);

/// <summary>What is said of one part of our file.</summary>
internal sealed record PartStatus(string Part, StatusGiven Status, long? Count, decimal? Sum, IReadOnlyList<PaymentStatus> Payments);

/// <summary>What is said of one payment.</summary>
/// <param name="EndToEndId">Our name for it; null when the bank gives none.</param>
/// <param name="Status">The status.</param>
internal sealed record PaymentStatus(string? EndToEndId, StatusGiven Status);

/// <summary>Statements of accounts (camt.053.001.08).</summary>
internal sealed record StatementMessage(string MessageId, IReadOnlyList<AccountStatement> Statements) : BankMessage(MessageId);

/// <summary>One statement.</summary>
internal sealed record AccountStatement
{
    /// <summary>The bank's name for it, with the page where it has pages.</summary>
    public required string Id { get; init; }

    public required string Account { get; init; }

    public required Money Opening { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required Money Closing { get; init; }

    public required DateOnly ClosedOn { get; init; }

    /// <summary>The booked movements.</summary>
    public required IReadOnlyList<StatementEntry> Entries { get; init; }
}

/// <summary>One movement.</summary>
internal sealed record StatementEntry(bool IsCredit, Money Amount, DateOnly BookedOn, string? Reference, BookedBatch? Batch, IReadOnlyList<EntryDetail> Details);

/// <summary>What a movement says of many payments together.</summary>
/// <param name="Message">The name of our file; null when it is not named.</param>
/// <param name="Part">The name of the part; null when it is not named.</param>
/// <param name="Items">How many payments; null when they are not counted.</param>
internal sealed record BookedBatch(string? Message, string? Part, long? Items);

/// <summary>A detail of a movement: what it is for.</summary>
/// <param name="IsCredit">Its own direction; null when it is the movement's.</param>
/// <param name="Amount">Its own amount; null when it is the movement's.</param>
/// <param name="Reference">The bank's reference; null when it has none of its own.</param>
/// <param name="EndToEndId">Our name for the payment; null when none is given.</param>
/// <param name="Remittance">What was written on it; null when nothing was.</param>
/// <param name="ReturnReason">Why it came back; null when it did not.</param>
internal sealed record EntryDetail(bool? IsCredit, Money? Amount, string? Reference, string? EndToEndId, string? Remittance, string? ReturnReason);
