namespace Wenbao.Feel.Builtins;

/// <summary>Reads arguments as the functions take them.</summary>
internal static class Arguments
{
    /// <summary>A list, or a single value alone in a list; null for null.</summary>
    public static FeelList? List(FeelValue value) => value.AsList() ?? (value.IsNull ? null : new FeelList([value]));

    /// <summary>The items of functions that take a list or its items one by one; null when they have none.</summary>
    public static FeelList? Items(ReadOnlySpan<FeelValue> arguments) => arguments.Length == 1 ? List(arguments[0]) : new FeelList(arguments.ToArray());

    /// <summary>A whole number without its fraction; null when it is no number or beyond the bounds.</summary>
    public static int? Whole(FeelValue value, int min = int.MinValue, int max = int.MaxValue) =>
        value.AsNumber() is { } number && decimal.Truncate(number) is var whole && whole >= min && whole <= max ? (int)whole : null;

    /// <summary>A truth value, not null.</summary>
    public static FeelValue Truth(bool value) => value ? FeelValue.True : FeelValue.False;

    /// <summary>A number, not null.</summary>
    public static FeelValue Number(decimal value) => FeelValue.Of((decimal?)value);

    /// <summary>A list of the values.</summary>
    public static FeelValue ListOf(List<FeelValue> values) => FeelValue.Of(new FeelList([.. values]));
}
