using Wenbao.Policies.Deciding;

namespace Wenbao.Policies.Life;

/// <summary>From which day on a draft differs from what is in force.</summary>
internal static class RulesDay
{
    /// <summary>Today when the draft differs today, in its model or in a parameter; else the first later day on which a parameter does; else today.</summary>
    /// <param name="current">The version in force; null for a new policy.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="isRevision">Whether only parameters, examples or text differ.</param>
    /// <param name="today">The business day.</param>
    public static DateOnly Of(Policy? current, Policy draft, bool isRevision, DateOnly today)
    {
        if (current is null || !isRevision)
        {
            return today;
        }

        var days = draft.Parameters.Concat(current.Parameters).SelectMany(p => p.Values).Select(v => v.From).Where(day => day > today).Append(today).Distinct().Order();
        return days.Cast<DateOnly?>().FirstOrDefault(day => Differs(current, draft, day!.Value)) ?? today;
    }

    private static bool Differs(Policy current, Policy draft, DateOnly day) => draft.Parameters.Any(parameter =>
        current.Parameters.FirstOrDefault(p => p.Id == parameter.Id) is not { } before || before.On(day) != parameter.On(day));
}
