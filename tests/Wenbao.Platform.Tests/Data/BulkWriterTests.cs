using System.Globalization;
using Wenbao.Platform.Data;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Data;

public sealed class BulkWriterTests
{
    private static readonly Column[] Columns =
    [
        new("whole", ColumnType.Integer), new("amount", ColumnType.Decimal(18, 2)), new("名称", ColumnType.Text), new("flag", ColumnType.Boolean),
        new("day", ColumnType.Date), new("moment", ColumnType.Instant), new("bytes", ColumnType.Binary),
    ];

    [DatabaseTheory, DatabaseData]
    public async Task ValuesOfEveryType_ComeBackAsWritten(TestDatabase test)
    {
        object?[] full = [-7L, 1234567.89m, "甲\"乙", true, new DateOnly(2020, 2, 29), new DateTimeOffset(2020, 6, 30, 9, 0, 0, 123, 456, TimeSpan.FromHours(8)), new byte[] { 1, 0, 255 }];
        object?[] empty = [null, null, null, null, null, null, null];
        await WriteAsync(test, commit: true, full, empty);

        var rows = await ReadAsync(test);

        Assert.Equal(2, rows.Count);
        Assert.Equal(full[..5], rows[0][..5]);
        Assert.Equal(((DateTimeOffset)full[5]!).ToUniversalTime(), rows[0][5]);
        Assert.Equal((byte[])full[6]!, (byte[])rows[0][6]!);
        Assert.All(rows[1], Assert.Null);
    }

    [DatabaseTheory, DatabaseData]
    public async Task WithoutCommit_NothingIsThere(TestDatabase test)
    {
        await WriteAsync(test, commit: false, [1L, 1m, "a", false, null, null, null]);
        Assert.Empty(await ReadAsync(test));
    }

    [DatabaseTheory, DatabaseData]
    public async Task DecimalFinerThanItsColumn_IsRefused(TestDatabase test) =>
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(test, commit: true, [1L, 0.001m, null, null, null, null, null]));

    [DatabaseTheory, DatabaseData]
    public async Task SumsOfDecimals_AreExact(TestDatabase test)
    {
        await WriteAsync(test, commit: true, [.. Enumerable.Range(0, 1000).Select(i => new object?[] { (long)i, 0.1m, null, null, null, null, null })]);
        await using var connection = await test.Database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT SUM(amount) FROM every_type";
        Assert.Equal(100m, test.Database.Dialect.FromStorage(ColumnType.Decimal(18, 2), await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)));
    }

    private static async Task WriteAsync(TestDatabase test, bool commit, params object?[][] rows)
    {
        var cancel = TestContext.Current.CancellationToken;
        var dialect = test.Database.Dialect;
        await using (var setup = await test.Database.BeginAsync(cancel))
        {
            var columns = string.Join(", ", Columns.Select(c => $"{dialect.Quote(c.Name)} {dialect.TypeName(c.Type)}"));
            await setup.ExecuteAsync($"CREATE TABLE every_type (id {dialect.SelfNumberingKey}, {columns})", cancel);
            await setup.CommitAsync(cancel);
        }

        await using var work = await test.Database.BeginAsync(cancel);
        await using (var writer = await work.BulkAsync("every_type", Columns, cancel))
        {
            foreach (var row in rows)
            {
                await writer.WriteAsync(row, cancel);
            }

            await writer.CompleteAsync(cancel);
            Assert.Equal(rows.Length, writer.Rows);
        }

        if (commit)
        {
            await work.CommitAsync(cancel);
        }
    }

    private static async Task<List<object?[]>> ReadAsync(TestDatabase test)
    {
        await using var connection = await test.Database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT {string.Join(", ", Columns.Select(c => test.Database.Dialect.Quote(c.Name)))} FROM every_type ORDER BY id");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add([.. Columns.Select((c, i) => test.Database.Dialect.FromStorage(c.Type, reader.GetValue(i)))]);
        }

        return rows;
    }
}
