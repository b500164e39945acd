using Wenbao.Cli;

return await WenbaoCommand.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
