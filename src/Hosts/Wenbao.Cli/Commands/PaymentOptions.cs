using System.CommandLine;
using System.Globalization;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Cli.Commands;

/// <summary>Options and steps that the commands of payments share.</summary>
internal static class PaymentOptions
{
    /// <summary>Sends an operation and prints what came of it.</summary>
    public static Task<int> SendAsync<TResult>(
        ParseResult parsed, GlobalOptions options, Terminal terminal, IOperation<TResult> operation, Func<TResult, string> line, CancellationToken cancel) =>
        DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var sent = await district.SendAsync(operation, stop).ConfigureAwait(false);
            if (!sent.IsSuccess)
            {
                return terminal.Refuse(sent.Problem!);
            }

            if (parsed.GetValue(options.Json))
            {
                terminal.Json(sent.Value);
            }
            else
            {
                terminal.Line(line(sent.Value));
            }

            return WenbaoCommand.Success;
        }, cancel);

    /// <summary>Asks a query and prints the answer.</summary>
    public static Task<int> AskAsync<TResult>(
        ParseResult parsed, GlobalOptions options, Terminal terminal, IQuery<TResult> query, Action<TResult> print, CancellationToken cancel) =>
        DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var asked = await district.AskAsync(query, stop).ConfigureAwait(false);
            if (!asked.IsSuccess)
            {
                return terminal.Refuse(asked.Problem!);
            }

            if (parsed.GetValue(options.Json))
            {
                terminal.Json(asked.Value);
            }
            else
            {
                print(asked.Value);
            }

            return WenbaoCommand.Success;
        }, cancel);

    /// <summary>The argument that names something by its number.</summary>
    public static Argument<long> Number(string name, string description) => new(name) { Description = description };

    /// <summary>A page of a long list.</summary>
    public static Option<int> Page() => new("--page") { Description = "页，从 1 起 / Page, from 1", HelpName = "N", DefaultValueFactory = _ => 1 };

    /// <summary>A reason that must be given.</summary>
    public static Option<string> Reason(string name = "--reason") => new(name) { Description = "原因，不含个人信息 / Why; no personal data", HelpName = "TEXT", Required = true };

    /// <summary>An amount in yuan.</summary>
    public static Option<Money> Amount() => new("--amount")
    {
        Description = "金额，元 / Amount in yuan",
        HelpName = "YUAN",
        Required = true,
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && decimal.TryParse(token.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
                && yuan < 1_000_000_000_000m && decimal.Round(yuan, 2) == yuan)
            {
                return Money.FromYuan(yuan);
            }

            result.AddError(PaymentCliTexts.AmountExpected.For());
            return Money.Zero;
        },
    };

    /// <summary>A day.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && DateOnly.TryParseExact(token.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError(PaymentCliTexts.DayExpected.For());
            return null;
        },
    };

    /// <summary>A number as tables show it.</summary>
    public static string Shown(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A day as tables show it; empty for none.</summary>
    public static string Shown(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
