using System.Globalization;
using Wenbao.Feel;
using Wenbao.Policies.Explaining;
using Wenbao.Registry;

namespace Wenbao.Policies.Deciding;

/// <summary>The texts under which events are consumed (事件标识): equal for one event in every policy of a group, so that it is granted once.</summary>
internal static class EventIdentity
{
    private const char Between = '|';

    /// <summary>The events of one record: one, or one for each record of the child list that a field names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="list">The list that the key names.</param>
    /// <param name="record">The record as the registry lays it out, with its child lists.</param>
    /// <param name="subject">The subject's public id.</param>
    /// <param name="termStart">The first day of the school term; null outside terms.</param>
    /// <returns>In the order of the child records; empty when there are none, though the key asks for one of their fields.</returns>
    public static IReadOnlyList<string> OfRecord(EventKey key, RecordList list, FeelContext record, string subject, DateOnly? termStart = null)
    {
        var child = key.Fields.Select(f => f.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? f[..dot] : null).FirstOrDefault(c => c is not null);
        if (child is null)
        {
            return [Join(key, list, record, null, null, subject, termStart)];
        }

        var below = list.Children.First(c => c.Id == child);
        return record[list.Shape.IndexOf(child)].AsList() is { } items
            ? [.. items.Items.ToArray().Select(item => Join(key, list, record, below, item.AsContext(), subject, termStart))]
            : [];
    }

    /// <summary>The event of a case that no record tells apart: the subject, the term, the values of inputs.</summary>
    /// <param name="key">The key.</param>
    /// <param name="subject">The subject's public id.</param>
    /// <param name="termStart">The first day of the school term; null outside terms.</param>
    /// <param name="inputs">The values of the key's inputs, in its order.</param>
    public static string OfCase(EventKey key, string subject, DateOnly? termStart, IReadOnlyList<FeelValue> inputs) =>
        key.Inputs.Count == 0
            ? string.Join(Between, key.Fields.Select(f => Fixed(f, subject, termStart)))
            : string.Join(Between, inputs.Select(Plain).Prepend(Escape(subject)));

    private static string Join(EventKey key, RecordList list, FeelContext record, RecordList? below, FeelContext? item, string subject, DateOnly? termStart) =>
        string.Join(Between, key.Fields.Select(field => field.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            ? Plain(item![below!.Shape.IndexOf(field[(dot + 1)..])])
            : field[0] == '$' ? Fixed(field, subject, termStart)
            : Plain(record[list.Shape.IndexOf(field)])));

    private static string Fixed(string field, string subject, DateOnly? termStart) =>
        field == EventKey.SubjectField ? Escape(subject) : termStart?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Plain(FeelValue value) => Escape(FeelDisplay.Plain(value));

    /// <summary>A text in which the separator stands for itself no more: two identities never look alike by chance.</summary>
    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
