using Wenbao.Kernel;

namespace Wenbao.Synthesis;

/// <summary>How far an entitlement must have come to count in a figure of the ledger.</summary>
public enum LedgerStage
{
    /// <summary>Granted, whether or not the money has arrived.</summary>
    Granted,

    /// <summary>Settled by the ledger: paid as a statement proves it, or booked.</summary>
    Settled,
}

/// <summary>A figure that entitlements and ledger give (按账计数).</summary>
/// <param name="Of">What is counted or summed, as for decided cases; null when it is the capital of a line.</param>
/// <param name="Stage">How far entitlements must have come; null takes granted where no money is concerned, settled elsewhere.</param>
/// <param name="Lines">Only what these fund lines paid; empty for all.</param>
/// <param name="CapitalOf">The fund line whose capital is the figure; null for entitlements.</param>
/// <param name="Within">The days that count, by the margin's period; null from the first day of the business day's year to the business day.</param>
public sealed record LedgerMeasure(DecidedMeasure? Of, LedgerStage? Stage, IReadOnlyList<string> Lines, string? CapitalOf, Period? Within);

/// <summary>Gives figures of entitlements and ledger; whoever keeps them fills this in.</summary>
public interface ILedgerFigures
{
    /// <summary>The figure, or null when nothing has been granted yet.</summary>
    Task<decimal?> MeasureAsync(LedgerMeasure measure, CancellationToken cancel);
}
