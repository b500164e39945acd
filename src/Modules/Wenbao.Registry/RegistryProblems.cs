using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>The numbered problems of the registry: declaration 1–39, tables 40–49, files 50–69, rows 70–99, questions 100 and up.</summary>
public static partial class RegistryProblems
{
    private static readonly ProblemCatalogue Catalogue = new("REG");

    /// <summary>The type is none of the known ones.</summary>
    public static readonly ProblemKind TypeUnknown = Catalogue.Define(3, 422,
        "类型“{0}”无法识别。", "The type “{0}” is not known.",
        "用 string、int、decimal(位数,小数位)（最多18位）、bool、date、enum:a|b 或 ref:对象类型。",
        "Use string, int, decimal(digits,decimals) with at most 18 digits, bool, date, enum:a|b or ref:subject-type.");

    /// <summary>An id stands twice.</summary>
    public static readonly ProblemKind IdTwice = Catalogue.Define(4, 422,
        "标识“{0}”重复。", "The id “{0}” stands twice.",
        "改名或删去其中一个。", "Rename or remove one of them.");

    /// <summary>An id is not fit for a column.</summary>
    public static readonly ProblemKind IdUnfit = Catalogue.Define(5, 422,
        "标识“{0}”不能用作表名或列名（最多{1}个字符）。", "The id “{0}” cannot name a table or column (at most {1} characters).",
        "用小写字母开头，由小写字母、数字、下划线组成，且不与内部列（id、batch_id、row_id、subject_id、parent_row_id）同名。",
        "Begin with a lower-case letter, use lower-case letters, digits and underscores, and none of the inner columns id, batch_id, row_id, subject_id, parent_row_id.");

    /// <summary>A reference leads to a subject type that is not declared.</summary>
    public static readonly ProblemKind ReferenceTargetUnknown = Catalogue.Define(6, 422,
        "引用的对象类型“{0}”没有声明。", "The referenced subject type “{0}” is not declared.",
        "声明该对象类型，或改正 ref: 后的名称。", "Declare the subject type or correct the name after ref:.");

    /// <summary>A code of a choice has no label.</summary>
    public static readonly ProblemKind LabelMissing = Catalogue.Define(7, 422,
        "枚举值“{0}”没有中英文名称。", "The code “{0}” has no label in both languages.",
        "在 labels 下补上 {zh: …, en: …}。", "Add {zh: …, en: …} under labels.");

    /// <summary>A label is given for a code that the choice does not have.</summary>
    public static readonly ProblemKind LabelOfUnknownCode = Catalogue.Define(8, 422,
        "labels 中的“{0}”不在枚举值之列。", "The label “{0}” belongs to no code of the enum.",
        "把它加入 enum: 或删去。", "Add it to enum: or remove it.");

    /// <summary>A named attribute is not declared.</summary>
    public static readonly ProblemKind AttributeUnknown = Catalogue.Define(9, 422,
        "“{0}”所指的属性或字段“{1}”没有声明。", "“{0}” names the attribute or field “{1}”, which is not declared.",
        "改正名称，或声明该属性。", "Correct the name or declare the attribute.");

    /// <summary>A value in the declaration is not of the attribute's type.</summary>
    public static readonly ProblemKind ValueUnfit = Catalogue.Define(11, 422,
        "“{0}”的值“{1}”与类型 {2} 不符。", "The value “{1}” of “{0}” is not of the type {2}.",
        "按类型写值：日期用 yyyy-MM-dd，数字不带分隔符。", "Write it by the type: dates as yyyy-MM-dd, numbers without separators.");

    /// <summary>A derivation cannot be made ready.</summary>
    public static readonly ProblemKind DerivationUnfit = Catalogue.Define(12, 422,
        "“{0}”的派生规则不可用：{1}", "The derivation of “{0}” cannot be used: {2}",
        "改正 derive 下的表达式、模型或输入。", "Correct the expression, model or inputs under derive.");

    /// <summary>Derived attributes lead round in a circle.</summary>
    public static readonly ProblemKind DerivationCircle = Catalogue.Define(13, 422,
        "派生属性互相循环：{0}。", "Derived attributes lead round in a circle: {0}.",
        "断开循环：至少一个属性须来自来源。", "Break the circle: at least one attribute must come from a source.");

    /// <summary>The parent of a list is missing or leads round in a circle.</summary>
    public static readonly ProblemKind ParentUnfit = Catalogue.Define(14, 422,
        "记录表“{0}”的上级“{1}”不存在或循环。", "The parent “{1}” of list “{0}” does not exist or leads round in a circle.",
        "parent 须为同一对象类型的另一记录表。", "Let parent name another list of the same subject type.");

    /// <summary>A department or system is not on the pack's list of sources.</summary>
    public static readonly ProblemKind SourceUnknown = Catalogue.Define(16, 422,
        "来源“{0}”不在 registry/sources.yaml 之列。", "The source “{0}” is not in registry/sources.yaml.",
        "在 sources.yaml 中登记该部门或系统的中英文名称，或改正名称。", "List the department or system there with its English name, or correct the name.");

    /// <summary>The tables hold something that the declaration no longer has, or has otherwise.</summary>
    public static readonly ProblemKind TablesDiffer = Catalogue.Define(40, 409,
        "登记库现有的表与声明不一致，共{0}处。", "The registry's tables differ from the declaration at {0} places.",
        "恢复声明中的属性，或导出数据后重建登记库。", "Restore the attributes in the declaration, or export the data and make the registry anew.");

    /// <summary>A column exists that the declaration has no more.</summary>
    public static readonly ProblemKind ColumnRemoved = Catalogue.Define(41, 409,
        "表 {0} 的列 {1} 在声明中已不存在。", "Column {1} of table {0} is not declared any more.",
        "数据不会自动删除：恢复该声明，或迁移数据。", "Data are never dropped by themselves: restore the declaration or move the data.");

    /// <summary>A column has another type than the declaration.</summary>
    public static readonly ProblemKind ColumnRetyped = Catalogue.Define(42, 409,
        "表 {0} 的列 {1} 现为 {2}，声明为 {3}。", "Column {1} of table {0} was made for {2}; the declaration says {3}.",
        "恢复原类型，或以新标识声明一个新属性。", "Restore the type or declare a new attribute under a new id.");

    /// <summary>A table exists that the declaration has no more.</summary>
    public static readonly ProblemKind TableRemoved = Catalogue.Define(43, 409,
        "表 {0} 在声明中已不存在。", "Table {0} is not declared any more.",
        "数据不会自动删除：恢复该声明，或迁移数据。", "Data are never dropped by themselves: restore the declaration or move the data.");
}
