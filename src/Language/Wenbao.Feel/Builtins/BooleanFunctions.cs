using static Wenbao.Feel.Builtins.BuiltinFunctions;

namespace Wenbao.Feel.Builtins;

/// <summary><c>not</c> and <c>is</c>.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.2 and §10.3.4.10.</remarks>
internal static class BooleanFunctions
{
    public static IEnumerable<BuiltinFunction> All =>
    [
        Define("not(negand: boolean): boolean", arguments => FeelValue.Of(!arguments[0].AsBoolean())),
        Define("is(value1?: any, value2?: any): boolean", arguments => FeelValue.Of((bool?)(arguments[0] == arguments[1]))),
    ];
}
