namespace Wenbao.Synthesis.Tests;

public sealed class DrawsTests
{
    [Fact]
    public void A_key_always_gives_the_same_numbers()
    {
        var (first, second) = (new Draws(Draws.Key(1, 2, 3, 4)), new Draws(Draws.Key(1, 2, 3, 4)));

        Assert.Equal(Enumerable.Range(0, 20).Select(_ => first.Next()), Enumerable.Range(0, 20).Select(_ => second.Next()));
    }

    [Fact]
    public void Neighbouring_keys_give_unrelated_numbers()
    {
        var mean = Enumerable.Range(0, 10_000).Average(i => new Draws(Draws.Key(1, 2, (ulong)i, 4)).Unit());

        Assert.InRange(mean, 0.48, 0.52);
    }

    [Fact]
    public void Numbers_between_two_reach_both()
    {
        var draws = new Draws(99);
        var drawn = Enumerable.Range(0, 1000).Select(_ => draws.Between(3, 6)).ToList();

        Assert.Equal([3, 4, 5, 6], drawn.Distinct().Order());
    }
}
