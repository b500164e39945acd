using Microsoft.AspNetCore.Http;
using Wenbao.Funds.Bank;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Forms;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>Takes a bank's file out of a form: it lies in a file of its own while it is read, and is gone when the request ends.</summary>
internal static class BankFileUpload
{
    /// <summary>The largest file, in MiB.</summary>
    public const long MebibytesMax = BankMessageReader.BytesMax >> 20;

    /// <summary>The largest request that is taken in: a file that is a little too large is refused by its own limit, when all of it has come and the browser listens.</summary>
    public const long RequestBytesMax = 2 * BankMessageReader.BytesMax;

    /// <summary>Makes the operation that reads the file.</summary>
    public static async Task<Result<IOperation<ImportedBankMessage>>> MakeAsync(HttpContext http, FormFields fields, CancellationToken cancel)
    {
        if (fields.Files.GetFile("file") is not { Length: > 0 } sent)
        {
            _ = fields.Text("file"); // noted as empty
            return FundsProblems.MessageFileMissing.At("file", "—");
        }

        // Only the last part of what the browser calls it: it is shown, never opened.
        var name = Path.GetFileName(sent.FileName.Replace('\\', '/'));
        if (sent.Length > BankMessageReader.BytesMax)
        {
            return FundsProblems.MessageTooLarge.At(name, MebibytesMax);
        }

        var kept = new KeptFile();
        http.Response.RegisterForDispose(kept);
        var stream = new FileStream(kept.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using (stream.ConfigureAwait(false))
        {
            await sent.CopyToAsync(stream, cancel).ConfigureAwait(false);
        }

        return Result<IOperation<ImportedBankMessage>>.Of(new ImportBankMessage(kept.Path, name));
    }

    private sealed class KeptFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "wenbao-bank-" + Guid.NewGuid().ToString("N") + ".xml");

        public void Dispose() => File.Delete(Path);
    }
}
