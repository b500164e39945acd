using CsCheck;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Feel.Tests.Evaluation;

public sealed class LawTests
{
    private static readonly Gen<decimal> Amounts = Gen.Int[-1_000_000, 1_000_000].Select(Gen.Int[0, 4], (whole, scale) => new decimal(Math.Abs(whole), 0, 0, whole < 0, (byte)scale));

    private static readonly Gen<FeelValue> Truths = Gen.Int[0, 2].Select(index => index switch { 0 => FeelValue.False, 1 => FeelValue.True, _ => FeelValue.Null });

    [Fact]
    public void DeMorgan_HoldsInThreeValues() => Truths.Select(Truths).Sample((left, right) =>
        Assert.Equal(Run("not(甲 and 乙)", left, right), Run("not(甲) or not(乙)", left, right)));

    [Fact]
    public void RoundHalfUp_IsNearestAndAwayFromZero() => Amounts.Sample(amount =>
    {
        var rounded = Run("round half up(甲, 2)", Number(amount), FeelValue.Null).AsNumber()!.Value;
        Assert.True(Math.Abs(rounded - amount) <= 0.005m);
        Assert.True(Math.Abs(rounded - amount) < 0.005m || Math.Abs(rounded) > Math.Abs(amount));
        Assert.Equal(decimal.Truncate(rounded * 100m), rounded * 100m);
    });

    [Fact]
    public void Modulo_HasTheSignOfTheDivisor() => Amounts.Select(Amounts.Where(divisor => divisor != 0m)).Sample((dividend, divisor) =>
    {
        var rest = Run("modulo(甲, 乙)", Number(dividend), Number(divisor)).AsNumber()!.Value;
        Assert.True(rest == 0m || Math.Sign(rest) == Math.Sign(divisor));
        Assert.True(Math.Abs(rest) < Math.Abs(divisor));
    });

    [Fact]
    public void In_AgreesWithComparisons() => Amounts.Select(Amounts).Sample((value, limit) =>
        Assert.Equal(Run("甲 >= 乙 and 甲 < 乙 + 10", Number(value), Number(limit)), Run("甲 in [乙..乙 + 10)", Number(value), Number(limit))));

    [Fact]
    public void Sort_OrdersAndKeepsAll() => Amounts.Array[0, 30].Sample(amounts =>
    {
        var sorted = Run("sort(甲, function(x, y) x < y)", FeelValue.Of(new FeelList([.. amounts.Select(Number)])), FeelValue.Null);
        Assert.Equal(FeelValue.Of(new FeelList([.. amounts.Order().Select(Number)])), sorted);
    });

    [Fact]
    public void MonthsBetween_IsTheLargestThatFits() => Gen.Int[600_000, 800_000].Select(Gen.Int[0, 4000]).Sample((start, days) =>
    {
        var from = DateOnly.FromDayNumber(start);
        var to = from.AddDays(days);
        var months = (int)Run("years and months duration(甲, 乙)", FeelValue.Of((DateOnly?)from), FeelValue.Of((DateOnly?)to)).AsMonths()!.Value;

        // A month counts once its day is reached; a month without that day does not count at its end.
        Assert.Equal(((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day && months >= 0 ? 1 : 0), months);
    });

    private static FeelValue Number(decimal value) => FeelValue.Of((decimal?)value);

    private static FeelValue Run(string expression, FeelValue left, FeelValue right)
    {
        var layout = new FrameLayout();
        var scope = new BindingScope(layout);
        scope.Define("甲", FeelType.Any);
        scope.Define("乙", FeelType.Any);
        var bound = FeelEngine.Bind(expression, scope);
        var frame = layout.NewFrame();
        (frame[0], frame[1]) = (left, right);
        return FeelExecutables.Interpret(bound.Root).Evaluate(frame);
    }
}
