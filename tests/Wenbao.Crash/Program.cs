using Wenbao.Crash;
using Wenbao.Crash.Child;

// Started by the tests to be killed; else the tests themselves, as the runner's own entry point would run them.
return args is ["child", ..] ? await CrashChild.RunAsync(args[1..])
    : args.Any(arg => arg is "--server" or "--internal-msbuild-node") ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
