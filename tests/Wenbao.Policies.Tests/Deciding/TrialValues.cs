using Wenbao.Feel;

namespace Wenbao.Policies.Tests.Deciding;

/// <summary>Values worth trying for what is missing: all codes; numbers and days at, just below and just above everything the policy or the case mentions, and what follows from it by a rate.</summary>
internal sealed class TrialValues(Policy policy, IReadOnlyList<int> inputSlots)
{
    private const int ChoicesMax = 6000;
    private const decimal Large = 1_000_000_000_000m;

    private readonly IReadOnlyList<FeelValue> parameters = [.. policy.Parameters.SelectMany(p => p.Values).SelectMany(v => Flat(v.Value))];

    /// <summary>Combinations of values for the inputs: all of them or, when they are too many, all of the outermost ones and an even selection of the rest.</summary>
    public IEnumerable<FeelValue[]> Choices(IReadOnlyList<int> inputs, FeelValue[] frame)
    {
        var mentioned = inputSlots.SelectMany(slot => Flat(frame[slot])).Concat(parameters).Distinct().ToList();
        var values = inputs.Select(i => WithOuterDays(policy.Inputs[i], Of(policy.Inputs[i], mentioned), mentioned)).ToList();
        var all = Product(values);
        return all <= ChoicesMax
            ? Every(values, 1)
            : Every([.. values.Select(v => (IReadOnlyList<FeelValue>)[.. v.Take(3), .. v.Skip(Math.Max(3, v.Count - 3))])], 1).Concat(Every(values, (all / ChoicesMax) + 1));
    }

    private static long Product(List<IReadOnlyList<FeelValue>> values) => values.Aggregate(1L, (product, list) => Math.Min(long.MaxValue / 4096, product * list.Count));

    private static IEnumerable<FeelValue[]> Every(List<IReadOnlyList<FeelValue>> values, long step)
    {
        var all = Product(values);
        for (var number = 0L; number < all; number += step)
        {
            var rest = number;
            var choice = new FeelValue[values.Count];
            for (var i = 0; i < choice.Length; i++)
            {
                choice[i] = values[i][(int)(rest % values[i].Count)];
                rest /= values[i].Count;
            }

            yield return choice;
        }
    }

    /// <summary>Cases are drawn with days from 1750 on; what is missing may lie before and behind all of them, and close to the outermost that the case mentions.</summary>
    private static IReadOnlyList<FeelValue> WithOuterDays(PolicyInput input, IReadOnlyList<FeelValue> values, IReadOnlyList<FeelValue> mentioned)
    {
        if (input.Type.Kind != InputKind.Date)
        {
            return values;
        }

        var outer = mentioned.Select(v => v.AsDate()).OfType<DateOnly>().Where(d => d.Year is <= 1950 or >= 2050).SelectMany(d => new[] { d.AddDays(-1), d, d.AddDays(1) });
        return [.. values.Select(v => v.AsDate()!.Value).Concat(outer).Append(new DateOnly(1700, 1, 1)).Append(new DateOnly(2300, 1, 1)).Distinct().Order().Select(d => FeelValue.Of(d))];
    }

    /// <summary>The values for one input.</summary>
    public static IReadOnlyList<FeelValue> Of(PolicyInput input, IReadOnlyList<FeelValue> mentioned) => input.Type.Kind switch
    {
        InputKind.Boolean => [FeelValue.True, FeelValue.False],
        InputKind.Code => [.. input.Type.Codes.Select(c => FeelValue.Of(c))],
        InputKind.Number => Numbers(input, mentioned),
        InputKind.Date => Days(mentioned),
        _ => [.. mentioned.Where(v => v.Kind == FeelKind.String).SelectMany(v => new[] { v, FeelValue.Of(v.AsString() + "0") }).Append(FeelValue.Of("")).Append(FeelValue.Of("no such text"))],
    };

    private static List<FeelValue> Numbers(PolicyInput input, IReadOnlyList<FeelValue> mentioned)
    {
        var step = new decimal(1, 0, 0, false, (byte)input.Type.Scale);
        var numbers = mentioned.Select(v => v.AsNumber()).OfType<decimal>().Distinct().ToList();
        var rates = numbers.Where(n => n is > 0 and <= 1000).ToList();
        var found = new SortedSet<decimal> { input.Minimum ?? -Large, 0m, step, Large, input.Maximum ?? Large };
        foreach (var number in numbers.Concat(numbers.SelectMany(n => rates.SelectMany(r => ByRate(n, r)))))
        {
            var below = Math.Floor(number / step) * step;
            found.UnionWith([below - step, below, below + step, below + step + step]);
        }

        return [.. found.Where(n => n >= (input.Minimum ?? n) && n <= (input.Maximum ?? n)).Select(n => FeelValue.Of(n))];
    }

    private static IEnumerable<decimal> ByRate(decimal number, decimal rate) => Math.Abs(number) > Large ? [] :
        [number * rate / 100, number * (100 + rate) / 100, number * 100 / rate, number * 100 / (100 + rate), number / rate, number * 1200 / rate, number * rate / 1200, number + rate, number - rate];

    private static List<FeelValue> Days(IReadOnlyList<FeelValue> mentioned)
    {
        var days = mentioned.Select(v => v.AsDate()).OfType<DateOnly>().Distinct().ToList();
        var spans = mentioned.Select(v => v.AsNumber()).OfType<decimal>().Where(n => n is > 0 and < 1000 && n == decimal.Truncate(n)).Select(n => (int)n).Distinct().ToList();
        var months = mentioned.Where(v => v.Kind == FeelKind.YearsMonthsDuration).Select(v => (int)v.AsMonths()!.Value).Concat(spans).Concat(spans.Select(s => s * 12)).Where(m => m < 2400).Distinct().ToList();
        var found = new SortedSet<DateOnly> { new(1750, 1, 1), new(1900, 1, 1), new(2100, 1, 1) };
        foreach (var day in days.Where(d => d.Year is > 1950 and < 2050))
        {
            foreach (var near in spans.SelectMany(s => new[] { day.AddDays(s), day.AddDays(-s) }).Concat(months.SelectMany(m => new[] { day.AddMonths(m), day.AddMonths(-m) })).Append(day))
            {
                found.UnionWith([near.AddDays(-1), near, near.AddDays(1)]);
            }
        }

        return [.. found.Select(d => FeelValue.Of(d))];
    }

    private static IEnumerable<FeelValue> Flat(FeelValue value) =>
        value.AsList() is { } list ? list.Items.ToArray().SelectMany(Flat)
        : value.AsContext() is { } record ? record.Values.ToArray().SelectMany(Flat)
        : value.IsNull ? [] : [value];
}
