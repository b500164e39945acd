namespace Wenbao.Synthesis;

/// <summary>How a value is drawn (取值方式). Shapes are read once and hold no state.</summary>
internal abstract class ValueShape
{
    /// <summary>Draws the value for the row of the context.</summary>
    public abstract Datum Draw(RowContext context);
}

/// <summary>Always the same value.</summary>
internal sealed class FixedShape(Datum value) : ValueShape
{
    public override Datum Draw(RowContext context) => value;
}

/// <summary>One of several values by weight.</summary>
internal sealed class PickShape : ValueShape
{
    private readonly ValueShape[] choices;
    private readonly double[] upTo;

    public PickShape(IReadOnlyList<(ValueShape Shape, double Weight)> weighted)
    {
        choices = [.. weighted.Select(w => w.Shape)];
        upTo = new double[choices.Length];
        var sum = 0.0;
        for (var i = 0; i < upTo.Length; i++)
        {
            upTo[i] = sum += weighted[i].Weight;
        }
    }

    public override Datum Draw(RowContext context)
    {
        var at = context.Random.Unit() * upTo[^1];
        var found = Array.BinarySearch(upTo, at);
        return choices[Math.Min(found >= 0 ? found + 1 : ~found, choices.Length - 1)].Draw(context);
    }
}

/// <summary>Evenly between two numbers or two days, both included.</summary>
internal sealed class RangeShape(ValueShape low, ValueShape high, decimal step) : ValueShape
{
    public override Datum Draw(RowContext context)
    {
        var (bottom, top) = (low.Draw(context), high.Draw(context));
        if (bottom.IsNull || top.IsNull)
        {
            return Datum.Null;
        }

        var steps = (long)decimal.Floor((top.Number - bottom.Number) / step);
        return bottom with { Number = bottom.Number + context.Random.Between(0, Math.Max(steps, 0)) * step };
    }
}

/// <summary>A number whose logarithm is normally distributed: many small ones, few large.</summary>
internal sealed class LognormalShape(ValueShape median, double sigma) : ValueShape
{
    public override Datum Draw(RowContext context)
    {
        var middle = median.Draw(context);
        return middle.IsNull ? middle : Datum.Of((decimal)((double)middle.Number * Math.Exp(sigma * context.Random.Normal())));
    }
}

/// <summary>Another value times a factor, plus an addend; with several factors, a factor drawn between them.</summary>
internal sealed class LinearShape(ValueShape of, decimal low, decimal high, ValueShape? plus) : ValueShape
{
    public override Datum Draw(RowContext context)
    {
        var value = of.Draw(context);
        var addend = plus?.Draw(context) ?? Datum.Of(0m);
        if (value.IsNull || addend.IsNull)
        {
            return Datum.Null;
        }

        var factor = low == high ? low : low + (high - low) * (decimal)context.Random.Unit();
        return value with { Number = value.Number * factor + addend.Number };
    }
}

/// <summary>Keeps a number between bounds and on whole steps.</summary>
internal sealed class BoundedShape(ValueShape inner, ValueShape? min, ValueShape? max, decimal? step, bool up) : ValueShape
{
    public override Datum Draw(RowContext context)
    {
        var value = inner.Draw(context);
        if (value.IsNull)
        {
            return value;
        }

        var number = value.Number;
        if (max?.Draw(context) is { IsNull: false } top && number > top.Number)
        {
            number = top.Number;
        }

        if (min?.Draw(context) is { IsNull: false } bottom && number < bottom.Number)
        {
            number = bottom.Number;
        }

        if (step is { } s)
        {
            number = (up ? decimal.Ceiling(number / s) : decimal.Floor(number / s)) * s;
        }

        return value with { Number = number };
    }
}

/// <summary>The sum of several values; those without a value count as nothing.</summary>
internal sealed class SumShape(IReadOnlyList<ValueShape> parts) : ValueShape
{
    public override Datum Draw(RowContext context)
    {
        var sum = 0m;
        foreach (var part in parts)
        {
            sum += part.Draw(context).Number;
        }

        return Datum.Of(sum);
    }
}

/// <summary>A day some days after another.</summary>
internal sealed class AfterShape(ValueShape day, ValueShape days) : ValueShape
{
    public override Datum Draw(RowContext context)
    {
        var start = day.Draw(context);
        return start.IsNull ? start : start with { Number = start.Number + days.Draw(context).Number };
    }
}

/// <summary>By the value of something else.</summary>
internal sealed class MapShape(ValueShape of, IReadOnlyDictionary<string, ValueShape> to, ValueShape otherwise) : ValueShape
{
    public override Datum Draw(RowContext context) => to.GetValueOrDefault(of.Draw(context).Written, otherwise).Draw(context);
}

/// <summary>The first case whose condition holds; none gives no value.</summary>
internal sealed class CasesShape(IReadOnlyList<(RowFilter? When, ValueShape Then)> cases) : ValueShape
{
    public override Datum Draw(RowContext context)
    {
        foreach (var (when, then) in cases)
        {
            if (when is null || when.Holds(context))
            {
                return then.Draw(context);
            }
        }

        return Datum.Null;
    }
}

/// <summary>One shape with a probability, else another.</summary>
internal sealed class ChanceShape(double probability, ValueShape then, ValueShape otherwise) : ValueShape
{
    public override Datum Draw(RowContext context) => (context.Random.Unit() < probability ? then : otherwise).Draw(context);
}

/// <summary>A text put together from fixed parts and values.</summary>
internal sealed class TextShape(IReadOnlyList<ValueShape> parts) : ValueShape
{
    public override Datum Draw(RowContext context) => Datum.Of(string.Concat(parts.Select(p => p.Draw(context).Written)));
}
