using Wenbao.Kernel;

namespace Wenbao.Server;

/// <summary>What was played.</summary>
/// <param name="Days">The days, first and last included.</param>
/// <param name="Claims">How many claims came in.</param>
/// <param name="Settled">How many entitlements were paid or booked.</param>
/// <param name="Batches">How many payment batches went out.</param>
public sealed record PlayedHistory(Period Days, long Claims, long Settled, long Batches);
