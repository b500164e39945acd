namespace Wenbao.Kernel;

/// <summary>A number of working days (工作日); not interchangeable with calendar days.</summary>
/// <param name="Count">The number, 0 or more.</param>
public readonly record struct WorkingDays(int Count)
{
    /// <inheritdoc/>
    public override string ToString() => Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
