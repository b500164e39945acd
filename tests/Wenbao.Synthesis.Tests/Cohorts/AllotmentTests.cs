using CsCheck;

namespace Wenbao.Synthesis.Tests.Cohorts;

public sealed class AllotmentTests
{
    private static readonly Gen<(double Weight, long Low, long High)[]> Parts =
        Gen.Select(Gen.Double[0, 1000], Gen.Long[0, 500], Gen.Long[0, 5000], (w, low, room) => (w, low, low + room)).Array[1, 60];

    [Fact]
    public void Parts_add_up_and_stay_within_their_bounds() => Gen.Select(Parts, Gen.Double[0, 1]).Sample((parts, share) =>
    {
        var (low, high) = (parts.Select(p => p.Low).ToArray(), parts.Select(p => p.High).ToArray());
        var total = low.Sum() + (long)((high.Sum() - low.Sum()) * share);

        var result = Allotment.Share(total, parts.Select(p => p.Weight).ToArray(), low, high);

        Assert.NotNull(result);
        Assert.Equal(total, result.Sum());
        Assert.All(result.Index(), r => Assert.InRange(r.Item, low[r.Index], high[r.Index]));
    });

    [Fact]
    public void What_cannot_be_shared_out_gives_nothing()
    {
        Assert.Null(Allotment.Share(11, [1.0], [0], [10]));
        Assert.Null(Allotment.Share(4, [1.0], [5], [10]));
    }

    [Fact]
    public void Parts_follow_the_weights()
    {
        var result = Allotment.Share(1000, [1.0, 3.0, 6.0], [0, 0, 0], [5000, 5000, 5000]);

        Assert.Equal([100, 300, 600], result!);
    }
}
