namespace Wenbao.Kernel.Tests;

/// <summary>The reference tables as the packs hold them, copied beside the tests; no cell that is read here is quoted.</summary>
internal static class ReferenceRows
{
    public static IEnumerable<string[]> Of(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Skip(1).Select(line => line.Split(','));
}
