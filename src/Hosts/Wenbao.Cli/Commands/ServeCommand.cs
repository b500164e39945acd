using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Server;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao serve</c>: serves the pages on this machine only.</summary>
internal static class ServeCommand
{
    /// <summary>The address pages are served on when none is named.</summary>
    public const string DefaultUrl = WenbaoServer.DefaultAddress;

    /// <summary>The address, which must be one of this machine: the pages offer a choice of demo users, nobody signs in.</summary>
    public static Option<string> UrlOption()
    {
        var option = new Option<string>("--url")
        {
            Description = $"网页地址，缺省 {DefaultUrl}（仅本机） / Address of the pages (this machine only)",
            HelpName = "URL",
            DefaultValueFactory = _ => DefaultUrl,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(Uri.TryCreate(token.Value, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            {
                result.AddError(Texts.UrlExpected.For());
            }
        });
        return option;
    }

    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var url = UrlOption();
        var command = new Command("serve", "启动网页 / Serve the pages") { url };
        command.SetAction((parsed, cancel) =>
        {
            var wanted = District.OptionsOf(parsed, options);
            return DataFolder.Check(wanted) is { } problem
                ? Task.FromResult(terminal.Refuse(problem))
                : ServeAsync(terminal, wanted, parsed.GetValue(url)!, cancel);
        });
        return command;
    }

    /// <summary>Serves until stopped.</summary>
    public static async Task<int> ServeAsync(Terminal terminal, WenbaoOptions wanted, string url, CancellationToken cancel)
    {
        var built = WenbaoServer.Build(wanted, url);
        if (!built.IsSuccess)
        {
            return terminal.Refuse(built.Problem!);
        }

        var app = built.Value;
        await using (app.ConfigureAwait(false))
        {
            if (await DistrictDatabase.PrepareAsync(app.Services, cancel).ConfigureAwait(false) is { } unfit)
            {
                return terminal.Refuse(unfit);
            }

            try
            {
                await app.StartAsync(cancel).ConfigureAwait(false);
            }
            catch (IOException) when (!cancel.IsCancellationRequested)
            {
                return terminal.Refuse(CliProblems.AddressInUse.With(url));
            }

            terminal.Line(Texts.Serving.With(url));
            await app.WaitForShutdownAsync(cancel).ConfigureAwait(false);
            return WenbaoCommand.Success;
        }
    }
}
