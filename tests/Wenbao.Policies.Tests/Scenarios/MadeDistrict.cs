using Wenbao.Platform.Data;

[assembly: AssemblyFixture(typeof(Wenbao.Policies.Tests.Scenarios.MadeDistrict))]

namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>A small synthetic district of the pack, made and decided once a run; every scenario works on a copy of its own.</summary>
public sealed class MadeDistrict : IAsyncDisposable
{
    private const int Entities = 3000;
    private const string FileName = "district.db";

    private readonly TestFolder folder = new();
    private readonly Lazy<Task> made;
    private int copies;

    public MadeDistrict() => made = new Lazy<Task>(() => Task.Run(MakeAsync));

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A copy of the district, opened.</summary>
    internal async Task<District> OpenAsync()
    {
        await made.Value;
        var copy = Path.Combine(folder.Path, $"copy-{Interlocked.Increment(ref copies)}.db");
        File.Copy(Path.Combine(folder.Path, FileName), copy);
        return await OpenAsync(copy);
    }

    private static Task<District> OpenAsync(string file) =>
        District.OpenAsync(JimoPack.Pack, JimoPack.Registry, JimoPack.Library, Database.InFile(file, SqliteSynchronous.Off));

    private async Task MakeAsync()
    {
        await using var district = await OpenAsync(Path.Combine(folder.Path, FileName));
        await district.MakeDemoAsync(folder.Path, seed: 1, Entities);
    }
}
