using System.Reflection;

namespace Wenbao.Feel;

/// <summary>Every kind of finding the language knows. Listed in <c>docs/reference/feel-diagnostics.md</c>.</summary>
public static class FeelDiagnosticKinds
{
    /// <summary>An expression was expected.</summary>
    public static readonly FeelDiagnosticKind ExpressionExpected = Error(1, "这里应当是一个表达式，却是 {0}。", "An expression is expected here, not {0}.");

    /// <summary>A symbol or word is missing.</summary>
    public static readonly FeelDiagnosticKind TokenExpected = Error(2, "这里应当是 {0}，却是 {1}。", "{0} is expected here, not {1}.");

    /// <summary>A text has no closing quotation mark.</summary>
    public static readonly FeelDiagnosticKind StringNotClosed = Error(3, "字符串没有结束的引号 \"。请补上。", "The string has no closing quotation mark \". Add it.");

    /// <summary>A comment has no end.</summary>
    public static readonly FeelDiagnosticKind CommentNotClosed = Error(4, "注释没有以 */ 结束。请补上。", "The comment does not end with */. Add it.");

    /// <summary>Full-width punctuation stands where the language wants the half-width one.</summary>
    public static readonly FeelDiagnosticKind FullWidthPunctuation = Error(5, "全角的“{0}”应写成半角的“{1}”。", "Full-width \"{0}\" must be written half-width: \"{1}\".");

    /// <summary>A character that has no meaning.</summary>
    public static readonly FeelDiagnosticKind UnknownCharacter = Error(6, "字符“{0}”在这里没有意义。请删去。", "The character \"{0}\" has no meaning here. Remove it.");

    /// <summary>Text is left over behind the expression.</summary>
    public static readonly FeelDiagnosticKind TextLeftOver = Error(7, "表达式到 {0} 之前已经完整，后面多出文字。名称可能没有定义，或缺少运算符。", "The expression is complete before {0}, but text follows. A name may be undefined, or an operator missing.");

    /// <summary>The text nests too deeply.</summary>
    public static readonly FeelDiagnosticKind NestedTooDeeply = Error(8, "表达式嵌套超过 {0} 层。请拆成几个条目。", "The expression nests deeper than {0} levels. Split it into several entries.");

    /// <summary>A number has too many digits.</summary>
    public static readonly FeelDiagnosticKind NumberTooLarge = Error(9, "数 {0} 超出可表示的范围（28 位）。", "The number {0} is beyond the range that can be held (28 digits).");

    /// <summary>A key stands twice in a context.</summary>
    public static readonly FeelDiagnosticKind DuplicateKey = Error(10, "上下文中“{0}”写了两次。请改名或删去一个。", "\"{0}\" stands twice in the context. Rename or remove one.");

    /// <summary>A literal behind <c>@</c> is no date, time or duration.</summary>
    public static readonly FeelDiagnosticKind BadTemporalLiteral = Error(11, "\"{0}\" 不是日期、时间或时长。例：@\"2020-06-30\"、@\"P1M\"。", "\"{0}\" is no date, time or duration. Examples: @\"2020-06-30\", @\"P1M\".");

    /// <summary>External functions are not run.</summary>
    public static readonly FeelDiagnosticKind ExternalFunction = Error(12, "不支持外部函数（external）。请改写成 FEEL。", "External functions are not supported. Write the function in FEEL.");

    /// <summary>Named and positional arguments are mixed.</summary>
    public static readonly FeelDiagnosticKind MixedArguments = Error(13, "参数要么全部写名称，要么全部不写。", "Either all arguments have names or none has.");

    /// <summary>A name is not known, but one like it is.</summary>
    public static readonly FeelDiagnosticKind UnknownNameNear = Error(20, "没有名为“{0}”的变量。是不是“{1}”？", "There is no variable \"{0}\". Did you mean \"{1}\"?");

    /// <summary>A name is not known.</summary>
    public static readonly FeelDiagnosticKind UnknownName = Error(21, "没有名为“{0}”的变量。请检查名称，或在模型中声明这个输入。", "There is no variable \"{0}\". Check the name or declare the input in the model.");

    /// <summary>A function is not known, but one like it is.</summary>
    public static readonly FeelDiagnosticKind UnknownFunctionNear = Error(22, "没有名为“{0}”的函数。是不是“{1}”？", "There is no function \"{0}\". Did you mean \"{1}\"?");

    /// <summary>A function is not known.</summary>
    public static readonly FeelDiagnosticKind UnknownFunction = Error(23, "没有名为“{0}”的函数。", "There is no function \"{0}\".");

    /// <summary>The number of arguments fits no overload.</summary>
    public static readonly FeelDiagnosticKind ArgumentCount = Error(24, "函数 {0} 不接受 {1} 个参数。用法：{2}。", "The function {0} does not take {1} arguments. Usage: {2}.");

    /// <summary>A named argument names no parameter.</summary>
    public static readonly FeelDiagnosticKind UnknownParameter = Error(25, "函数 {0} 没有这样一组参数：{1}。用法：{2}。", "The function {0} has no such parameters: {1}. Usage: {2}.");

    /// <summary>A member is not known, but one like it is.</summary>
    public static readonly FeelDiagnosticKind UnknownMemberNear = Error(26, "没有名为“{0}”的成员。是不是“{1}”？", "There is no member \"{0}\". Did you mean \"{1}\"?");

    /// <summary>A member is not known.</summary>
    public static readonly FeelDiagnosticKind UnknownMember = Error(27, "类型 {1} 没有成员“{0}”。", "The type {1} has no member \"{0}\".");

    /// <summary>An operator has no meaning for its operands.</summary>
    public static readonly FeelDiagnosticKind OperandTypes = Error(28, "运算 {0} 不能用于 {1} 和 {2}，结果总为空。", "The operator {0} has no meaning for {1} and {2}; the result is always null.");

    /// <summary>An argument has the wrong type.</summary>
    public static readonly FeelDiagnosticKind ArgumentType = Warning(29, "函数 {0} 的参数 {1} 应为 {2}，却是 {3}，结果可能为空。", "The argument {1} of {0} should be {2}, not {3}; the result may be null.");

    /// <summary>A type is not known.</summary>
    public static readonly FeelDiagnosticKind UnknownType = Error(30, "没有名为“{0}”的类型。", "There is no type \"{0}\".");

    /// <summary>The scope gives no clock value.</summary>
    public static readonly FeelDiagnosticKind NoClock = Error(31, "这里没有 {0}：引擎不读时钟。请声明判定日作为输入。", "{0} is not available here: the engine reads no clock. Declare the evaluation date as an input.");

    /// <summary>A condition can never be true.</summary>
    public static readonly FeelDiagnosticKind ConditionNotBoolean = Warning(32, "条件应为真假值，却是 {0}，永远不成立。", "The condition should be true or false, not {0}; it never holds.");

    /// <summary>A value that is no function is called.</summary>
    public static readonly FeelDiagnosticKind NotAFunction = Error(33, "“{0}”不是函数，不能调用。", "\"{0}\" is no function and cannot be called.");

    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<FeelDiagnosticKind> All { get; } =
    [
        .. typeof(FeelDiagnosticKinds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<FeelDiagnosticKind>().OrderBy(kind => kind.Code, StringComparer.Ordinal),
    ];

    private static FeelDiagnosticKind Error(int number, string zh, string en) => new($"FEEL{number:0000}", FeelSeverity.Error, zh, en);

    private static FeelDiagnosticKind Warning(int number, string zh, string en) => new($"FEEL{number:0000}", FeelSeverity.Warning, zh, en);
}
