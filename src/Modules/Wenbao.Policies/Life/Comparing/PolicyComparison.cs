using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Explaining;

namespace Wenbao.Policies.Life;

/// <summary>Compares two versions of a policy piece by piece.</summary>
internal static class PolicyComparison
{
    private static readonly LocalizedText Label = new("名称", "label");
    private static readonly LocalizedText Formula = new("公式", "formula");
    private static readonly LocalizedText ReasonZh = new("理由", "reason in Chinese");
    private static readonly LocalizedText ReasonEn = new("英文理由", "reason in English");
    private static readonly LocalizedText Mend = new("改进办法", "how to mend");
    private static readonly LocalizedText Clause = new("条款", "clause");
    private static readonly LocalizedText Text = new("条文", "text");
    private static readonly LocalizedText Type = new("类型", "type");
    private static readonly LocalizedText NullKind = new("空值含义", "null kind");
    private static readonly LocalizedText Source = new("来源", "source");
    private static readonly LocalizedText TitleZh = new("标题", "title in Chinese");
    private static readonly LocalizedText TitleEn = new("英文标题", "title in English");
    private static readonly LocalizedText SummaryZh = new("摘要", "summary in Chinese");
    private static readonly LocalizedText SummaryEn = new("英文摘要", "summary in English");
    private static readonly LocalizedText Validity = new("有效期", "validity");
    private static readonly LocalizedText Mode = new("办理方式", "mode");
    private static readonly LocalizedText PeriodKind = new("周期", "period");
    private static readonly LocalizedText Settlement = new("结算方式", "settlement");
    private static readonly LocalizedText Funding = new("资金科目", "fund lines");
    private static readonly LocalizedText Excludes = new("互斥政策", "excluded policies");
    private static readonly LocalizedText Audience = new("判定范围", "who is judged");

    /// <summary>What differs.</summary>
    public static PolicyDiff Of(DecisionProgram before, DecisionProgram after)
    {
        var (old, now) = (before.Policy, after.Policy);
        return new PolicyDiff(
            now.Id,
            old.Version,
            now.Version,
            Differing(Metadata(old), Metadata(now)),
            Items(old.Clauses, now.Clauses, c => c.Anchor, c => [(Text, c.Text)], (_, _) => null),
            Items(old.Conditions, now.Conditions, c => c.Id, c => Condition(c), (c, zh) => Named(zh, c.EnglishLabel), before.Model.Conditions, after.Model.Conditions),
            Items(old.Steps, now.Steps, s => s.Id, s => [(Clause, s.Clause)], (s, zh) => Named(zh, s.EnglishLabel), before.Model.Steps, after.Model.Steps),
            Items(old.Inputs, now.Inputs, i => i.Name, Input, (i, _) => i.Label),
            Parameters(old, now));
    }

    private static IReadOnlyList<(LocalizedText, string?)> Metadata(Policy policy) =>
    [
        (TitleZh, policy.Title.Zh), (TitleEn, policy.Title.En), (SummaryZh, policy.Summary.Zh), (SummaryEn, policy.Summary.En),
        (Validity, Day(policy.Validity.From) + " – " + Day(policy.Validity.To)), (Mode, policy.Mode), (PeriodKind, policy.PeriodKind), (Settlement, policy.Settlement),
        (Audience, policy.AudienceFilter), (Funding, string.Join(", ", policy.Funding.Select(f => f.When is null ? f.Line : f.Line + ": " + f.When))), (Excludes, string.Join(", ", policy.ExclusiveWith)),
    ];

    private static IReadOnlyList<(LocalizedText, string?)> Condition(PolicyCondition condition) =>
        [(ReasonZh, condition.Reason.Zh), (ReasonEn, condition.Reason.En), (Mend, condition.Mend?.Zh), (Clause, condition.Clause)];

    private static IReadOnlyList<(LocalizedText, string?)> Input(PolicyInput input) =>
        [(Label, input.Label?.Zh), (Type, TypeOf(input)), (NullKind, input.NullKind.ToString()), (Source, input.Source.GetType().Name + " " + input.Source.Named)];

    private static LocalizedText? Named(string? zh, string? en) => zh is null ? null : new LocalizedText(zh, en ?? zh);

    private static string TypeOf(PolicyInput input) => string.Create(CultureInfo.InvariantCulture, $"{input.Type.Kind} {input.Type.Scale} {string.Join('|', input.Type.Codes)}").Trim();

    private static List<ItemDiff> Items<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id, Func<T, IReadOnlyList<(LocalizedText, string?)>> fields, Func<T, string?, LocalizedText?> label,
        IReadOnlyList<ModelEntry>? entriesBefore = null, IReadOnlyList<ModelEntry>? entriesAfter = null)
    {
        var ids = before.Select(id).Union(after.Select(id), StringComparer.Ordinal);
        return [.. ids.Select(name => new ItemDiff(name, Differing(Fields(before, entriesBefore, name), Fields(after, entriesAfter, name)), LabelOf(name))).Where(d => d.Fields.Count > 0)];

        LocalizedText? LabelOf(string name)
        {
            var (items, entries) = after.Any(i => id(i) == name) ? (after, entriesAfter) : (before, entriesBefore);
            return label(items.First(i => id(i) == name), entries?.FirstOrDefault(e => e.Id == name)?.Label);
        }

        IReadOnlyList<(LocalizedText, string?)> Fields(IReadOnlyList<T> items, IReadOnlyList<ModelEntry>? entries, string name)
        {
            if (items.FirstOrDefault(i => id(i) == name) is not { } item)
            {
                return [];
            }

            return entries?.FirstOrDefault(e => e.Id == name) is { } entry ? [(Label, entry.Label), (Formula, entry.Text), .. fields(item)] : fields(item);
        }
    }

    private static List<FieldDiff> Differing(IReadOnlyList<(LocalizedText Name, string? Value)> before, IReadOnlyList<(LocalizedText Name, string? Value)> after) =>
        [.. before.Select(f => f.Name).Union(after.Select(f => f.Name))
            .Select(name => new FieldDiff(name, before.FirstOrDefault(f => f.Name == name).Value, after.FirstOrDefault(f => f.Name == name).Value))
            .Where(f => f.Before != f.After)];

    private static List<ParameterDiff> Parameters(Policy before, Policy after)
    {
        var differing = new List<ParameterDiff>();
        foreach (var id in before.Parameters.Select(p => p.Id).Union(after.Parameters.Select(p => p.Id), StringComparer.Ordinal))
        {
            var (old, now) = (before.Parameters.FirstOrDefault(p => p.Id == id), after.Parameters.FirstOrDefault(p => p.Id == id));
            var days = (old?.Values ?? []).Concat(now?.Values ?? []).Select(v => v.From).Distinct().Order();
            var values = days.Select(day => new ValueDiff(day, On(old, day), On(now, day))).Where(v => v.Before != v.After).ToList();
            if (values.Count > 0)
            {
                differing.Add(new ParameterDiff(id, (now ?? old)!.Name, (now ?? old)!.Unit, values));
            }
        }

        return differing;
    }

    private static string? On(PolicyParameter? parameter, DateOnly day) => parameter is null ? null : FeelDisplay.Plain(parameter.On(day));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
