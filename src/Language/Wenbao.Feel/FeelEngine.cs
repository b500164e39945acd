using Wenbao.Feel.Binding;
using Wenbao.Feel.Syntax;

namespace Wenbao.Feel;

/// <summary>The façade of the language: text → tree → bound tree. Never throws for bad text.</summary>
public static class FeelEngine
{
    /// <summary>How deep expressions may nest unless told otherwise.</summary>
    public const int NestingMaxDefault = 200;

    /// <summary>How deep they may nest at most, so that every later pass fits the stack of a pool thread.</summary>
    private const int NestingMaxAllowed = 500;

    /// <summary>Reads a text.</summary>
    /// <param name="text">A FEEL expression.</param>
    /// <param name="names">The names it may use; names with spaces and operators are only read when they are known.</param>
    /// <param name="nestingMax">How deep it may nest, 1 to 500; beyond that the tree ends with <c>FEEL0008</c>.</param>
    public static FeelSyntax Parse(string text, NameScope names, int nestingMax = NestingMaxDefault)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        return new Parser(text, names, Math.Clamp(nestingMax, 1, NestingMaxAllowed)).ReadExpression();
    }

    /// <summary>Reads the unary tests of a decision table's cell or of allowed values.</summary>
    /// <param name="text">The tests, such as <c>&lt; 5, [10..20)</c>, <c>not("a")</c> or <c>-</c>.</param>
    /// <param name="names">The names they may use.</param>
    /// <param name="nestingMax">As for <see cref="Parse"/>.</param>
    public static FeelSyntax ParseUnaryTests(string text, NameScope names, int nestingMax = NestingMaxDefault)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        return new Parser(text, names, Math.Clamp(nestingMax, 1, NestingMaxAllowed)).ReadUnaryTests();
    }

    /// <summary>Gives a tree its meaning: names become slots, types are found.</summary>
    /// <param name="syntax">The tree.</param>
    /// <param name="scope">The names with their slots and types; inner variables get new slots of its layout.</param>
    /// <returns>The bound tree with the findings of reading and binding.</returns>
    public static BoundExpression Bind(FeelSyntax syntax, BindingScope scope)
    {
        ArgumentNullException.ThrowIfNull(syntax);
        ArgumentNullException.ThrowIfNull(scope);
        var binder = new Binder(syntax.Diagnostics);
        var root = binder.BindRoot(syntax.Root, scope);
        return new BoundExpression(root, binder.Diagnostics);
    }

    /// <summary>Reads and binds a text.</summary>
    public static BoundExpression Bind(string text, BindingScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Bind(Parse(text, scope.Names), scope);
    }

    /// <summary>Reads and binds unary tests over an input.</summary>
    /// <param name="text">The tests.</param>
    /// <param name="scope">The names they may use.</param>
    /// <param name="inputType">The type of the tested value.</param>
    /// <param name="input">The slot the tested value stands in; <c>?</c> means it.</param>
    /// <returns>A boolean node, a <see cref="BoundIn"/> over the input; a <c>-</c> has no tests.</returns>
    public static BoundExpression BindUnaryTests(string text, BindingScope scope, FeelType inputType, BoundSlot input)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(inputType);
        ArgumentNullException.ThrowIfNull(input);
        var syntax = ParseUnaryTests(text, scope.Names);
        var binder = new Binder(syntax.Diagnostics);
        var root = binder.BindTests((UnaryTestsSyntax)syntax.Root, scope, input with { Type = inputType });
        return new BoundExpression(root, binder.Diagnostics);
    }
}
