using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Platform.Time;

/// <summary>Tells every module that a business day has begun (业务日开始): what is due on it is done. Sent once a day, under a key made of the day, by whoever keeps the clock.</summary>
/// <param name="Day">The day.</param>
[AllowedTo(Duty.Operator)]
public sealed record BeginBusinessDay(DateOnly Day) : IOperation<DateOnly>
{
    /// <summary>The key under which the day is begun, so that it begins once.</summary>
    public string Key => "business-day-" + Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
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
