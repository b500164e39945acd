using System.CommandLine;
using System.Globalization;
using Wenbao.Cli.Output;
using Wenbao.Platform.Operations;

namespace Wenbao.Cli;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<string> Data { get; } = new("--data")
    {
        Description = "数据目录，缺省为 ./data / Data folder, ./data by default",
        DefaultValueFactory = _ => "data",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<string?> Pack { get; } = new("--pack")
    {
        Description = "数据包目录，缺省为 packs/jimo-2020 / Pack folder, packs/jimo-2020 by default",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        Description = "业务日期 YYYY-MM-DD，缺省为数据包的日期 / Business date, the pack's by default",
        HelpName = "DATE",
        Recursive = true,
        CustomParser = result =>
        {
            if (result.Tokens.Count == 1 && DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError(Texts.AsOfExpected.For());
            return null;
        },
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "输出 JSON / Print JSON",
        Recursive = true,
    };

    public Option<string> Language { get; } = new("--lang")
    {
        Description = "语言 zh 或 en / Language, zh or en",
        DefaultValueFactory = _ => "zh",
        HelpName = "LANG",
        Recursive = true,
    };

    public Option<string> As { get; } = new("--as")
    {
        Description = "以哪位（演示）用户办理，缺省 operator / As which (demo) user, operator by default",
        DefaultValueFactory = _ => DemoUsers.Operator,
        HelpName = "USER",
        Recursive = true,
    };

    public Option<string?> Key { get; } = new("--key")
    {
        Description = "幂等键：同一个键再发一次不会重复办理 / Idempotency key: sent again under the same key nothing is done twice",
        HelpName = "KEY",
        Recursive = true,
    };

    /// <summary>The language that a command line asks for, found without parsing it; Chinese unless English is asked for.</summary>
    public static CultureInfo CultureOf(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--lang=en" or "--lang:en" || (args[i] == "--lang" && i + 1 < args.Count && args[i + 1] == "en"))
            {
                return CultureInfo.GetCultureInfo("en");
            }
        }

        return CultureInfo.GetCultureInfo("zh-CN");
    }

    public void AddTo(RootCommand root)
    {
        Language.AcceptOnlyFromAmong("zh", "en");
        root.Options.Add(Data);
        root.Options.Add(Pack);
        root.Options.Add(AsOf);
        root.Options.Add(Json);
        root.Options.Add(Language);
        As.AcceptOnlyFromAmong([.. DemoUsers.All.Select(user => user.Actor)]);
        root.Options.Add(As);
        root.Options.Add(Key);
    }
}
