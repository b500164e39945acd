namespace Wenbao.Platform.Operations;

/// <summary>What travels with an operation or query: who sends it, and under which key.</summary>
/// <param name="Actor">The id of who sends it; null for somebody not signed in.</param>
/// <param name="IdempotencyKey">A key the sender makes up for this one wish, 1 to 100 characters; sent again it is answered from store. Null for wishes that need no such care.</param>
/// <param name="ExpectedVersion">The version the sender saw; null when the operation edits nothing that has versions.</param>
public sealed record OperationContext(string? Actor, string? IdempotencyKey = null, ExpectedVersion? ExpectedVersion = null);
