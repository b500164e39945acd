using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Bank;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>The file of a batch that was handed over (批次文件), made again from what is stored and compared with the digest of what went out.</summary>
/// <param name="Batch">The batch.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor)]
public sealed record GetBatchFile(long Batch) : IQuery<BatchFileContent>;

/// <summary>The file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">A pain.001.001.10 document in UTF-8; holds names and accounts.</param>
/// <param name="Digest">Its SHA-256 in hexadecimal.</param>
public sealed record BatchFileContent(string Name, byte[] Content, string Digest);

internal sealed class GetBatchFileHandler(Database database, BatchFile file) : IQueryHandler<GetBatchFile, BatchFileContent>
{
    public async Task<Result<BatchFileContent>> HandleAsync(GetBatchFile query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PaymentsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var batch = await db.Batches.FirstOrDefaultAsync(b => b.Id == query.Batch, cancel).ConfigureAwait(false);
            if (batch is null)
            {
                return FundsProblems.BatchNotFound.With(query.Batch);
            }

            if (batch.State != BatchState.Exported)
            {
                return FundsProblems.BatchNotHandedOver.With(batch.Id);
            }

            var parts = await db.BatchParts.Where(p => p.Batch == batch.Id).OrderBy(p => p.Number).ToListAsync(cancel).ConfigureAwait(false);
            var attempts = await BatchStore.ReadAsync(db.Database.GetDbConnection(), null, database.Dialect, batch.Id, cancel).ConfigureAwait(false);
            var written = file.Write(batch, parts, attempts);
            if (!written.IsSuccess)
            {
                return written.Problem!;
            }

            var digest = Convert.ToHexStringLower(SHA256.HashData(written.Value));
            return digest == batch.FileDigest
                ? new BatchFileContent(batch.MessageId + ".xml", written.Value, digest)
                : FundsProblems.BatchFileChanged.With(batch.Id);
        }
    }
}
