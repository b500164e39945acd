using Wenbao.Funds.Persistence;

namespace Wenbao.Funds.Payments;

/// <summary>One thing the bank said about one attempt.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Kind">What.</param>
/// <param name="Key">What tells it from others of the kind.</param>
/// <param name="BookedOn">The booking day; null for answers that are no bookings.</param>
/// <param name="Reason">The reason's code; null when none is given.</param>
internal sealed record BankFact(long Attempt, BankFactKind Kind, string Key, DateOnly? BookedOn, string? Reason);

/// <summary>Everything the bank has said about one attempt, as a set: however often and in whatever order it was said, it comes to the same.</summary>
/// <remarks>Source: product decision, ADR 0012.</remarks>
internal sealed class AttemptFacts
{
    private readonly Dictionary<(BankFactKind, string), BankFact> facts = [];

    /// <summary>Adds a fact.</summary>
    /// <returns>Whether it was new.</returns>
    public bool Add(BankFact fact) => facts.TryAdd((fact.Kind, fact.Key), fact);

    /// <summary>The first day a statement shows that it left; null when none does.</summary>
    public DateOnly? DebitedOn => Of(BankFactKind.Debited).Min(f => f.BookedOn);

    /// <summary>The first day a statement shows that it came back; null when none does.</summary>
    public DateOnly? ReturnedOn => Of(BankFactKind.Returned).Min(f => f.BookedOn);

    /// <summary>How often statements show that it left; more than once is wrong.</summary>
    public int Debits => Of(BankFactKind.Debited).Count();

    /// <summary>How often statements show that it came back.</summary>
    public int Returns => Of(BankFactKind.Returned).Count();

    public bool IsRejected => Of(BankFactKind.Rejected).Any();

    /// <summary>What the facts come to. That it left outweighs that it was rejected; that it came back counts once it came back as often as it left, for until then the payee keeps a payment.</summary>
    public AttemptState State =>
        Debits > 0 ? Returns >= Debits ? AttemptState.Returned : AttemptState.Paid
        : IsRejected ? AttemptState.Rejected
        : Of(BankFactKind.Accepted).Any() ? AttemptState.Accepted
        : AttemptState.HandedOver;

    /// <summary>The bank's reason for the state, by code; null when it needs none or none was given.</summary>
    public string? Reason => State switch
    {
        AttemptState.Returned => Of(BankFactKind.Returned).Min(f => f.Reason),
        AttemptState.Rejected => Of(BankFactKind.Rejected).Min(f => f.Reason),
        _ => null,
    };

    private IEnumerable<BankFact> Of(BankFactKind kind) => facts.Values.Where(f => f.Kind == kind);
}
