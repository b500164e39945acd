using Wenbao.Platform.Data;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Data;

public sealed class DatabaseTests
{
    [DatabaseTheory, DatabaseData]
    public async Task ManyUnitsOfWorkAtOnce_AllGoThrough(TestDatabase test)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using (var setup = await test.Database.BeginAsync(cancel))
        {
            await setup.ExecuteAsync("CREATE TABLE counter (n bigint NOT NULL)", cancel);
            await setup.ExecuteAsync("INSERT INTO counter VALUES (0)", cancel);
            await setup.CommitAsync(cancel);
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            await using var work = await test.Database.BeginAsync(cancel);
            await work.ExecuteAsync("UPDATE counter SET n = n + 1", cancel);
            await work.CommitAsync(cancel);
        }));

        await using var connection = await test.Database.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT n FROM counter";
        Assert.Equal(20L, await command.ExecuteScalarAsync(cancel));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Migrating_AgainDoesNothing(TestDatabase test) => await test.MigrateAsync<PlatformDb>();

    [Theory]
    [InlineData("RecordedAt", "recorded_at")]
    [InlineData("HTTPStatus", "http_status")]
    [InlineData("PK_plt_audit", "pk_plt_audit")]
    [InlineData("Lpr1Y", "lpr1_y")]
    [InlineData("Id", "id")]
    public void Names_AreInSnakeCase(string name, string expected) => Assert.Equal(expected, SnakeCase.Of(name));
}
