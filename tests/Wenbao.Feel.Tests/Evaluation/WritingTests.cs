using CsCheck;

namespace Wenbao.Feel.Tests.Evaluation;

public sealed class WritingTests
{
    private static readonly Gen<FeelValue> Scalars = Gen.OneOf(
        Gen.Decimal.Select(number => FeelValue.Of((decimal?)decimal.Round(number % 1_000_000_000m, 6))),
        Gen.String[Gen.Char["稳保ab \"\\\n\t,:[]{}'1"], 0, 8].Select(text => FeelValue.Of(text)),
        Gen.Bool.Select(truth => FeelValue.Of((bool?)truth)),
        Gen.Int[0, 3_652_058].Select(day => FeelValue.Of((DateOnly?)DateOnly.FromDayNumber(day))),
        Gen.Int[-100_000, 100_000].Select(months => FeelValue.OfMonths(months)),
        Gen.Int.Select(seconds => FeelValue.OfSeconds(seconds)),
        Gen.Long[0, DateTime.MaxValue.Ticks].Select(ticks => FeelValue.Of(new FeelDateTime(new DateTime(ticks), null, null))),
        Gen.Int[0, 86399].Select(second => FeelValue.Of(new FeelTime(new TimeOnly(second * TimeSpan.TicksPerSecond), TimeSpan.FromHours(8), null))),
        Gen.Const(FeelValue.Null));

    private static readonly Gen<FeelValue> Values = Gen.OneOf(
        Scalars,
        Scalars.Array[0, 4].Select(items => FeelValue.Of(new FeelList(items))),
        Scalars.Array[2, 2].Select(values => FeelValue.Of(new FeelContext(new FeelShape(["甲", "b c"]), values))));

    [Fact]
    public void WrittenValues_ReadBackTheSame() => Values.Sample(value =>
    {
        var again = FeelCheck.Evaluate(FeelText.Write(value));
        Assert.True(again == value, $"{FeelText.Write(value)} reads back as {again}");
    });
}
