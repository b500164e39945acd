using System.Globalization;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;

namespace Wenbao.Funds.Payments;

/// <summary>What a message comes to before it is compared with what is stored: facts, movements, money for recoveries, and what a person must see.</summary>
internal sealed class MessageGathering
{
    /// <summary>Facts about attempts of ours.</summary>
    public List<BankFact> Facts { get; } = [];

    /// <summary>What a person must see.</summary>
    public List<Doubt> Doubts { get; } = [];

    /// <summary>Money that came for recoveries.</summary>
    public List<RecoveryMoney> Recoveries { get; } = [];

    /// <summary>New statements with their movements.</summary>
    public List<(StatementRow Statement, List<Movement> Movements)> Statements { get; } = [];

    /// <summary>Payments and movements that the message speaks of.</summary>
    public long Answers { get; set; }

    /// <summary>Something a person must see.</summary>
    /// <param name="Kind">Why.</param>
    /// <param name="Key">What tells it from others of the kind; the same whenever the bank says the same.</param>
    /// <param name="Reference">The bank's own identification.</param>
    /// <param name="Entitlement">The entitlement; null when none is known.</param>
    /// <param name="Amount">The amount; null when none is told.</param>
    /// <param name="Settled">Why nobody need look at it any more; null while a person must.</param>
    internal sealed record Doubt(BankExceptionKind Kind, string Key, string Reference, long? Entitlement = null, Money? Amount = null, LocalizedText? Settled = null);

    /// <summary>Money that came for a recovery.</summary>
    internal sealed record RecoveryMoney(string Recovery, Money Amount, DateOnly On, string Reference, Movement Movement);

    /// <summary>One movement of a statement.</summary>
    internal sealed class Movement
    {
        public required bool IsCredit { get; init; }

        public required Money Amount { get; init; }

        public required DateOnly BookedOn { get; init; }

        public string? Reference { get; init; }

        public string? EndToEndId { get; init; }

        public string? Remittance { get; init; }

        public string? ReturnReason { get; init; }

        public long? Attempt { get; set; }

        public long? Recovery { get; set; }

        /// <summary>The batch, or part of one, that it pays as a whole; null when its details are given.</summary>
        public BatchBookingRow? Booking { get; set; }

        /// <summary>What tells the booking from others of the same payment: day, reference and count.</summary>
        public string KeyOf(int count) => string.Create(CultureInfo.InvariantCulture, $"{BookedOn:yyyy-MM-dd}|{Reference}|{count}");
    }
}
