using System.Data.Common;
using System.Runtime.CompilerServices;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Books;

/// <summary>Bears witness for the audit that every voucher is as it was sealed.</summary>
internal sealed class VoucherWitness : IAuditWitness
{
    public string SubjectPrefix => "voucher/";

    public LocalizedText Title { get; } = new("凭证", "vouchers");

    public async IAsyncEnumerable<SealedContent> ReadAsync(DbConnection connection, SqlDialect dialect, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var walk = new VoucherWalk(connection, dialect);
        var last = 0L;
        await foreach (var voucher in walk.ReadAsync(cancel).ConfigureAwait(false))
        {
            // Entries without a voucher count as one altered voucher, however many they are.
            if (voucher.Id > last)
            {
                last = voucher.Id;
                yield return new SealedContent(voucher.Id, voucher.Computed);
            }
        }
    }
}
