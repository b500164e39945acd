using Wenbao.Feel;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>The events that a case uses up (事件占用): which texts name them, and which records of a list are still free.</summary>
internal sealed class EventPlan
{
    private readonly EventKey key;
    private readonly RecordList? list;
    private readonly int listIndex;
    private readonly int[] inputs;
    private readonly Func<DateOnly, DateOnly?> termStart;
    private readonly int childIndex;

    private EventPlan(EventKey key, RecordList? list, int listIndex, int[] inputs, Func<DateOnly, DateOnly?> termStart)
    {
        this.key = key;
        this.list = list;
        this.listIndex = listIndex;
        this.inputs = inputs;
        this.termStart = termStart;
        var child = key.Fields.FirstOrDefault(f => f.Contains('.', StringComparison.Ordinal));
        childIndex = child is null || list is null ? -1 : list.Shape.IndexOf(child[..child.IndexOf('.', StringComparison.Ordinal)]);
    }

    /// <summary>The name under which the identities are kept, shared by policies that share the events.</summary>
    public string Group => key.Group;

    /// <summary>Whether the records of a list are the events, and the model reads what is free of them.</summary>
    public bool IsListInput => key is { IsInput: true, IsJudgedRecord: false } && listIndex >= 0;

    /// <summary>Makes the plan; null for a policy whose period is enough.</summary>
    public static EventPlan? Make(Policy policy, ScanColumns scan, Func<DateOnly, DateOnly?> termStart)
    {
        if (policy.EventKey is not { } key)
        {
            return null;
        }

        var index = key.Record is { } record ? scan.List(record) : -1;
        var inputs = key.Inputs.Select(name => Array.FindIndex([.. policy.Inputs], i => i.Name == name)).ToArray();
        return new EventPlan(key, index < 0 ? null : scan.Lists[index], index, inputs, termStart);
    }

    /// <summary>Everything that a case of the subject could use up.</summary>
    public IEnumerable<string> Candidates(SubjectRow row, DateOnly asOf)
    {
        if (listIndex < 0)
        {
            // Known only with the inputs; a period of its own keeps it apart until then.
            return key.Inputs.Count > 0 ? [] : [EventIdentity.OfCase(key, row.PublicId, termStart(asOf), [])];
        }

        return row.Lists[listIndex].Items.ToArray().SelectMany(item => OfRecord(item.AsContext()!, row.PublicId, asOf));
    }

    /// <summary>The events of a case.</summary>
    /// <param name="row">The subject.</param>
    /// <param name="on">The evaluation date.</param>
    /// <param name="record">The record judged, or null.</param>
    /// <param name="values">The inputs, in the policy's order.</param>
    /// <param name="free">The records that are free, for a list input; null for all.</param>
    public IReadOnlyList<string> Of(SubjectRow row, DateOnly on, FeelContext? record, IReadOnlyList<FeelValue> values, FeelList? free)
    {
        if (key.Inputs.Count > 0 || listIndex < 0)
        {
            return [EventIdentity.OfCase(key, row.PublicId, termStart(on), [.. inputs.Select(i => values[i])])];
        }

        if (key.IsJudgedRecord && record is not null)
        {
            return OfRecord(record, row.PublicId, on);
        }

        return [.. (free ?? row.Lists[listIndex]).Items.ToArray().SelectMany(item => OfRecord(item.AsContext()!, row.PublicId, on)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The records of the list without those whose events are taken; null when none is.</summary>
    public FeelList? Free(SubjectRow row, DateOnly on, Predicate<string> isTaken)
    {
        var records = row.Lists[listIndex];
        var kept = new List<FeelValue>(records.Count);
        var changed = false;
        foreach (var item in records.Items)
        {
            var rest = childIndex < 0
                ? isTaken(OfRecord(item.AsContext()!, row.PublicId, on)[0]) ? null : item.AsContext()
                : WithFreeChildren(item.AsContext()!, row.PublicId, on, isTaken);
            changed |= !ReferenceEquals(rest, item.AsContext());
            if (rest is not null)
            {
                kept.Add(FeelValue.Of(rest));
            }
        }

        return changed ? new FeelList([.. kept]) : null;
    }

    /// <summary>A record with the children that are free; null when it had some and none is.</summary>
    private FeelContext? WithFreeChildren(FeelContext record, string subject, DateOnly on, Predicate<string> isTaken)
    {
        var identities = OfRecord(record, subject, on);
        if (!identities.Any(i => isTaken(i)))
        {
            return record;
        }

        var children = record[childIndex].AsList()!;
        var free = new List<FeelValue>(children.Count);
        for (var i = 0; i < children.Count; i++)
        {
            if (!isTaken(identities[i]))
            {
                free.Add(children[i]);
            }
        }

        if (free.Count == 0)
        {
            return null;
        }

        var values = record.Values.ToArray();
        values[childIndex] = FeelValue.Of(new FeelList([.. free]));
        return new FeelContext(record.Shape, values);
    }

    private IReadOnlyList<string> OfRecord(FeelContext record, string subject, DateOnly on) =>
        EventIdentity.OfRecord(key, list!, record, subject, termStart(on));
}
