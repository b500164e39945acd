using System.Text.Json;

namespace Wenbao.Policies.Persistence;

/// <summary>The five files of a version as it is stored: JSON of names and texts, compressed.</summary>
internal static class VersionFiles
{
    /// <summary>Packs the files.</summary>
    public static byte[] Pack(IReadOnlyDictionary<string, string> texts) =>
        CellCodec.Compress(JsonSerializer.SerializeToUtf8Bytes(texts.OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal)));

    /// <summary>Unpacks them.</summary>
    public static IReadOnlyDictionary<string, string> Unpack(byte[] packed) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(CellCodec.Decompress(packed))!;
}
