using System.Globalization;

namespace Wenbao.Feel.Tests.Compilation;

/// <summary>Random typed FEEL texts over the names of <see cref="RandomFrame"/>.</summary>
internal sealed class RandomExpressions(Random random)
{
    private int variables;

    /// <summary>Names of numbers, days, texts, truth values that may be used; lists of records and of texts where <see cref="HasLists"/>.</summary>
    public bool HasLists { get; init; } = true;

    public string Truth(int depth)
    {
        if (depth <= 0)
        {
            return Pick("p", "q", "true", "false", "p = true", "a > 2", "s = \"x\"");
        }

        var next = depth - 1;
        return random.Next(HasLists ? 15 : 10) switch
        {
            0 => $"({Truth(next)} and {Truth(next)})",
            1 => $"({Truth(next)} or {Truth(next)})",
            2 => $"not({Truth(next)})",
            3 => $"({Number(next)} {Comparison()} {Number(next)})",
            4 => $"({Date(next)} {Comparison()} {Date(next)})",
            5 => $"({Text(next)} {Comparison()} {Text(next)})",
            6 => $"({Number(next)} between {Number(next)} and {Number(next)})",
            7 => Pick($"({Text(next)} in (\"x\", \"y\", {Text(0)}))", $"({Number(next)} in [{Number(0)}..{Number(0)}))", $"({Text(next)} in [\"x\", \"z\"])", $"({Number(next)} in (< 2, > {Number(0)}))"),
            8 => Pick($"({Number(next)} = null)", $"({Date(0)} != null)", $"starts with({Text(next)}, {Text(0)})", $"(if {Truth(next)} then {Truth(0)} else {Truth(next)})"),
            9 => Pick($"({Duration(next)} {Comparison()} duration(\"P{random.Next(40)}D\"))", $"({Months(next)} {Comparison()} duration(\"P{random.Next(30)}M\"))"),
            10 => Quantifier("some", next),
            11 => Quantifier("every", next),
            12 => Pick($"list contains(names, {Text(next)})", $"list contains([\"x\", \"z\"], {Text(next)})", $"(every v in names satisfies not(list contains([\"y\", \"z\"], v)))"),
            13 => $"(count({Rows(next)}) {Comparison()} {Number(0)})",
            _ => $"(sum({Numbers(next)}) {Comparison()} {Number(next)})",
        };
    }

    public string Number(int depth)
    {
        if (depth <= 0)
        {
            return Pick("a", "b", "c", random.Next(-3, 13).ToString(CultureInfo.InvariantCulture), "0.5", "2.25");
        }

        var next = depth - 1;
        return random.Next(HasLists ? 12 : 9) switch
        {
            0 => $"({Number(next)} + {Number(next)})",
            1 => $"({Number(next)} - {Number(next)})",
            2 => $"({Number(next)} * {Number(next)})",
            3 => $"({Number(next)} / {Number(next)})",
            4 => $"(if {Truth(next)} then {Number(next)} else {Number(next)})",
            5 => Pick($"min({Number(next)}, {Number(0)})", $"max({Number(next)}, {Number(0)})", $"max([{Number(0)}, {Number(next)}, 3])"),
            6 => Pick($"floor({Number(next)})", $"ceiling({Number(next)})", $"abs({Number(next)})", $"round half up({Number(next)}, 1)", $"-({Number(next)})", $"decimal({Number(next)}, 0)"),
            7 => Pick($"({Date(next)} - {Date(0)}).days", $"years and months duration({Date(0)}, {Date(next)}).years", $"years and months duration({Date(next)}, {Date(0)}).months"),
            8 => Pick($"{Date(0)}.year", $"({Date(next)}).month", $"({Date(next)}).day"),
            9 => $"sum({Numbers(next)})",
            10 => $"count({Rows(next)})",
            _ => $"count({Numbers(next)})",
        };
    }

    private string Date(int depth)
    {
        if (depth <= 0)
        {
            return Pick("d", "e", "date(\"2020-02-29\")", "date(\"2020-03-10\")");
        }

        return random.Next(4) switch
        {
            3 => Pick($"min({Date(depth - 1)}, {Date(0)})", $"max({Date(0)}, {Date(depth - 1)})"),
            0 => $"({Date(depth - 1)} + duration(\"P{random.Next(1, 25)}M\"))",
            1 => $"({Date(depth - 1)} {Pick("+", "-")} duration(\"P{random.Next(1, 40)}D\"))",
            _ => $"(if {Truth(depth - 1)} then {Date(0)} else {Date(depth - 1)})",
        };
    }

    private string Duration(int depth) => $"({Date(depth)} - {Date(0)})";

    private string Months(int depth) => $"years and months duration({Date(0)}, {Date(depth)})";

    private string Text(int depth) => depth <= 0
        ? Pick("s", "t", "\"x\"", "\"y\"", "\"xy\"")
        : Pick("s", "t", $"(if {Truth(depth - 1)} then {Text(0)} else {Text(0)})", $"({Text(0)} + {Text(0)})");

    private string Rows(int depth)
    {
        if (depth <= 0)
        {
            return "rows";
        }

        return random.Next(3) switch
        {
            0 => "rows",
            1 => $"rows[x {Comparison()} {Number(depth - 1)}]",
            _ => $"rows[f and {Truth(depth - 1)}]",
        };
    }

    private string Numbers(int depth)
    {
        var name = "v" + variables++;
        var rows = Rows(depth);
        return Pick(
            $"for {name} in {rows} return {name}.x",
            $"for {name} in {rows} return {name}.x * {Number(0)} + {Number(0)}",
            $"for {name} in {rows}, w{name} in {name}.parts return w{name} + {name}.x",
            $"for {name} in {rows} return if {name}.f then {name}.x else {Number(0)}",
            $"concatenate([0], for {name} in {rows} return {name}.x)",
            $"{rows}.x");
    }

    private string Quantifier(string word, int depth)
    {
        var name = "v" + variables++;
        return Pick(
            $"({word} {name} in {Rows(depth)} satisfies {name}.x {Comparison()} {Number(depth)})",
            $"({word} {name} in {Rows(depth)} satisfies {name}.f and {Truth(depth)})",
            $"({word} {name} in {Rows(0)}, w{name} in {name}.parts satisfies w{name} {Comparison()} {Number(0)})",
            $"({word} {name} in {Rows(0)} satisfies {name}.d {Comparison()} {Date(depth)})");
    }

    private string Comparison() => Pick("<", "<=", ">", ">=", "=", "!=");

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
