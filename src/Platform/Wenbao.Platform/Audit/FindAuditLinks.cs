using System.Data.Common;
using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;

namespace Wenbao.Platform.Audit;

/// <summary>Finds links of the audit (查审计记录), a page at a time: the youngest first, or from a number on.</summary>
/// <param name="Subject">The whole subject, such as <c>voucher/12</c>; null for any.</param>
/// <param name="Actor">The id of who acted; null for anybody.</param>
/// <param name="Day">The day in the district's time zone; null for any.</param>
/// <param name="From">The first number wanted, ascending; null to read from the end.</param>
/// <param name="Before">Only links with a smaller number, descending: the last of the page before; null for the youngest. Not together with <paramref name="From"/>.</param>
/// <param name="Take">Links wanted, 1 to 1,000.</param>
[AllowedTo(Duty.Auditor, Duty.Operator)]
public sealed record FindAuditLinks(string? Subject = null, string? Actor = null, DateOnly? Day = null, long? From = null, long? Before = null, int Take = 50) : IQuery<AuditPage>
{
    /// <summary>The most links a page holds.</summary>
    public const int TakeMax = 1000;
}

/// <summary>A page of links.</summary>
/// <param name="Links">The links, in the order asked for.</param>
/// <param name="HasMore">Whether there are more behind them.</param>
public sealed record AuditPage(IReadOnlyList<AuditLink> Links, bool HasMore);

internal sealed class FindAuditLinksHandler(Database database, BusinessClock clock) : IQueryHandler<FindAuditLinks, AuditPage>
{
    public async Task<Result<AuditPage>> HandleAsync(FindAuditLinks query, OperationScope scope, CancellationToken cancel)
    {
        var take = Math.Clamp(query.Take, 1, FindAuditLinks.TakeMax);
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                Fill(command, query, take + 1);
                var links = new List<AuditLink>();
                await foreach (var link in AuditLog.ReadAsync(command, database.Dialect, cancel).ConfigureAwait(false))
                {
                    links.Add(link);
                }

                var hasMore = links.Count > take;
                return new AuditPage(hasMore ? links[..take] : links, hasMore);
            }
        }
    }

    private void Fill(DbCommand command, FindAuditLinks query, int limit)
    {
        var conditions = new List<string>();
        Add("subject = @subject", "subject", ColumnType.Text, query.Subject);
        Add("actor = @actor", "actor", ColumnType.Text, query.Actor);
        Add("sequence >= @from", "from", ColumnType.Integer, query.From);
        Add("sequence < @before", "before", ColumnType.Integer, query.From is null ? query.Before : null);
        if (query.Day is { } day)
        {
            // The index on the moment gives the range of numbers; within it the numbers are the order.
            const string OfDay = "FROM plt_audit WHERE at >= @start AND at < @end";
            command.With(database.Dialect, "start", ColumnType.Instant, clock.StartOf(day)).With(database.Dialect, "end", ColumnType.Instant, clock.StartOf(day.AddDays(1)));
            conditions.Add($"sequence BETWEEN (SELECT min(sequence) {OfDay}) AND (SELECT max(sequence) {OfDay}) AND at >= @start AND at < @end");
        }

        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
#pragma warning disable CA2100 // made of fixed parts; values travel as parameters
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT {AuditLog.Columns} FROM plt_audit{where} ORDER BY sequence {(query.From is null ? "DESC" : "ASC")} LIMIT {limit}");
#pragma warning restore CA2100

        void Add(string condition, string name, ColumnType type, object? value)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                command.With(database.Dialect, name, type, value);
            }
        }
    }
}
