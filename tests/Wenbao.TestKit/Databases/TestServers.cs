namespace Wenbao.TestKit;

/// <summary>Stops at the end of a test assembly what its tests started and shared: every test project that uses this kit has it as assembly fixture (eng/Test.props).</summary>
public sealed class TestServers : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        TestDatabase.DropTemplate();
        await PostgresServer.StopAsync().ConfigureAwait(false);
    }
}
