using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>One subject as it was read: values of the columns asked for, records, and what changed after the day read.</summary>
public sealed class SubjectRow
{
    private readonly ValueChange[] changes;

    internal SubjectRow(long id, string publicId, FeelValue[] values, FeelList[] lists, ValueChange[] changes)
    {
        Id = id;
        PublicId = publicId;
        Values = values;
        Lists = lists;
        this.changes = changes;
    }

    /// <summary>The row's number in its table.</summary>
    public long Id { get; }

    /// <summary>The public id.</summary>
    public string PublicId { get; }

    /// <summary>The values of the columns asked for, in their order, as of the day read; do not change the array.</summary>
    public FeelValue[] Values { get; }

    /// <summary>The records of the lists asked for, in their order: contexts of <see cref="RecordList.Shape"/> in order of storing, child lists nested; empty where there are none.</summary>
    public FeelList[] Lists { get; }

    /// <summary>Whether any value read differs on some day.</summary>
    public bool HasHistory => changes.Length > 0;

    /// <summary>The values as they were at the end of a day; the same array as <see cref="Values"/> where nothing changed since.</summary>
    /// <param name="day">A day on or before the day read.</param>
    public FeelValue[] ValuesAt(DateOnly day)
    {
        FeelValue[]? past = null;
        // From the last to the first: each change is taken back, so the oldest one after the day has the last word.
        for (var i = changes.Length - 1; i >= 0 && changes[i].EffectiveOn > day; i--)
        {
            past ??= [.. Values];
            past[changes[i].Column] = changes[i].OldValue;
        }

        return past ?? Values;
    }
}

/// <summary>A change of one value.</summary>
/// <param name="Column">The position of the column in the row.</param>
/// <param name="OldValue">The value until the day before.</param>
/// <param name="EffectiveOn">The first day of the new value.</param>
internal readonly record struct ValueChange(int Column, FeelValue OldValue, DateOnly EffectiveOn);
