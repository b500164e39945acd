using System.Globalization;
using Wenbao.Feel;
using Wenbao.Policies.Explaining;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>The key of a case within its policy and subject (期次标识): <c>2020</c> for a year, <c>2020-03</c> for a month, a record's identifying values joined by <c>|</c>, an event's inputs likewise, else the day or <c>once</c>.</summary>
internal static class CaseKeys
{
    /// <summary>The key of what can be had once.</summary>
    public const string Once = "once";

    /// <summary>The longest key; longer ones are cut and made unique by their digest.</summary>
    public const int CharactersMax = 200;

    /// <summary>The key as far as the period or the record tells it; null when the inputs of the event do, which <see cref="OfInputs"/> reads.</summary>
    public static string? Of(Policy policy, RecordList? judged, DateOnly on, FeelContext? record, DateOnly? termStart)
    {
        switch (policy.PeriodKind)
        {
            case "monthly":
                return MonthText.Of(on);
            case "per_year":
                return on.Year.ToString("0000", CultureInfo.InvariantCulture);
        }

        return policy.EventKey is { Inputs.Count: > 0 } ? null
            : record is not null && judged is not null ? Joined(RecordFields(policy, judged).Select(position => record[position]))
            : policy.EventKey is { IsInput: true } ? on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : policy.EventKey is { Record: null } key && key.Fields.Contains(EventKey.TermField) ? termStart?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Once
            : Once;
    }

    /// <summary>The key that the event's inputs tell.</summary>
    public static string OfInputs(Policy policy, IReadOnlyList<FeelValue> inputs) =>
        Joined(policy.EventKey!.Inputs.Select(name => inputs[IndexOf(policy, name)]));

    /// <summary>The record's fields that the keys of a policy's cases are made of, in order; empty when they are made of something else.</summary>
    public static IReadOnlyList<string> FieldsOf(Policy policy) =>
        policy is { PeriodKind: not ("monthly" or "per_year"), EventKey: { IsJudgedRecord: true } key } ? [.. key.Fields.Where(f => f is not (EventKey.SubjectField or EventKey.TermField))] : [];

    /// <summary>Whether two keys have equal values in some fields; null when a key lacks one of them.</summary>
    public static bool? AreEqual(IReadOnlyList<string> fields, IReadOnlyList<string> ownFields, string ownKey, IReadOnlyList<string> otherFields, string otherKey) =>
        Parts(fields, ownFields, ownKey) is { } own && Parts(fields, otherFields, otherKey) is { } other ? own == other : null;

    /// <summary>The values of some fields out of a key, joined by <c>|</c>; null when the key lacks one of them.</summary>
    public static string? Parts(IReadOnlyList<string> fields, IReadOnlyList<string> keyFields, string key)
    {
        var parts = key.Split('|');
        var found = new List<string>(fields.Count);
        foreach (var field in fields)
        {
            var at = keyFields.IndexOf(field);
            if (at < 0 || at >= parts.Length)
            {
                return null;
            }

            found.Add(parts[at]);
        }

        return string.Join('|', found);
    }

    private static int IndexOf(this IReadOnlyList<string> fields, string field)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i] == field)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Values joined by <c>|</c>.</summary>
    public static string Joined(IEnumerable<FeelValue> values)
    {
        var key = string.Join('|', values.Select(v => v.IsNull ? "" : FeelDisplay.Plain(v)));
        if (key.Length <= CharactersMax)
        {
            return key;
        }

        var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));
        return string.Concat(key.AsSpan(0, CharactersMax - 17), "#", Convert.ToHexStringLower(digest.AsSpan(0, 8)));
    }

    private static IEnumerable<int> RecordFields(Policy policy, RecordList judged)
    {
        var named = policy.EventKey is { IsJudgedRecord: true, Fields.Count: > 0 } key && key.Record == judged.Id
            ? key.Fields.Select(judged.Shape.IndexOf).Where(p => p >= 0).ToList()
            : [];
        return named.Count > 0 ? named : judged.OwnKey.Select(k => judged.Shape.IndexOf(k.Id));
    }

    private static int IndexOf(Policy policy, string input)
    {
        for (var i = 0; i < policy.Inputs.Count; i++)
        {
            if (policy.Inputs[i].Name == input)
            {
                return i;
            }
        }

        throw new ArgumentException($"The policy has no input {input}.", nameof(input));
    }
}
