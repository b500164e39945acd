using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;
using static Wenbao.Feel.Builtins.BuiltinFunctions;

namespace Wenbao.Feel.Builtins;

/// <summary>Functions over ranges and points; a point counts as the range from it to itself.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.11 (table of conditions on ranges).</remarks>
internal static class RangeFunctions
{
    public static IEnumerable<BuiltinFunction> All =>
    [
        Define("range(from: string): range", arguments => Range(arguments[0])),
        Relation("before", "point or range1", "point or range2", Before),
        Relation("after", "point or range1", "point or range2", (left, right) => Before(right, left)),
        Relation("meets", "range1", "range2", (left, right) => left.EndIncluded && right.StartIncluded ? Same(left.End, right.Start) : Known(left, right)),
        Relation("met by", "range1", "range2", (left, right) => left.StartIncluded && right.EndIncluded ? Same(left.Start, right.End) : Known(left, right)),
        Relation("overlaps", "range1", "range2", Overlaps),
        Relation("overlaps before", "range1", "range2", OverlapsBefore),
        Relation("overlaps after", "range1", "range2", (left, right) => OverlapsBefore(right, left)),
        Relation("finishes", "point or range", "range", Finishes),
        Relation("finished by", "range", "point or range", (left, right) => Finishes(right, left)),
        Relation("includes", "range", "point or range", (left, right) => During(right, left)),
        Relation("during", "point or range", "range", During),
        Relation("starts", "point or range", "range", Starts),
        Relation("started by", "range", "point or range", (left, right) => Starts(right, left)),
        Relation("coincides", "point or range1", "point or range2", (left, right) => And(Same(left.Start, right.Start), Same(left.End, right.End), left.StartIncluded == right.StartIncluded, left.EndIncluded == right.EndIncluded)),
    ];

    /// <summary>A range from its text: both ends literals of one kind, in order.</summary>
    private static FeelValue Range(FeelValue from)
    {
        if (from.AsString() is not { } text)
        {
            return FeelValue.Null;
        }

        var bound = FeelEngine.Bind(text, new BindingScope(new FrameLayout()));
        return bound is { IsValid: true, Root: BoundRange { Start: BoundLiteral { Value.IsNull: false }, End: BoundLiteral { Value.IsNull: false } } range }
            ? FeelExecutables.Interpret(range).Evaluate([])
            : FeelValue.Null;
    }

    private static BuiltinFunction Relation(string name, string first, string second, Func<FeelRange, FeelRange, bool?> holds) =>
        Define($"{name}({first}: any, {second}: any): boolean", arguments => RangeOf(arguments[0]) is { } left && RangeOf(arguments[1]) is { } right ? FeelValue.Of(holds(left, right)) : FeelValue.Null);

    private static FeelRange? RangeOf(FeelValue value) => value.AsRange() ?? (value.IsNull ? null : new FeelRange(value, true, value, true));

    /// <summary>False when the ends can be compared, else null.</summary>
    private static bool? Known(FeelRange left, FeelRange right) => Comparison.Order(left.End, right.Start) is null ? null : false;

    private static bool? Same(FeelValue left, FeelValue right) => Comparison.Order(left, right) is { } order ? order == 0 : null;

    private static bool? Less(FeelValue left, FeelValue right) => Comparison.Order(left, right) is { } order ? order < 0 : null;

    private static bool? And(params ReadOnlySpan<bool?> conditions)
    {
        bool? result = true;
        foreach (var condition in conditions)
        {
            result = Logic.And(result, condition);
        }

        return result;
    }

    private static bool? Before(FeelRange left, FeelRange right) =>
        Logic.Or(Less(left.End, right.Start), And(Same(left.End, right.Start), !(left.EndIncluded && right.StartIncluded)));

    private static bool? Overlaps(FeelRange left, FeelRange right) => And(!Before(left, right), !Before(right, left));

    /// <summary>Starts earlier, or at the same end but included there, and ends within the other.</summary>
    private static bool? OverlapsBefore(FeelRange left, FeelRange right) => And(
        Logic.Or(Less(left.Start, right.Start), And(Same(left.Start, right.Start), left.StartIncluded && !right.StartIncluded)),
        !Before(left, right),
        Logic.Or(Less(left.End, right.End), And(Same(left.End, right.End), !left.EndIncluded || right.EndIncluded)));

    private static bool? StartsWithin(FeelRange inner, FeelRange outer) =>
        Logic.Or(Less(outer.Start, inner.Start), And(Same(outer.Start, inner.Start), outer.StartIncluded || !inner.StartIncluded));

    private static bool? EndsWithin(FeelRange inner, FeelRange outer) =>
        Logic.Or(Less(inner.End, outer.End), And(Same(inner.End, outer.End), outer.EndIncluded || !inner.EndIncluded));

    private static bool? During(FeelRange inner, FeelRange outer) => And(StartsWithin(inner, outer), EndsWithin(inner, outer));

    private static bool? Finishes(FeelRange inner, FeelRange outer) => And(inner.EndIncluded == outer.EndIncluded, Same(inner.End, outer.End), StartsWithin(inner, outer));

    private static bool? Starts(FeelRange inner, FeelRange outer) => And(inner.StartIncluded == outer.StartIncluded, Same(inner.Start, outer.Start), EndsWithin(inner, outer));
}
