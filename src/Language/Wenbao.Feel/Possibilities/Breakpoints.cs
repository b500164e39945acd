using Wenbao.Feel.Possibilities.Nodes;

namespace Wenbao.Feel.Possibilities;

/// <summary>Where in a set to take a sample.</summary>
internal enum SampleAt
{
    /// <summary>At the lower end; false; the first text.</summary>
    Low,

    /// <summary>In the middle.</summary>
    Middle,

    /// <summary>At the upper end; true; the last text.</summary>
    High,
}

/// <summary>The values at which the sets of an unknown slot are split: constants and known inputs of its kind.</summary>
internal sealed class Breakpoints
{
    /// <summary>Sets of numbers without steps are not split below this width.</summary>
    private const decimal WidthMin = 0.000_000_000_001m;

    private readonly decimal step;
    private readonly decimal[] ordered;
    private readonly string[] texts;

    private Breakpoints(decimal step, decimal[] ordered, string[] texts)
    {
        this.step = step;
        this.ordered = ordered;
        this.texts = texts;
    }

    /// <summary>Gathers the landmarks of a domain's kind.</summary>
    public static Breakpoints For(ValueDomain domain, SetNode[] landmarks, SetContext context)
    {
        var possible = domain.Possible;
        var ordered = new SortedSet<decimal>();
        var texts = new List<string>();
        foreach (var landmark in landmarks)
        {
            var value = landmark.Evaluate(context);
            if (value.Kind == possible.Kind && possible.IsOrdered && value.IsSingle)
            {
                AddOrdered(ordered, value.Low, possible, domain.Step);
            }
            else if (possible.Kind == PossibleKind.Text)
            {
                AddTexts(texts, value, possible);
            }
        }

        return new(domain.Step, [.. ordered], [.. texts]);
    }

    private static void AddOrdered(SortedSet<decimal> ordered, decimal value, in Possible domain, decimal step)
    {
        if (value < domain.Low || value > domain.High)
        {
            return;
        }

        var below = Grid.Down(value, step);
        ordered.Add(below);
        if (below != value && below + step <= domain.High)
        {
            ordered.Add(below + step);
        }
    }

    private static void AddTexts(List<string> texts, in Possible value, in Possible domain)
    {
        if (value is { Kind: PossibleKind.Text, TextsExcluded: false, Texts: [var text] })
        {
            Add(texts, text, domain);
        }
        else if (value.Kind == PossibleKind.Known && value.Value.AsList() is { } list)
        {
            foreach (var item in list.Items)
            {
                if (item.AsString() is { } element)
                {
                    Add(texts, element, domain);
                }
            }
        }

        static void Add(List<string> texts, string text, in Possible domain)
        {
            if (!texts.Contains(text) && (domain.TextsExcluded || domain.Texts!.Contains(text)))
            {
                texts.Add(text);
            }
        }
    }

    /// <summary>One value of the set.</summary>
    public Possible Sample(in Possible set, SampleAt where)
    {
        switch (set.Kind)
        {
            case PossibleKind.Boolean:
                var isTrue = where == SampleAt.Low ? !set.MayBeFalse : set.MayBeTrue;
                return Possible.Truths(isTrue, !isTrue, false);
            case PossibleKind.Text when set.TextsExcluded:
                return Possible.OneOf([Fresh(set, where)]);
            case PossibleKind.Text:
                return Possible.OneOf([where switch { SampleAt.Low => set.Texts![0], SampleAt.High => set.Texts![^1], _ => set.Texts![set.Texts.Length / 2] }]);
            default:
                var end = where switch
                {
                    SampleAt.Low when !set.LowOpen => set.Low,
                    SampleAt.High when !set.HighOpen => set.High,
                    _ => Middle(set),
                };
                return Possible.Point(set.Kind, end);
        }
    }

    /// <summary>How many values the set has, roughly; 0 when it cannot be split.</summary>
    public decimal Width(in Possible set) => set.Kind switch
    {
        PossibleKind.Boolean => 2m,
        PossibleKind.Text => set.TextsExcluded ? 0m : set.Texts!.Length,
        _ when step != 0m => (set.High - set.Low) / step,
        _ => set.High - set.Low > WidthMin ? (set.High - set.Low) * 100m : 0m,
    };

    /// <summary>The parts of the set around its middle landmark, or null when none lies in it.</summary>
    public Possible[]? AtLandmark(in Possible set)
    {
        if (set.Kind == PossibleKind.Text)
        {
            var isExcluded = set.TextsExcluded;
            var known = set.Texts!;
            return Array.Find(texts, text => known.Contains(text) != isExcluded) is { } found ? Without(set, found) : null;
        }

        if (!set.IsOrdered)
        {
            return null;
        }

        var first = Array.BinarySearch(ordered, set.Low);
        first = first < 0 ? ~first : set.LowOpen ? first + 1 : first;
        var last = Array.BinarySearch(ordered, set.High);
        last = last < 0 ? ~last - 1 : set.HighOpen ? last - 1 : last;
        return first <= last ? Around(set, ordered[first + ((last - first) / 2)]) : null;
    }

    /// <summary>Two parts of the set.</summary>
    public Possible[] InHalves(in Possible set)
    {
        if (set.Kind == PossibleKind.Boolean)
        {
            return [Possible.Truths(true, false, false), Possible.Truths(false, true, false)];
        }

        if (set.Kind == PossibleKind.Text)
        {
            return Without(set, set.Texts![0]);
        }

        var middle = Middle(set);
        return
        [
            Possible.Between(set.Kind, set.Low, set.LowOpen, middle, false),
            step == 0m ? Possible.Between(set.Kind, middle, true, set.High, set.HighOpen) : Possible.Between(set.Kind, middle + step, false, set.High, false),
        ];
    }

    private decimal Middle(in Possible set) => set.Low + Grid.Down((set.High - set.Low) / 2m, step);

    private static Possible[] Without(in Possible set, string text)
    {
        var single = Possible.OneOf([text]);
        return set.TextsExcluded
            ? [single, Possible.AnyTextExcept([.. set.Texts!, text])]
            : [single, Possible.OneOf([.. set.Texts!.Where(other => other != text)])];
    }

    private Possible[] Around(in Possible set, decimal value)
    {
        var parts = new List<Possible>(3) { Possible.Point(set.Kind, value) };
        if (value > set.Low)
        {
            parts.Add(Possible.Between(set.Kind, set.Low, set.LowOpen, step == 0m ? value : value - step, step == 0m));
        }

        if (value < set.High)
        {
            parts.Add(Possible.Between(set.Kind, step == 0m ? value : value + step, step == 0m, set.High, set.HighOpen));
        }

        return [.. parts];
    }

    /// <summary>A text that is none of those named: plain, or one that starts like the last landmark.</summary>
    private string Fresh(in Possible set, SampleAt where)
    {
        var text = where != SampleAt.Low && texts.Length > 0 ? texts[^1] + "~" : "~";
        while (set.Texts!.Contains(text))
        {
            text += "~";
        }

        return text;
    }
}
