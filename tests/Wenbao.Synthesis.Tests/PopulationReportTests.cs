using Wenbao.Registry;
using Wenbao.TestKit;

namespace Wenbao.Synthesis.Tests;

public sealed class PopulationReportTests
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(4UL)]
    public void At_full_size_every_figure_that_needs_no_deciding_comes_out(ulong seed)
    {
        var figures = PopulationReport.Make(District.Pack, District.Registry, District.Make(seed, null)).ShouldSucceed();

        var measured = figures.Where(f => f.State != MarginState.Waiting).ToList();
        Assert.True(measured.Count > 30);
        Assert.All(measured, f => Assert.True(f.State == MarginState.Met, $"{f.Margin} {f.Figure}: {f.Got} instead of {f.Wanted}"));
    }

    [Fact]
    public void Each_figure_is_measured_or_says_what_it_waits_for()
    {
        var figures = PopulationReport.Make(District.Pack, District.Registry, District.Make(1, 500)).ShouldSucceed();

        Assert.Equal(94, figures.Select(f => f.Margin).Distinct().Count());
        Assert.Equal(49, figures.Where(f => f.Due == "main_job").Select(f => f.Margin).Distinct().Count());
        Assert.All(figures, f => Assert.Equal(f.State == MarginState.Waiting, f.WaitsFor is not null));
        Assert.All(figures.Where(f => f.Due != "main_job"), f => Assert.Equal(MarginState.Waiting, f.State));
    }

    [Fact]
    public async Task The_registry_gives_the_same_figures_as_the_district_in_memory()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var loaded = await LoadedDistrict.MakeAsync(2, 1200, cancel);

        var fromRegistry = (await PopulationReport.MakeAsync(District.Pack, District.Registry, loaded.Reader, new Decided(), new Settled(), cancel)).ShouldSucceed();

        var inMemory = PopulationReport.Make(District.Pack, District.Registry, loaded.Population).ShouldSucceed();
        var measured = inMemory.Where(f => f.Got is not null).Select(f => (f.Margin, f.Figure, f.Got)).ToList();
        Assert.Equal(measured, fromRegistry.Where(f => measured.Any(m => m.Margin == f.Margin && m.Figure == f.Figure)).Select(f => (f.Margin, f.Figure, f.Got)));
        Assert.Equal(42m, Assert.Single(fromRegistry, f => f is { Margin: "stable_refund", Figure: "amount" }).Got);
    }

    [Fact]
    public async Task What_the_ledger_gives_stands_beside_what_was_found_and_must_come_out_too()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var loaded = await LoadedDistrict.MakeAsync(2, 1200, cancel);

        var figures = (await PopulationReport.MakeAsync(District.Pack, District.Registry, loaded.Reader, new Decided(), new Settled(), cancel)).ShouldSucceed();

        var capital = Assert.Single(figures, f => f.Margin == "car_fund");
        Assert.Equal((null, 40000000m, MarginState.Met), (capital.Got, capital.Ledger, capital.State));
        var refund = Assert.Single(figures, f => f is { Margin: "stable_refund", Figure: "amount" });
        Assert.Equal((42m, 30155000m, MarginState.Missed), (refund.Got, refund.Ledger, refund.State));
        Assert.Equal(MarginState.Met, (refund with { Got = 30155000m }).State);
        Assert.Equal(MarginState.Missed, (refund with { Got = 30155000m, Ledger = 30155500m }).State);
        Assert.All(figures.Where(f => f.Due == "later"), f => Assert.Null(f.Ledger));
    }

    [Fact]
    public async Task Derived_values_are_those_the_registry_computes()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var loaded = await LoadedDistrict.MakeAsync(3, 2500, cancel);
        var table = loaded.Population.Tables["enterprise"];
        var type = District.Registry.Find("enterprise")!;
        string[] derived = [.. type.Attributes.Where(a => a.Derivation is not null).Select(a => a.Id)];

        var row = 0;
        await foreach (var batch in loaded.Reader.StreamAsync(type, new SubjectQuery { Columns = derived, WithHistory = false }, cancel))
        {
            foreach (var subject in batch.Rows)
            {
                Assert.Equal(derived.Select(d => table.Find(d)!.FeelAt(row)), subject.Values);
                row++;
            }
        }

        Assert.Equal(table.Rows, row);
        Assert.Contains("size", derived);
    }

    [Fact]
    public void Margins_of_policies_say_what_deciding_must_give()
    {
        var measures = PopulationReport.DecidedMeasures(District.Pack, District.Registry).ShouldSucceed();

        Assert.Equal(26, measures.Select(m => m.Figure.Margin).Distinct().Count());
        Assert.All(measures, m => Assert.NotEmpty(m.Measure.Policies));
        Assert.All(measures.SelectMany(m => m.Measure.Policies), p => Assert.NotNull(District.Pack.Find($"policies/{p}/policy.yaml")));
    }

    [Fact]
    public void Every_margin_of_policies_and_of_funds_is_measured_in_the_ledger_too()
    {
        var decided = PopulationReport.DecidedMeasures(District.Pack, District.Registry).ShouldSucceed();
        var ledger = PopulationReport.LedgerMeasures(District.Pack, District.Registry).ShouldSucceed();

        Assert.Equal(decided.Select(d => d.Figure), ledger.Where(l => l.Measure.Of is not null).Select(l => l.Figure));
        Assert.Equal(["risk_fund", "car_fund", "iiot_fund", "trade_fund"], ledger.Where(l => l.Measure.CapitalOf is not null).Select(l => l.Figure.Margin));
        Assert.Equal(LedgerStage.Granted, Assert.Single(ledger, l => l.Figure.Margin == "startups").Measure.Stage);
        Assert.Equal(new Kernel.Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 6, 30)), Assert.Single(ledger, l => l.Figure.Margin == "award_paid").Measure.Within);
        Assert.Equal(new Kernel.Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 6, 30)), Assert.Single(ledger, l => l.Figure.Margin == "rd_institutions").Measure.Within);
        Assert.Null(ledger.First(l => l.Figure.Margin == "student_aid").Measure.Within);
    }

    private sealed class Settled : ILedgerFigures
    {
        public Task<decimal?> MeasureAsync(LedgerMeasure measure, CancellationToken cancel) => Task.FromResult<decimal?>(measure switch
        {
            { CapitalOf: "car_purchase_2020" } => 40000000,
            { Of: { Figure: DecidedFigure.Amount, Policies: ["stable-employment-refund"] } } => 30155000,
            _ => null,
        });
    }

    private sealed class Decided : IDecidedFigures
    {
        public Task<decimal?> MeasureAsync(DecidedMeasure measure, CancellationToken cancel) =>
            Task.FromResult<decimal?>(measure is { Figure: DecidedFigure.Amount, Policies: ["stable-employment-refund"] } ? 42 : null);
    }
}
