using System.Runtime.InteropServices;
using Wenbao.Kernel;

namespace Wenbao.Funds.Books;

/// <summary>Adds up payouts that come subject by subject and, within one, entitlement by entitlement; memory grows with the groups, not with the payouts.</summary>
internal sealed class PayoutTally
{
    private readonly SortedDictionary<Group, Running> groups = new(Comparer<Group>.Create(Compare));
    private readonly Running total = new();
    private readonly List<(Group Group, Moved Moved)> open = [];
    private (Subject Subject, long Entitlement, DateOnly? ClaimedOn) current;

    /// <summary>Whose money it is.</summary>
    internal readonly record struct Subject(string Type, string PublicId);

    /// <summary>What it is counted under.</summary>
    internal readonly record struct Group(string Key, string? SubjectType);

    /// <summary>What was moved, in fen, and the day of the last payment; null without one.</summary>
    internal readonly record struct Moved(long Paid, long Booked, long Returned, long Recovered, DateOnly? PaidOn)
    {
        public long Stayed => Paid + Booked - Returned - Recovered;

        public Moved Plus(Moved other) => new(
            Paid + other.Paid, Booked + other.Booked, Returned + other.Returned, Recovered + other.Recovered, PaidOn > other.PaidOn || other.PaidOn is null ? PaidOn : other.PaidOn);
    }

    /// <summary>Adds what was moved for an entitlement in one group; all of an entitlement comes together, and all of a subject.</summary>
    public void Add(Subject subject, long entitlement, DateOnly? claimedOn, Group group, Moved moved)
    {
        if (open.Count > 0 && current.Entitlement != entitlement)
        {
            Close();
        }

        current = (subject, entitlement, claimedOn);
        var at = open.FindIndex(o => o.Group == group);
        if (at < 0)
        {
            open.Add((group, moved));
        }
        else
        {
            CollectionsMarshal.AsSpan(open)[at].Moved = open[at].Moved.Plus(moved);
        }
    }

    /// <summary>What it all comes to, once everything was added.</summary>
    public PayoutSums Finish()
    {
        Close();
        return new([.. groups.Select(g => new PayoutGroupSum(g.Key.Key, g.Key.SubjectType, g.Value.Sum))], total.Sum);
    }

    private void Close()
    {
        foreach (var (group, moved) in open)
        {
            if (!groups.TryGetValue(group, out var running))
            {
                groups[group] = running = new Running();
            }

            running.Add(current.Subject, current.ClaimedOn, moved);
        }

        if (open.Count > 0)
        {
            total.Add(current.Subject, current.ClaimedOn, open.Aggregate(default(Moved), (sum, o) => sum.Plus(o.Moved)));
        }

        open.Clear();
    }

    private static int Compare(Group one, Group other) => string.CompareOrdinal(one.Key, other.Key) is not 0 and var order ? order : string.CompareOrdinal(one.SubjectType, other.SubjectType);

    /// <summary>The running sums of a group.</summary>
    private sealed class Running
    {
        private Moved sum;
        private long entitlements, recipients, arrived, days;
        private Subject? last;

        public PayoutSum Sum => new(new Money(sum.Paid), new Money(sum.Booked), new Money(sum.Returned), new Money(sum.Recovered), entitlements, recipients, arrived, days);

        public void Add(Subject subject, DateOnly? claimedOn, Moved moved)
        {
            sum = sum.Plus(moved);
            if (moved.Stayed <= 0)
            {
                return;
            }

            entitlements++;
            recipients += last == subject ? 0 : 1;
            last = subject;
            if (moved.PaidOn is { } paidOn && claimedOn is { } claimed)
            {
                arrived++;
                days += paidOn.DayNumber - claimed.DayNumber;
            }
        }
    }
}
