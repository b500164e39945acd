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

    public static Option<string> UrlOption() => new("--url")
    {
        Description = $"网页地址，缺省 {DefaultUrl}（仅本机） / Address of the pages (this machine only)",
        HelpName = "URL",
        DefaultValueFactory = _ => DefaultUrl,
    };

    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var url = UrlOption();
        var command = new Command("serve", "启动网页 / Serve the pages") { url };
        command.SetAction((parsed, cancel) =>
        {
            var wanted = District.OptionsOf(parsed, options);
            return wanted.ConnectionString is null && !File.Exists(wanted.DatabaseFile)
                ? Task.FromResult(terminal.Refuse(CliProblems.NoDistrict.At(wanted.DataDirectory)))
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
