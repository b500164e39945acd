using System.Text;
using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>Keeps the texts of one column that come again, so that codes and towns are one string in memory. Gives up by itself where texts never repeat.</summary>
internal sealed class TextCache
{
    private const int Slots = 512;
    private const int LengthMax = 40;
    private readonly Entry[] entries = new Entry[Slots];
    private int asked;
    private int found;
    private bool isOff;

    /// <summary>The text of UTF-8 bytes as a value.</summary>
    public FeelValue Get(ReadOnlySpan<byte> utf8)
    {
        if (isOff || utf8.Length > LengthMax)
        {
            return FeelValue.Of(Encoding.UTF8.GetString(utf8));
        }

        ref var entry = ref entries[Hash(utf8) & (Slots - 1)];
        asked++;
        if (entry.Utf8 is not null && utf8.SequenceEqual(entry.Utf8))
        {
            found++;
            return entry.Value;
        }

        isOff = asked == 4096 && found < 1024;
        entry = new Entry(utf8.ToArray(), FeelValue.Of(Encoding.UTF8.GetString(utf8)));
        return entry.Value;
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }

    private readonly record struct Entry(byte[] Utf8, FeelValue Value);
}
