using System.Text;

namespace Wenbao.Registry;

/// <summary>Finds out in which encoding a text file is written.</summary>
internal static class TextEncoding
{
    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>UTF-8 or UTF-16 by its mark; else UTF-8 when the whole file is valid UTF-8; else GB 18030 when it is valid in that; else null.</summary>
    public static Encoding? Detect(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> mark = stackalloc byte[3];
        var length = stream.ReadAtLeast(mark, 3, throwOnEndOfStream: false);
        stream.Position = 0;
        if (mark[..length].StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || mark[..length].StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Strict("utf-16");
        }

        var utf8 = Strict("utf-8");
        if (IsValid(stream, utf8))
        {
            return utf8;
        }

        stream.Position = 0;
        var gb = Strict("GB18030");
        return IsValid(stream, gb) ? gb : null;
    }

    private static Encoding Strict(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static bool IsValid(Stream stream, Encoding encoding)
    {
        var decoder = encoding.GetDecoder();
        var bytes = new byte[64 * 1024];
        var chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            int read;
            while ((read = stream.Read(bytes)) > 0)
            {
                decoder.GetChars(bytes, 0, read, chars, 0, flush: false);
            }

            decoder.GetChars([], 0, 0, chars, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
