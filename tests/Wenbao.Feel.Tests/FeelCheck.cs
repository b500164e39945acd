using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Feel.Tests;

/// <summary>One-line checks of what an expression gives.</summary>
internal static class FeelCheck
{
    /// <summary>The value of the expression equals that of the expected one, written as FEEL.</summary>
    public static void Check(string expression, string expected, params (string Name, FeelType Type, string Value)[] variables)
    {
        var actual = Evaluate(expression, variables);
        var wanted = Evaluate(expected);
        Assert.True(actual == wanted, $"{expression}\n  gives {actual}\n  not   {wanted}");
    }

    public static FeelValue Evaluate(string expression, params (string Name, FeelType Type, string Value)[] variables)
    {
        var layout = new FrameLayout();
        var scope = new BindingScope(layout);
        var slots = variables.Select(variable => scope.Define(variable.Name, variable.Type).Slot).ToArray();
        var bound = FeelEngine.Bind(expression, scope);
        var frame = layout.NewFrame();
        for (var i = 0; i < variables.Length; i++)
        {
            frame[slots[i]] = Evaluate(variables[i].Value);
        }

        return FeelExecutables.Interpret(bound.Root).Evaluate(frame);
    }

    /// <summary>The codes of the findings, in order of place.</summary>
    public static string Codes(string expression, params (string Name, FeelType Type)[] variables)
    {
        var scope = new BindingScope(new FrameLayout());
        foreach (var (name, type) in variables)
        {
            scope.Define(name, type);
        }

        return string.Join(" ", FeelEngine.Bind(expression, scope).Diagnostics.Select(found => found.Code));
    }
}
