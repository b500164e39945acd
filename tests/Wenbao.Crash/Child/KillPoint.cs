namespace Wenbao.Crash.Child;

/// <summary>Where a child kills itself.</summary>
/// <param name="IsBefore">Before the commit, or right after it.</param>
/// <param name="Work">The name of the unit of work.</param>
/// <param name="Occurrence">The how-manieth of that name in the process, from 1.</param>
internal sealed record KillPoint(bool IsBefore, string Work, int Occurrence = 1)
{
    public static KillPoint Parse(string text)
    {
        var parts = text.Split(':');
        return new KillPoint(parts[0] == "before", parts[1], int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
    }

    public override string ToString() => FormattableString.Invariant($"{(IsBefore ? "before" : "after")}:{Work}:{Occurrence}");
}
