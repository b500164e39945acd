namespace Wenbao.Platform.Audit;

/// <summary>A content as it is stored now.</summary>
/// <param name="Number">Its number, more than nought; the link that sealed it has the witness's prefix and this number as its subject.</param>
/// <param name="Digest">The digest of what is stored, in the form the operation described it (<see cref="ContentDigest.ToString"/>: 64 small hexadecimal digits).</param>
public readonly record struct SealedContent(long Number, string Digest);
