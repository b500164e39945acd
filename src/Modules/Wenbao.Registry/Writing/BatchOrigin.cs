namespace Wenbao.Registry;

/// <summary>Where a batch of rows comes from.</summary>
/// <param name="AsOf">The business day from which its values hold.</param>
/// <param name="ReceivedAt">When it arrived, in UTC.</param>
/// <param name="Source">The department or program that sent it; null when unknown.</param>
/// <param name="FileName">The file's name without folders; null when there is none.</param>
/// <param name="FileDigest">SHA-256 of the file in hexadecimal; null when there is none.</param>
public sealed record BatchOrigin(DateOnly AsOf, DateTimeOffset ReceivedAt, string? Source = null, string? FileName = null, string? FileDigest = null);
