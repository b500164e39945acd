using Wenbao.Feel;

namespace Wenbao.Dmn;

/// <summary>Every kind of finding about models.</summary>
public static class DmnDiagnosticKinds
{
    private static readonly List<DmnDiagnosticKind> Kinds = [];

    internal static readonly DmnDiagnosticKind NotWellFormed = Error(1,
        "XML 文本不完整或格式有误（{0}）。请用建模工具重新导出。",
        "The XML text is truncated or not well formed ({0}). Export it again from the modelling tool.");

    internal static readonly DmnDiagnosticKind DocumentType = Error(2,
        "模型不得含有文档类型声明（DTD）。请删除 DOCTYPE 一行。",
        "A model must not have a document type declaration (DTD). Remove the DOCTYPE.");

    internal static readonly DmnDiagnosticKind TooLong = Error(3,
        "文本有 {0} 个字符，上限为 {1}。请把模型拆成几个并用导入相连。",
        "The text has {0} characters, the limit is {1}. Split the model and connect the parts by imports.");

    internal static readonly DmnDiagnosticKind TooDeep = Error(4,
        "元素嵌套超过 {0} 层。请把内层表达式改为单独的决策。",
        "Elements are nested more than {0} deep. Turn inner expressions into decisions of their own.");

    internal static readonly DmnDiagnosticKind NotDmn = Error(5,
        "根元素是 {0}，命名空间“{1}”；可读的是 DMN 1.2 至 1.5 的 definitions。",
        "The root element is {0} in namespace “{1}”; readable are definitions of DMN 1.2 to 1.5.");

    internal static readonly DmnDiagnosticKind NameMissing = Error(6,
        "{0} 没有名称。请写上 name 属性。",
        "{0} has no name. Write a name attribute.");

    internal static readonly DmnDiagnosticKind IdTwice = Error(7,
        "标识“{0}”在模型中出现两次。请改用不同的标识。",
        "The id “{0}” stands twice in the model. Use different ids.");

    internal static readonly DmnDiagnosticKind NameTwice = Error(8,
        "名称“{0}”在模型中出现两次。请改用不同的名称。",
        "The name “{0}” stands twice in the model. Use different names.");

    internal static readonly DmnDiagnosticKind NamespaceMissing = Warning(9,
        "definitions 没有 namespace 属性，其他模型无法导入它。",
        "The definitions have no namespace attribute, so no other model can import them.");

    internal static readonly DmnDiagnosticKind ExpressionMissing = Error(10,
        "{0} 缺少表达式；其值为空。请补上。",
        "{0} lacks an expression; its value is null. Add it.");

    internal static readonly DmnDiagnosticKind UnknownExpression = Error(11,
        "{0} 不是 DMN 的表达式；其值为空。",
        "{0} is no expression of DMN; its value is null.");

    internal static readonly DmnDiagnosticKind BadAttribute = Error(12,
        "属性 {0} 的值“{1}”无效，可用的值：{2}。",
        "The attribute {0} has the invalid value “{1}”; possible values: {2}.");

    internal static readonly DmnDiagnosticKind ReferenceMissing = Error(13,
        "{0} 缺少 href 引用。请写成 href=\"#标识\"。",
        "{0} lacks its reference. Write href=\"#id\".");

    internal static readonly DmnDiagnosticKind RuleWidth = Error(14,
        "规则有 {0} 个输入格和 {1} 个输出格，决策表有 {2} 列输入和 {3} 列输出。缺少的输入格按“-”，缺少的输出格按空值。",
        "The rule has {0} input and {1} output cells, the table has {2} input and {3} output columns. Missing input cells count as “-”, missing output cells as null.");

    internal static readonly DmnDiagnosticKind OutputMissing = Error(15,
        "决策表没有输出列；其值为空。",
        "The decision table has no output column; its value is null.");

    internal static readonly DmnDiagnosticKind OutputNameMissing = Error(16,
        "决策表有多列输出，每列都要有 name 属性。",
        "The decision table has several output columns; each needs a name attribute.");

    internal static readonly DmnDiagnosticKind AggregationMisplaced = Error(17,
        "汇总方式只用于命中策略 COLLECT，这里是 {0}；汇总被忽略。",
        "An aggregation belongs to the hit policy COLLECT, here it is {0}; the aggregation is ignored.");

    internal static readonly DmnDiagnosticKind ForeignLanguage = Error(18,
        "表达式语言“{0}”不受支持，只用 FEEL；其值为空。",
        "The expression language “{0}” is not supported, only FEEL is; the value is null.");

    internal static readonly DmnDiagnosticKind RelationWidth = Error(19,
        "关系表的一行有 {0} 格，共 {1} 列。缺少的格按空值。",
        "A row of the relation has {0} cells for {1} columns. Missing cells count as null.");

    internal static readonly DmnDiagnosticKind TooManyElements = Error(20,
        "模型有超过 {0} 个元素。请把模型拆成几个并用导入相连。",
        "The model has more than {0} elements. Split the model and connect the parts by imports.");

    internal static readonly DmnDiagnosticKind ImportNotGiven = Error(30,
        "导入的模型“{0}”（前缀“{1}”）没有提供。请一并提供该命名空间的模型。",
        "The imported model “{0}” (prefix “{1}”) was not given. Hand in the model of that namespace too.");

    internal static readonly DmnDiagnosticKind ImportCycle = Error(31,
        "模型相互导入形成循环：{0}。请去掉其中一个导入。",
        "Models import each other in a circle: {0}. Remove one of the imports.");

    internal static readonly DmnDiagnosticKind ImportKind = Warning(32,
        "导入类型“{0}”不是 DMN 模型，已忽略。",
        "The import type “{0}” is no DMN model; the import is ignored.");

    internal static readonly DmnDiagnosticKind ElementNotFound = Error(33,
        "“{0}”引用的元素“{1}”不存在，或其所在模型未被导入。请改正 href 或补上导入。",
        "“{0}” refers to the element “{1}”, which does not exist or belongs to a model that is not imported. Correct the href or add the import.");

    internal static readonly DmnDiagnosticKind RequirementCycle = Error(34,
        "需求关系形成循环：{0}。请去掉其中一个需求。",
        "Requirements form a circle: {0}. Remove one of them.");

    internal static readonly DmnDiagnosticKind RequirementMissing = Error(35,
        "“{0}”用到了“{1}”，但没有声明对它的需求。请在模型中补画需求连线。",
        "“{0}” uses “{1}” without requiring it. Draw the requirement in the model.");

    internal static readonly DmnDiagnosticKind TypeNotFound = Error(36,
        "类型“{0}”不存在；按任意类型处理。请检查 typeRef。",
        "The type “{0}” does not exist; any type is taken. Check the typeRef.");

    internal static readonly DmnDiagnosticKind TypeCycle = Error(37,
        "类型定义形成循环：{0}。请去掉其中一个引用。",
        "Type definitions form a circle: {0}. Remove one of the references.");

    internal static readonly DmnDiagnosticKind ExternalFunction = Warning(38,
        "“{0}”是外部函数（{1}），本引擎不运行外部程序；其结果为空。",
        "“{0}” is an external function ({1}); this engine runs no foreign code, its result is null.");

    internal static readonly DmnDiagnosticKind ImportPrefixTwice = Error(39,
        "导入前缀“{0}”出现两次。请改用不同的前缀。",
        "The import prefix “{0}” stands twice. Use different prefixes.");

    internal static readonly DmnDiagnosticKind VariableName = Warning(40,
        "“{0}”的变量名是“{1}”，与名称不同；表达式里要写变量名。",
        "The variable of “{0}” is named “{1}”, unlike the element; expressions must use the variable's name.");

    internal static readonly DmnDiagnosticKind EntryTwice = Error(41,
        "上下文中有两个名为“{0}”的条目；整个上下文为空。请改名。",
        "Two entries of the context are named “{0}”; the whole context is null. Rename one.");

    internal static readonly DmnDiagnosticKind TypeMismatch = Error(42,
        "“{0}”的结果不可能是声明的类型 {1}；其值总为空。请改正表达式或类型。",
        "The result of “{0}” cannot be of the declared type {1}; its value is always null. Correct the expression or the type.");

    internal static readonly DmnDiagnosticKind PriorityMissing = Warning(44,
        "命中策略 {0} 按输出值列表排序，但没有一列写了输出值。",
        "The hit policy {0} sorts by the output values, but no column has any.");

    internal static readonly DmnDiagnosticKind PriorityNotConstant = Error(45,
        "输出值“{0}”不是固定值的列表，无法用来排序。",
        "The output values “{0}” are no list of constants and cannot be used for sorting.");

    internal static readonly DmnDiagnosticKind TypeTooLarge = Error(46,
        "类型“{0}”引用超过 {1} 层或展开后超过 {2} 个成员；按任意类型处理。请简化类型定义。",
        "The type “{0}” refers to others more than {1} deep or has more than {2} members written out; any type is taken. Simplify the definitions.");

    internal static readonly DmnDiagnosticKind DecisionNotFound = Error(60,
        "模型中没有标识或名称为“{0}”的决策。",
        "The model has no decision with the id or name “{0}”.");

    internal static readonly DmnDiagnosticKind InputNotFound = Warning(61,
        "模型中没有输入“{0}”，给出的值未被使用。",
        "The model has no input “{0}”; the value given is not used.");

    internal static readonly DmnDiagnosticKind InputWrongType = Error(62,
        "输入“{0}”的值不是声明的类型 {1}；按空值处理。",
        "The value of the input “{0}” is not of the declared type {1}; null is taken.");

    internal static readonly DmnDiagnosticKind InputNotAllowed = Error(63,
        "输入“{0}”的值 {1} 不在允许的值之内（{2}）；按空值处理。",
        "The value of the input “{0}”, {1}, is not among the allowed ones ({2}); null is taken.");

    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<DmnDiagnosticKind> All => Kinds;

    private static DmnDiagnosticKind Error(int number, string zh, string en) => Define(number, FeelSeverity.Error, zh, en);

    private static DmnDiagnosticKind Warning(int number, string zh, string en) => Define(number, FeelSeverity.Warning, zh, en);

    private static DmnDiagnosticKind Define(int number, FeelSeverity severity, string zh, string en)
    {
        var kind = new DmnDiagnosticKind(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"DMN{number:0000}"), severity, zh, en);
        Kinds.Add(kind);
        return kind;
    }
}
