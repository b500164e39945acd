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
    public void Margins_of_policies_say_what_deciding_must_give()
    {
        var measures = PopulationReport.DecidedMeasures(District.Pack, District.Registry).ShouldSucceed();

        Assert.Equal(26, measures.Select(m => m.Figure.Margin).Distinct().Count());
        Assert.All(measures, m => Assert.NotEmpty(m.Measure.Policies));
        Assert.All(measures.SelectMany(m => m.Measure.Policies), p => Assert.NotNull(District.Pack.Find($"policies/{p}/policy.yaml")));
    }
}
