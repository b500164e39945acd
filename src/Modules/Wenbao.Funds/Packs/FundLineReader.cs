using System.Text.RegularExpressions;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Funds.Packs;

/// <summary>Reads the fund lines of a pack: those that pay policies (<c>funds/lines.yaml</c>) and the departments' budget lines (<c>funds/budget.yaml</c>), written alike.</summary>
internal sealed partial class FundLineReader(Pack pack, PackReader reader)
{
    /// <summary>What was read; made into the catalogue once nothing is wrong, because a catalogue has no two lines of one id.</summary>
    internal sealed record Found(IReadOnlyList<FundLine> Lines, string? Reserve)
    {
        public FundLines Make() => new(Lines, Reserve);
    }

    private readonly Dictionary<string, LocalizedText> departments = [];
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>Reads both files; mistakes go to the reader.</summary>
    public Found Read()
    {
        ReadDepartments();
        var lines = new List<FundLine>();
        PackNode? reserve = null;
        foreach (var path in (ReadOnlySpan<string>)["funds/lines.yaml", "funds/budget.yaml"])
        {
            if (pack.Find(path) is { } file)
            {
                var node = reader.ReadYaml(file);
                reserve = node.Optional("reserve") ?? reserve;
                lines.AddRange((node.Optional("lines")?.Items() ?? []).Select(Line));
            }
        }

        CheckReserve(reserve, lines);
        return new Found(lines, reserve?.Text());
    }


    private FundLine Line(PackNode node)
    {
        var id = node.Required("id");
        CheckId(id);
        var kind = node.Required("kind").Enum<FundLineKind>();
        var capital = node.Optional("capital_yuan");
        CheckKind(node, kind, capital is not null);
        var name = node.Required("name").LocalizedText();
        return new FundLine
        {
            Id = id.RawText ?? "",
            Name = name,
            Account = node.Optional("account")?.LocalizedText() ?? name,
            Department = node.Optional("department") is { } department ? Department(department) : null,
            Kind = kind,
            Class = node.Required("class").Enum<FundLineClass>(),
            Capital = capital is null ? null : Amount(capital),
            CapitalShares = node.Optional("capital_shares") is { } shares ? Shares(shares) : FundShares.AllDistrict,
            OpensOn = node.Required("opens_on").Date(),
            BasicLivelihood = node.Optional("basic_livelihood")?.LocalizedText(),
            BoundByAgreement = node.Optional("bound_by_agreement")?.LocalizedText(),
            LimitPerUse = node.Optional("limit_per_use_yuan") is { } limit ? Amount(limit) : null,
            UseDaysMax = node.Optional("use_days_max")?.Int(),
            RecoveryPercent = node.Optional("recovery_percent") is { } percent ? Percent(percent) : null,
        };
    }

    private void CheckId(PackNode id)
    {
        if (id.RawText is not { } text)
        {
            return;
        }

        if (!IdPattern().IsMatch(text))
        {
            id.Report(PackProblems.WrongType, "小写字母、数字和下划线组成的编号", text, "an id of lower-case letters, digits and underscores");
        }
        else if (!seen.TryAdd(text, id.Line))
        {
            id.Report(PackProblems.DuplicateKey, text, seen[text]);
        }
    }

    /// <summary>A capital belongs to the kinds that have a ceiling, limits to the kind they limit.</summary>
    private static void CheckKind(PackNode node, FundLineKind kind, bool hasCapital)
    {
        var wantsCapital = kind is FundLineKind.Budget or FundLineKind.Revolving or FundLineKind.Compensation;
        if (wantsCapital && !hasCapital)
        {
            node.Required("capital_yuan");
        }
        else if (!wantsCapital && hasCapital)
        {
            node.Report(PackProblems.RuleBroken, "没有总额的资金科目不写 capital_yuan。", "A line without a ceiling has no capital_yuan.");
        }

        if (kind != FundLineKind.Revolving && (node.Optional("limit_per_use_yuan") ?? node.Optional("use_days_max")) is { } limit)
        {
            limit.Report(PackProblems.RuleBroken, "单次限额和使用天数只用于循环资金（revolving）。", "Limits of a use belong to revolving lines only.");
        }

        if ((kind == FundLineKind.Compensation) != (node.Optional("recovery_percent") is not null))
        {
            node.Report(PackProblems.RuleBroken, "追回返还比例 recovery_percent 用于且必须用于风险补偿资金（compensation）。", "recovery_percent belongs to compensation lines, and they must have it.");
        }
    }

    private static Money Amount(PackNode node)
    {
        var yuan = node.Decimal();
        if (yuan < 0 || decimal.Round(yuan, 2) != yuan || yuan > 90_000_000_000_000_000m)
        {
            node.Report(PackProblems.WrongType, "不小于零、至多两位小数的元", node.RawText, "an amount in yuan from nought, with two decimals at most");
            return Money.Zero;
        }

        return Money.FromYuan(yuan);
    }

    private static decimal Percent(PackNode node)
    {
        var percent = node.Decimal();
        if (percent is < 0 or > 100)
        {
            node.Report(PackProblems.WrongType, "0 至 100 的百分比", node.RawText, "a percentage from 0 to 100");
        }

        return percent;
    }

    private static FundShares Shares(PackNode node)
    {
        decimal Of(string level) => node.Optional(level) is { } share ? Percent(share) : 0;
        var shares = new FundShares(Of("national"), Of("province"), Of("city"), Of("district"));
        if (shares.National + shares.Province + shares.City + shares.District != 100)
        {
            node.Report(PackProblems.RuleBroken, "各级分担比例之和应为 100。", "The levels' shares must add up to 100.");
        }

        return shares;
    }

    private static void CheckReserve(PackNode? reserve, List<FundLine> lines)
    {
        if (reserve is not null && lines.Find(l => l.Id == reserve.RawText) is not { Kind: FundLineKind.Budget })
        {
            reserve.Report(PackProblems.NotAmongChoices, reserve.RawText, string.Join(", ", lines.Where(l => l.Kind == FundLineKind.Budget).Select(l => l.Id)));
        }
    }

    private LocalizedText Department(PackNode node)
    {
        var name = node.Text();
        return departments.GetValueOrDefault(name) ?? new LocalizedText(name, name);
    }

    /// <summary>The departments' names in both languages stand with the registry's sources; a pack without them shows the name as written.</summary>
    private void ReadDepartments()
    {
        if (pack.Find("registry/sources.yaml") is not { } file)
        {
            return;
        }

        // What is wrong with that file is the registry's to report.
        foreach (var department in new PackReader().ReadYaml(file).AllowAny().Optional("departments")?.Items() ?? [])
        {
            var name = department.AllowAny().Required("name").LocalizedText();
            departments.TryAdd(name.Zh, name);
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}$")]
    private static partial Regex IdPattern();
}
