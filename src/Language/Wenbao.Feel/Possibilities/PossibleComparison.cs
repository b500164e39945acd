using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;

namespace Wenbao.Feel.Possibilities;

/// <summary>Comparisons and logic over sets of possible values.</summary>
internal static class PossibleComparison
{
    /// <summary>Three-valued <c>and</c>.</summary>
    public static Possible And(in Possible left, in Possible right)
    {
        var leftOnce = AsTruth(left);
        var rightOnce = AsTruth(right);
        return Possible.Truths(
            leftOnce.MayBeTrue && rightOnce.MayBeTrue,
            leftOnce.MayBeFalse || rightOnce.MayBeFalse,
            (leftOnce.MayBeNull && (rightOnce.MayBeNull || rightOnce.MayBeTrue)) || (rightOnce.MayBeNull && leftOnce.MayBeTrue),
            left.Depends | right.Depends);
    }

    /// <summary>Three-valued <c>or</c>.</summary>
    public static Possible Or(in Possible left, in Possible right) => Not(And(Not(left), Not(right)));

    /// <summary>Three-valued <c>not</c>.</summary>
    public static Possible Not(in Possible operand)
    {
        var truth = AsTruth(operand);
        return Possible.Truths(truth.MayBeFalse, truth.MayBeTrue, truth.MayBeNull, truth.Depends);
    }

    /// <summary>The truth values of a set: other kinds count as null.</summary>
    public static Possible AsTruth(in Possible operand) => operand.Kind switch
    {
        PossibleKind.Boolean => operand,
        PossibleKind.Anything => Possible.Truths(true, true, true, operand.Depends),
        _ => Possible.Truths(false, false, true),
    };

    /// <summary>A comparison.</summary>
    public static Possible Compare(FeelOperator op, in Possible left, in Possible right)
    {
        var depends = left.Depends | right.Depends;
        return op switch
        {
            FeelOperator.Equal => Equal(left, right, depends),
            FeelOperator.NotEqual => Not(Equal(left, right, depends)),
            FeelOperator.Less => Less(left, right, false, depends),
            FeelOperator.LessOrEqual => Less(left, right, true, depends),
            FeelOperator.Greater => Less(right, left, false, depends),
            _ => Less(right, left, true, depends),
        };
    }

    private static Possible Equal(in Possible left, in Possible right, ulong depends)
    {
        if (left.Kind == PossibleKind.Anything || right.Kind == PossibleKind.Anything)
        {
            return Possible.Truths(true, true, true, depends);
        }

        if (left.Kind == PossibleKind.Nothing || right.Kind == PossibleKind.Nothing)
        {
            var other = left.Kind == PossibleKind.Nothing ? right : left;
            return Possible.Truths(other.MayBeNull, other.Kind != PossibleKind.Nothing, false, depends);
        }

        var bothNull = left.MayBeNull && right.MayBeNull;
        var oneNull = left.MayBeNull || right.MayBeNull;
        if (left.Kind != right.Kind)
        {
            return Possible.Truths(bothNull, oneNull, true, depends);
        }

        var (mayBeEqual, mayDiffer) = left.Kind switch
        {
            PossibleKind.Boolean => (
                (left.MayBeTrue && right.MayBeTrue) || (left.MayBeFalse && right.MayBeFalse),
                (left.MayBeTrue && right.MayBeFalse) || (left.MayBeFalse && right.MayBeTrue)),
            PossibleKind.Text => EqualTexts(left, right),
            PossibleKind.Known => (left.Value == right.Value, left.Value != right.Value),
            _ => (Overlap(left, right), !(left.Low == left.High && right.Low == right.High && left.Low == right.Low)),
        };
        return Possible.Truths(mayBeEqual || bothNull, mayDiffer || oneNull, false, depends);
    }

    private static (bool MayBeEqual, bool MayDiffer) EqualTexts(in Possible left, in Possible right)
    {
        if (left.TextsExcluded || right.TextsExcluded)
        {
            if (left.TextsExcluded && right.TextsExcluded)
            {
                return (true, true);
            }

            var (some, excluded) = left.TextsExcluded ? (right.Texts!, left.Texts!) : (left.Texts!, right.Texts!);
            return (some.Any(text => !excluded.Contains(text)), true);
        }

        var shared = left.Texts!.Any(right.Texts!.Contains);
        return (shared, !(left.Texts is [_] && right.Texts is [_] && shared));
    }

    private static bool Overlap(in Possible left, in Possible right) => Reaches(left, right) && Reaches(right, left);

    /// <summary>Whether some value on the left is not above some value on the right.</summary>
    private static bool Reaches(in Possible left, in Possible right) =>
        left.Low < right.High || (left.Low == right.High && !left.LowOpen && !right.HighOpen);

    private static Possible Less(in Possible left, in Possible right, bool orEqual, ulong depends)
    {
        if (left.Kind == PossibleKind.Nothing || right.Kind == PossibleKind.Nothing)
        {
            return Possible.Truths(false, false, true);
        }

        if (left.Kind == PossibleKind.Anything || right.Kind == PossibleKind.Anything)
        {
            return Possible.Truths(true, true, true, depends);
        }

        var mayBeNull = left.MayBeNull || right.MayBeNull;
        if (left.Kind != right.Kind || !(left.IsOrdered || left.Kind == PossibleKind.Text))
        {
            return left.Kind == PossibleKind.Known || right.Kind == PossibleKind.Known
                ? Possible.Truths(true, true, true, depends)
                : Possible.Truths(false, false, true);
        }

        if (left.Kind == PossibleKind.Text)
        {
            var (mayBeLess, mayNot) = LessTexts(left, right, orEqual);
            return Possible.Truths(mayBeLess, mayNot, mayBeNull, depends);
        }

        var mayBeTrue = orEqual ? Reaches(left, right) : left.Low < right.High;
        var mayBeFalse = orEqual ? right.Low < left.High : Reaches(right, left);
        return Possible.Truths(mayBeTrue, mayBeFalse, mayBeNull, depends);
    }

    private static (bool MayBeLess, bool MayNot) LessTexts(in Possible left, in Possible right, bool orEqual)
    {
        if (left.TextsExcluded || right.TextsExcluded)
        {
            return (true, true);
        }

        var (mayBeLess, mayNot) = (false, false);
        foreach (var first in left.Texts!)
        {
            foreach (var second in right.Texts!)
            {
                var order = TypedOperations.Compare(first, second);
                var less = orEqual ? order <= 0 : order < 0;
                mayBeLess |= less;
                mayNot |= !less;
            }
        }

        return (mayBeLess, mayNot);
    }
}
