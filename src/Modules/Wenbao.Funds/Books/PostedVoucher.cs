using System.Globalization;

namespace Wenbao.Funds.Books;

/// <summary>A voucher that was written.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Digest">The SHA-256 over it and its entries, in hexadecimal; the audit chain carries it under <see cref="Subject"/>.</param>
internal sealed record PostedVoucher(long Id, string Digest)
{
    /// <summary>What the audit calls it: <c>voucher/12</c>.</summary>
    public string Subject => SubjectOf(Id);

    /// <summary>What the audit calls a voucher.</summary>
    public static string SubjectOf(long id) => string.Create(CultureInfo.InvariantCulture, $"voucher/{id}");
}
