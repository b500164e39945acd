using System.Diagnostics;
using Wenbao.Funds;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Jobs;
using Wenbao.Server;
using Wenbao.Synthesis;

namespace Wenbao.Cli.Tests;

/// <summary>Past weeks played through the product's own operations: what comes out, and what a play that was broken off leaves.</summary>
public sealed class HistoryPlayTests
{
    /// <summary>One grant was objected to with reason, one was returned to the budget; what the bank rejected besides was mended and paid.</summary>
    private static readonly string[] Entitlements =
    [
        "apprentice-grant Revoked 2 1537577",
        "apprentice-grant Settled 69 37449061",
        "fee-relief Settled 105 4129587",
        "monthly-stipend Settled 118 8543430",
    ];

    private static readonly string[] Commitments =
    [
        "apprentice-grant Paid 69",
        "apprentice-grant Released 2",
        "fee-relief Booked 105",
        "monthly-stipend Paid 118",
    ];

    [DatabaseTheory, DatabaseData]
    public async Task PlayedToTheEnd_EverythingIsWhereItShouldBe_AndEveryFigureComesOutOfTheBooks(TestDatabase test)
    {
        using var folder = new TestFolder();
        var options = PlayedTown.OptionsOf(test, folder);
        await using var town = await PlayedTown.OpenAsync(options);
        var played = await town.PlayAsync();
        Assert.Equal((294, 187, 4), (played.Claims, played.Settled, played.Batches));
        Assert.Equal(new DateOnly(2020, 4, 10), DemoDistrict.Find(options.DataDirectory)!.PlayedThrough);
        await ShouldBeOverAsync(town);
        await BooksShouldBeSoundAsync(town);
        var figures = await town.ReportAsync();
        Assert.All(figures, f => Assert.Equal(MarginState.Met, f.State));
        Assert.Equal([71m, 85434.30m, 41295.87m, null], figures.Select(f => f.Got));
        Assert.Equal([69m, 85434.30m, 41295.87m, 900000000m], figures.Select(f => f.Ledger));
    }

    [DatabaseTheory, DatabaseData]
    public async Task BrokenOffPlay_IsRemoved_AndMadeAnewToTheSameEnd(TestDatabase test)
    {
        using var folder = new TestFolder();
        var options = PlayedTown.OptionsOf(test, folder);
        using var stop = new CancellationTokenSource();
        var progress = new JobProgress(TimeProvider.System, cancel: stop.Token);
        progress.Changed += (_, step) =>
        {
            if (step is { Part: not null, Done: 12 })
            {
                stop.Cancel();
            }
        };
        await using (var town = await PlayedTown.OpenAsync(options, progress))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => town.PlayAsync(stop.Token));
            Assert.NotEqual(["0"], await town.RowsAsync("SELECT COUNT(*) FROM pol_entitlement"));
        }

        Assert.False(DemoDistrict.Find(options.DataDirectory)!.IsComplete);
        Assert.Null(await DemoDistrict.RemoveUnfinishedAsync(options, CancellationToken.None));
        await using var again = await PlayedTown.OpenAsync(options);
        await again.PlayAsync();
        await ShouldBeOverAsync(again);
    }

    [DatabaseTheory, DatabaseData]
    public async Task DatabaseWithDataOfDepartments_IsNeitherRemovedNorFilled(TestDatabase test)
    {
        using var folder = new TestFolder();
        var options = PlayedTown.OptionsOf(test, folder);
        using var stop = new CancellationTokenSource();
        var progress = new JobProgress(TimeProvider.System, cancel: stop.Token);
        progress.Changed += (_, _) => stop.Cancel();
        await using var town = await PlayedTown.OpenAsync(options, progress);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => town.PlayAsync(stop.Token));
        await town.ExecuteAsync("""
            INSERT INTO reg_batch (subject_type, file_name, as_of, received_at, rows_read, rows_created, rows_changed, rows_unchanged, rows_quarantined)
            VALUES ('enterprise', 'firms.csv', '2020-03-01', '2020-03-01T00:00:00.0000000Z', 1, 1, 0, 0, 0)
            """);
        if (options.ConnectionString is not null)
        {
            Assert.Equal(ServerProblems.DatabaseInUse, (await DemoDistrict.RemoveUnfinishedAsync(options, CancellationToken.None))!.Kind);
        }

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => town.PlayAsync());
        Assert.Equal(["1"], await town.RowsAsync("SELECT COUNT(*) FROM reg_batch"));
    }

    /// <summary>A process that is killed leaves no last word: the next start finds the making unfinished, removes it and makes it anew.</summary>
    [DatabaseTheory, DatabaseData]
    public async Task KilledPlay_IsMadeAnewByTheNextStart(TestDatabase test)
    {
        using var folder = new TestFolder();
        var options = PlayedTown.OptionsOf(test, folder);
        using (var killed = Start(options))
        {
            while (await killed.StandardError.ReadLineAsync() is { } line && !line.StartsWith("演示 2020-03", StringComparison.Ordinal))
            {
            }

            await Task.Delay(700);
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        Assert.False(DemoDistrict.Find(options.DataDirectory)!.IsComplete);
        using var next = Start(options);
        var told = next.StandardError.ReadToEndAsync();
        var written = await next.StandardOutput.ReadToEndAsync();
        await next.WaitForExitAsync();
        Assert.True(next.ExitCode == 0, await told);
        Assert.Contains("申领 294 笔，兑现 187 笔，批次 4 个", written, StringComparison.Ordinal);
        await using var town = await PlayedTown.OpenAsync(options);
        await ShouldBeOverAsync(town);
    }

    [Fact]
    public async Task Commands_TellWhatWasPlayed()
    {
        using var folder = new TestFolder();
        var data = Path.Combine(folder.Path, "data");
        string[] town = ["--data", data, "--pack", Repository.PathOf(PlayedTown.Pack)];
        var runs = new List<CommandRun>();
        foreach (var command in new[] { "demo --no-serve --population 120 --with-history", "demo --no-serve --population 120 --with-history --lang en", "population report", "books verify", "audit verify" })
        {
            runs.Add((await CommandRun.OfAsync([.. command.Split(' '), .. town])).ShouldSucceed());
        }

        Snapshot.Match(string.Join('\n', runs.Take(4).Select(r => r.Transcript())));
        (await CommandRun.OfAsync(["demo", "--no-serve", "--population", "100", .. town])).ShouldRefuse("CLI-0002");
    }

    private static async Task BooksShouldBeSoundAsync(PlayedTown town)
    {
        Assert.Equal(["2020-03-01 Closing"], await town.RowsAsync("SELECT substr(CAST(month AS TEXT), 1, 10), 'Closing' FROM fnd_month"));
        Assert.Equal(["0"], await town.RowsAsync("SELECT COUNT(*) FROM plt_outbox WHERE done_at IS NULL"));

        var proved = await town.AskAsync("auditor", new VerifyBooks());
        Assert.Equal(1, proved.ClosedMonths);
        Assert.True((await town.AskAsync("auditor", new VerifyAudit())).Head.Sequence > 100);
        foreach (var line in (await town.AskAsync("auditor", new GetTrialBalance())).Rows.GroupBy(r => r.Account.Line))
        {
            long Of(params FundStage[] stages) => line.Where(r => stages.Contains(r.Account.Stage)).Sum(r => r.Balance.Fen);
            Assert.Equal(
                Of(FundStage.Appropriated),
                Of(FundStage.Free, FundStage.Committed, FundStage.Payable, FundStage.InTransit, FundStage.Lent, FundStage.Paid) - Of(FundStage.Returned, FundStage.Recovered));
            Assert.Equal(Of(FundStage.Booked), Of(FundStage.Forgone));
            Assert.Equal(0, Of(FundStage.Committed, FundStage.Payable, FundStage.InTransit));
        }
    }

    private static async Task ShouldBeOverAsync(PlayedTown town)
    {
        Assert.Equal(Entitlements, await town.RowsAsync("SELECT policy, state, COUNT(*), SUM(amount_fen) FROM pol_entitlement GROUP BY policy, state ORDER BY policy, state"));
        Assert.Equal(Commitments, await town.RowsAsync("SELECT policy, stage, COUNT(*) FROM fnd_commitment GROUP BY policy, stage ORDER BY policy, stage"));
    }

    private static Process Start(WenbaoOptions options)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(WenbaoCommand).Assembly.Location, "demo", "--with-history", "--no-serve", "--population", "120", "--pack", options.PackDirectory, "--data", options.DataDirectory])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment[WenbaoOptions.ConnectionVariable] = options.ConnectionString;
        return Process.Start(start)!;
    }
}
