using System.CommandLine;
using System.Globalization;
using System.Text;
using Wenbao.Cli.Commands;
using Wenbao.Cli.Output;

namespace Wenbao.Cli;

/// <summary>The command line <c>wenbao</c>: its commands, global options and exit codes.</summary>
public static class WenbaoCommand
{
    /// <summary>Everything went well.</summary>
    public const int Success = 0;

    /// <summary>A numbered problem was answered.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself was not understood.</summary>
    public const int Misused = 2;

    /// <summary>Stopped by the user.</summary>
    public const int Cancelled = 130;

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The arguments without the program's name.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives problems and progress.</param>
    /// <param name="cancel">Stops the command.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        // Before anything is parsed, so that what the parser has to say is said in the reader's language.
        CultureInfo.CurrentUICulture = GlobalOptions.CultureOf(args);
        var options = new GlobalOptions();
        var terminal = new Terminal(output, error);
        var root = Root(options, terminal);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
            {
                await error.WriteLineAsync(fault.Message).ConfigureAwait(false);
            }

            await error.WriteLineAsync(Texts.SeeHelp.For()).ConfigureAwait(false);
            return Misused;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync(Texts.Stopped.For()).ConfigureAwait(false);
            return Cancelled;
        }
        catch (Exception fault) when (MachineFault.ProblemOf(fault) is not null)
        {
            return terminal.Refuse(MachineFault.ProblemOf(fault)!);
        }
    }

    private static RootCommand Root(GlobalOptions options, Terminal terminal)
    {
        var root = new RootCommand("Wenbao 稳保 — 政策找企业：谁能享受什么，为什么，差在哪里。 / Policies find the firms and people they fit: who gets what, why, why not.");
        options.AddTo(root);
        root.Subcommands.Add(DemoCommand.Make(options, terminal));
        root.Subcommands.Add(MatchCommand.Make(options, terminal));
        root.Subcommands.Add(ExplainCommand.Make(options, terminal));
        root.Subcommands.Add(PolicyCommand.Make(options, terminal));
        root.Subcommands.Add(ClaimCommand.Make(options, terminal));
        root.Subcommands.Add(GrantCommand.Make(options, terminal));
        root.Subcommands.Add(GrantCommand.Refuse(options, terminal));
        root.Subcommands.Add(EntitlementCommand.Make(options, terminal));
        root.Subcommands.Add(QueueCommand.Decisions(options, terminal));
        root.Subcommands.Add(QueueCommand.Make(options, terminal));
        root.Subcommands.Add(NotifyCommand.Make(options, terminal));
        root.Subcommands.Add(InboxCommand.Make(options, terminal));
        root.Subcommands.Add(PublicityCommand.Make(options, terminal));
        root.Subcommands.Add(BatchCommand.Make(options, terminal));
        root.Subcommands.Add(BankCommand.Make(options, terminal));
        root.Subcommands.Add(PaymentCommand.Make(options, terminal));
        root.Subcommands.Add(RecoverCommand.Make(options, terminal));
        root.Subcommands.Add(ImportCommand.Make(options, terminal));
        root.Subcommands.Add(ExportCommand.Make(options, terminal));
        root.Subcommands.Add(PopulationCommand.Make(options, terminal));
        root.Subcommands.Add(ClockCommand.Make(options, terminal));
        root.Subcommands.Add(BooksCommand.Make(options, terminal));
        root.Subcommands.Add(BudgetCommand.Make(options, terminal));
        root.Subcommands.Add(FundCommand.Make(options, terminal));
        root.Subcommands.Add(AuditCommand.Make(options, terminal));
        root.Subcommands.Add(ServeCommand.Make(options, terminal));
        return root;
    }
}
