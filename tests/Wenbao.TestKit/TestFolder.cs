using Wenbao.Platform.Packs;

namespace Wenbao.TestKit;

/// <summary>A folder for one test, with files written from text; gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("wenbao-test-").FullName;

    /// <summary>Writes a file, folders included.</summary>
    /// <returns>The folder itself.</returns>
    public TestFolder With(string relativePath, string content)
    {
        var path = System.IO.Path.Combine(Path, relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    /// <summary>Writes the <c>pack.yaml</c> of a pack in a folder of its own below.</summary>
    /// <param name="id">The pack's id and folder.</param>
    /// <param name="extends">Its parent; null for none.</param>
    /// <returns>The folder itself.</returns>
    public TestFolder WithPack(string id, string? extends = null) => With(id + "/pack.yaml",
        $"id: {id}\nversion: 1.0.0\ntitle: {{zh: 试验区, en: Test district}}\nas_of: 2020-06-30\ntime_zone: Asia/Shanghai\n" + (extends is null ? "" : $"extends: {extends}\n"));

    /// <summary>Loads a pack written before; its problems fail the test.</summary>
    public Pack Load(string id) => PackLoader.Load(System.IO.Path.Combine(Path, id)).ShouldSucceed();

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
