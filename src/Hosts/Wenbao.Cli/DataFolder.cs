using System.Globalization;
using System.Text.Json;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Server;

namespace Wenbao.Cli;

/// <summary>What the data folder holds, compared with what a command works on.</summary>
internal static class DataFolder
{
    /// <summary>Whether commands that read a district can work on the folder.</summary>
    /// <returns>Null when they can; else the problem: no district, one whose making was broken off, or one of another pack.</returns>
    public static Problem? Check(WenbaoOptions wanted)
    {
        if (wanted.ConnectionString is not null)
        {
            return null;
        }

        var state = Find(wanted);
        return state.Problem is not null ? state.Problem
            : !File.Exists(wanted.DatabaseFile) || state.Value is { IsComplete: false } ? CliProblems.NoDistrict.At(wanted.DataDirectory)
            : state.Value is { } made ? CheckPack(wanted, made).Problem
            : null;
    }

    /// <summary>What the demo noted in the folder; null when it made nothing there.</summary>
    public static Result<DemoDistrict.DemoState?> Find(WenbaoOptions wanted)
    {
        try
        {
            return DemoDistrict.Find(wanted.DataDirectory);
        }
        catch (JsonException)
        {
            return CliProblems.ForeignDatabase.At(wanted.DataDirectory);
        }
    }

    /// <summary>Whether a district of the pack, seed and size asked for can be used or made in the folder.</summary>
    /// <returns>What the demo noted there, null for nothing; or the problem that something else is there.</returns>
    public static Result<DemoDistrict.DemoState?> CheckDemo(WenbaoOptions wanted, ulong seed, int? population)
    {
        var state = Find(wanted);
        return !state.IsSuccess ? state
            : state.Value is not { } made ? wanted.ConnectionString is null && File.Exists(wanted.DatabaseFile) ? CliProblems.ForeignDatabase.At(wanted.DataDirectory) : state
            : !made.IsComplete ? state
            : wanted.ConnectionString is null && !File.Exists(wanted.DatabaseFile) ? made with { IsComplete = false }
            : made.Seed == seed && made.Population == population ? CheckPack(wanted, made)
            : CliProblems.OtherDistrict.At(wanted.DataDirectory, Describe(made.Pack, made.Seed, made.Population), Describe(made.Pack, seed, population));
    }

    private static Result<DemoDistrict.DemoState?> CheckPack(WenbaoOptions wanted, DemoDistrict.DemoState made) =>
        PackLoader.Load(wanted.PackDirectory).Then<DemoDistrict.DemoState?>(pack => pack.Id == made.Pack
            ? made
            : CliProblems.OtherDistrict.At(wanted.DataDirectory, Describe(made.Pack, made.Seed, made.Population), pack.Id));

    private static string Describe(string pack, ulong seed, int? population) =>
        $"{pack}, seed {seed}, {population?.ToString(CultureInfo.InvariantCulture) ?? Texts.FullSize.For()}";
}
