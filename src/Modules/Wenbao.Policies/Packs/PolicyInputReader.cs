using System.Globalization;
using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Registry;

namespace Wenbao.Policies.Packs;

/// <summary>Reads the inputs of a policy: name, type, what null means, and where the value comes from.</summary>
internal static class PolicyInputReader
{
    /// <summary>The inputs in order.</summary>
    public static IReadOnlyList<PolicyInput> Read(PackNode list) => [.. list.Items().Select(Input)];

    private static PolicyInput Input(PackNode node)
    {
        node.Allow("unit", "label", "no_record");
        var name = node.Required("name").Text();
        var typeText = node.Required("type").Text();
        var type = TypeOf(node, typeText);
        var range = node.Optional("range")?.Items();
        var nullKind = node.Optional("null_kind") is { } kind ? Kind(kind) : NullKind.Never;
        if (nullKind == NullKind.Unknown && type.Kind is (InputKind.TextList or InputKind.RecordList))
        {
            node.Report(PackProblems.RuleBroken, $"列表“{name}”不会缺数据：没有记录就是空列表", $"The list “{name}” cannot be missing: without records it is empty");
        }

        return new PolicyInput(
            name,
            type,
            nullKind,
            node.Optional("null_means")?.LocalizedText(),
            node.Required("provenance").OneOf("registry", "event", "entitlement", "ledger", "series", "form", "clock"),
            Source(node.Required("from"), type),
            range is [var low, ..] ? Bound(low) : type.Kind == InputKind.Number ? 0m : null,
            range is [_, var high, ..] ? Bound(high) : null)
        {
            NeedsRecord = node.Optional("no_record")?.RawText == "no_case",
            Label = node.Optional("label")?.LocalizedText(),
            Unit = node.Optional("unit")?.LocalizedText(),
        };
    }

    private static decimal? Bound(PackNode node) => node.IsNull ? null : node.Decimal();

    private static NullKind Kind(PackNode node) => node.OneOf("unknown", "absent", "default") switch
    {
        "absent" => NullKind.Absent,
        "default" => NullKind.Default,
        _ => NullKind.Unknown,
    };

    private static InputType TypeOf(PackNode node, string text)
    {
        if (text.StartsWith("enum:", StringComparison.Ordinal))
        {
            return new InputType(InputKind.Code, 0, text[5..].Split('|'), []);
        }

        if (text.StartsWith("decimal(", StringComparison.Ordinal) && text.EndsWith(')') && text.Split(',') is [_, var scale]
            && int.TryParse(scale.TrimEnd(')'), NumberStyles.None, CultureInfo.InvariantCulture, out var decimals))
        {
            return InputType.Of(InputKind.Number, decimals);
        }

        switch (text)
        {
            case "int":
                return InputType.Of(InputKind.Number);
            case "bool":
                return InputType.Of(InputKind.Boolean);
            case "date":
                return InputType.Of(InputKind.Date);
            case "string":
                return InputType.Of(InputKind.Text);
            case "list<string>":
                return InputType.Of(InputKind.TextList);
            case "list<record>":
                return new InputType(InputKind.RecordList, 0, [], [.. node.Required("fields").Entries().Select(f => Field(f.Key, f.Value))]);
            default:
                node.Report(PackProblems.NotAmongChoices, text, "int, bool, date, string, decimal(p,s), enum:a|b, list<string>, list<record>");
                return InputType.Of(InputKind.Text);
        }
    }

    private static InputField Field(string name, PackNode node)
    {
        node.Allow("en", "fields");
        return new InputField(name, node.Required("name").Text(), TypeOf(node, node.Required("type").Text()));
    }

    private static InputSource Source(PackNode node, InputType type)
    {
        node.AllowAny();
        return node switch
        {
            _ when node.Optional("clock") is { } clock => clock.OneOf("eval_date", "month", "term_start") switch
            {
                "month" => new InputSource.EvaluationMonth(),
                "term_start" => new InputSource.TermStart(),
                _ => new InputSource.EvaluationDate(),
            },
            _ when node.Optional("registry") is { } attribute => new InputSource.Attribute(attribute.Text()),
            _ when node.Optional("records") is { } records => new InputSource.Records(records.Text(), FieldNames(node)),
            _ when node.Optional("records_sum") is { } sum => new InputSource.MonthlySum(
                sum.Text(),
                node.Required("field").Text(),
                node.Optional("where")?.Entries().FirstOrDefault(e => e.Value.RawText == "month").Key ?? "month",
                FeelValue.Of(node.Optional("otherwise")?.Decimal())),
            _ when type.Kind == InputKind.RecordList && node.Optional("case") is { } children => new InputSource.Records(children.Text(), FieldNames(node)),
            _ when node.Optional("case") is { } field => new InputSource.CaseField(field.Text()),
            _ when node.Optional("series") is { } series => new InputSource.Series(series.Text(), node.Optional("on")?.Text()),
            _ when node.Optional("ledger") is { } account => new InputSource.Balance(Start(node, type), node.Optional("less")?.Text()) { Account = account.Text() },
            _ when node.Optional("entitlement") is { } entitlement => Entitlement(node, entitlement, type),
            _ => Unbound(node),
        };
    }

    private static Dictionary<string, string> FieldNames(PackNode node) =>
        node.Optional("fields")?.Entries().ToDictionary(e => e.Key, e => e.Value.Text(), StringComparer.Ordinal) ?? [];

    private static InputSource Entitlement(PackNode node, PackNode kind, InputType type)
    {
        var what = kind.Text();
        if (what == "granted" && type.Kind == InputKind.TextList)
        {
            return new InputSource.Granted();
        }

        var span = node.Optional("within") is { } within ? Span(within) : AccumulationSpan.Always;
        switch (what)
        {
            case "granted_values":
                return new InputSource.GrantedValues(
                    node.Required("input").Text(), span,
                    node.Optional("within_of")?.Entries().ToDictionary(e => e.Key, e => Span(e.Value), StringComparer.Ordinal) ?? [], Start(node, type));
            case "granted_same":
                return new InputSource.GrantedSame(node.Required("fields").Texts(), span, Start(node, type));
            case "granted_linked":
                return new InputSource.GrantedLinked(Link(node), Start(node, type));
        }

        var accumulation = what switch
        {
            "amount" => AccumulationKind.Amount,
            "count" => AccumulationKind.Count,
            "next_number" => AccumulationKind.NextNumber,
            _ => AccumulationKind.Constant,
        };
        return new InputSource.Accumulated(accumulation, span, Start(node, type)) { Name = what };
    }

    /// <summary>Reads how other subjects' grants are found: exactly one of <c>attribute</c>, <c>referred_by</c> and <c>fields</c>.</summary>
    public static PolicyLink Link(PackNode node)
    {
        var (attribute, referred, fields) = (node.Optional("attribute"), node.Optional("referred_by"), node.Optional("fields"));
        if ((attribute is null ? 0 : 1) + (referred is null ? 0 : 1) + (fields is null ? 0 : 1) != 1)
        {
            node.Report(PackProblems.RuleBroken, "跨对象关联写 attribute、referred_by、fields 之一。", "A link has one of: attribute, referred_by, fields.");
        }

        var kind = fields is not null ? PolicyLinkKind.SameRecord : referred is not null ? PolicyLinkKind.ReferredBy : PolicyLinkKind.Refers;
        return new PolicyLink(node.Required("policies").Texts(), kind, (attribute ?? referred)?.Text() ?? "", fields?.Texts() ?? []);
    }

    private static AccumulationSpan Span(PackNode node) => node.OneOf("always", "year", "12_months") switch
    {
        "year" => AccumulationSpan.Year,
        "12_months" => AccumulationSpan.TwelveMonths,
        _ => AccumulationSpan.Always,
    };

    private static FeelValue Start(PackNode node, InputType type) => node.Optional("start") is not { } start
        ? type.Kind switch
        {
            InputKind.Number => FeelValue.Of(0m),
            InputKind.TextList => FeelValue.Of(FeelList.Empty),
            _ => FeelValue.Null,
        }
        : type.Kind switch
        {
            InputKind.Number => FeelValue.Of(start.Decimal()),
            InputKind.Boolean => FeelValue.Of(start.Bool()),
            InputKind.TextList => FeelValue.Of(new FeelList([.. start.Items().Select(i => FeelValue.Of(i.Text()))])),
            _ => FeelValue.Of(start.Text()),
        };

    private static InputSource Unbound(PackNode node)
    {
        node.Report(PackProblems.NotAmongChoices, "from", "clock, registry, records, records_sum, case, series, entitlement, ledger");
        return new InputSource.EvaluationDate();
    }
}
