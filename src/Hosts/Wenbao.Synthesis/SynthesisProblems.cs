using Wenbao.Kernel;

namespace Wenbao.Synthesis;

/// <summary>The numbered problems of making a synthetic district.</summary>
public static class SynthesisProblems
{
    private static readonly ProblemCatalogue Catalogue = new("SYN");

    /// <summary>The pack has no population.</summary>
    public static readonly ProblemKind NoPopulation = Catalogue.Define(1, 404,
        "数据包没有 {0}。", "The pack has no {0}.",
        "写明合成人口的取值方式，或换用有合成人口的数据包。", "Describe how the synthetic population is drawn, or use a pack that does.");

    /// <summary>A name in the population files leads nowhere.</summary>
    public static readonly ProblemKind NameUnknown = Catalogue.Define(2, 422,
        "没有 {0} 这个名称。", "There is nothing named {0}.",
        "改为已声明的属性、字段、变量或批次的名称。", "Use the name of a declared attribute, field, variable or cohort.");

    /// <summary>A value shape is none of the known ones.</summary>
    public static readonly ProblemKind ShapeUnknown = Catalogue.Define(3, 422,
        "不认识的取值方式：{0}。", "Unknown way of drawing a value: {0}.",
        "参照合成人口说明改用已有的取值方式。", "Use one of the ways the population reference lists.");

    /// <summary>A cohort finds too few subjects to pick from.</summary>
    public static readonly ProblemKind TooFewCandidates = Catalogue.Define(4, 422,
        "批次 {0} 要取 {1} 个，只有 {2} 个可取。", "Cohort {0} wants {1} subjects and finds {2}.",
        "放宽条件，或减少要取的个数。", "Widen the condition, or pick fewer.");

    /// <summary>A total cannot be shared out within the bounds of each.</summary>
    public static readonly ProblemKind CannotAllot = Catalogue.Define(5, 422,
        "{0} 的合计 {1} 分不完：各自上下限之和为 {2} 至 {3}。", "The total of {0}, {1}, cannot be shared out: the bounds add up to {2} to {3}.",
        "改上下限，或改合计。", "Change the bounds or the total.");

    /// <summary>The size asked for is not a number of subjects.</summary>
    public static readonly ProblemKind SizeWrong = Catalogue.Define(6, 422,
        "规模 {0} 不在 1 至 {1} 之间。", "Size {0} is not between 1 and {1}.",
        "改为范围内的户数。", "Give a number of subjects within the range.");

    /// <summary>A condition of a margin cannot be read.</summary>
    public static readonly ProblemKind ConditionBroken = Catalogue.Define(7, 422,
        "条件读不懂：{0}", "The condition cannot be read: {1}",
        "按提示改正条件。", "Mend the condition as told.");

    /// <summary>A drawn value does not fit the type of its attribute.</summary>
    public static readonly ProblemKind ValueUnfit = Catalogue.Define(8, 422,
        "取出的值 {0} 不合类型 {1}。", "The drawn value {0} does not fit the type {1}.",
        "改取值方式，使值合于属性的类型。", "Change the way the value is drawn so that it fits the attribute's type.");
}
