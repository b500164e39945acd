using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Platform.Time;

/// <summary>Tells every module that a business day has begun (业务日开始): what is due on it is done. Sent once a day, under a key made of the day, by whoever keeps the clock.</summary>
/// <param name="Day">The day.</param>
[AllowedTo(Duty.Operator)]
public sealed record BeginBusinessDay(DateOnly Day) : IOperation<DateOnly>
{
    /// <summary>The key under which the day is begun, so that it begins once.</summary>
    public string Key => KeyPrefix + Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private const string KeyPrefix = "business-day-";

    /// <summary>The day that a key begins; null when it is none of this operation.</summary>
    internal static DateOnly? DayOf(string key) =>
        key.StartsWith(KeyPrefix, StringComparison.Ordinal) && DateOnly.TryParseExact(key.AsSpan(KeyPrefix.Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A business day has begun.</summary>
/// <param name="Day">The day.</param>
public sealed record BusinessDayBegan(DateOnly Day) : IDomainEvent;

internal sealed class BeginBusinessDayHandler : IOperationHandler<BeginBusinessDay, DateOnly>
{
    public Task<Result<DateOnly>> HandleAsync(BeginBusinessDay operation, OperationSession session, CancellationToken cancel)
    {
        session.Describe(operation.Key);
        session.Raise(new BusinessDayBegan(operation.Day));
        return Task.FromResult(Result<DateOnly>.Of(operation.Day));
    }
}
