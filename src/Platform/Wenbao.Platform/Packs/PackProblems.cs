using Wenbao.Kernel;

namespace Wenbao.Platform.Packs;

/// <summary>The numbered problems of packs: everything that can be wrong with a district's files.</summary>
public static class PackProblems
{
    private static readonly ProblemCatalogue Catalogue = new("PACK");

    /// <summary>The folder is not a pack. {0} folder name.</summary>
    public static readonly ProblemKind NotAPack = Catalogue.Define(1, 404,
        "“{0}”不是数据包：文件夹中没有 pack.yaml。", "“{0}” is not a pack: the folder holds no pack.yaml.",
        "检查路径；数据包是含有 pack.yaml 的文件夹。", "Check the path; a pack is a folder that holds a pack.yaml.");

    /// <summary>The files of a pack have problems; they are in the details. {0} count.</summary>
    public static readonly ProblemKind Defective = Catalogue.Define(2, 422,
        "数据包有 {0} 处问题。", "The pack has {0} problem(s).",
        "逐条按提示修改后重新载入。", "Mend each as its line says, then load again.");

    /// <summary>The parent pack named by <c>extends</c> is missing. {0} its id.</summary>
    public static readonly ProblemKind ParentMissing = Catalogue.Define(3, 422,
        "找不到上级数据包“{0}”。", "The parent pack “{0}” is not found.",
        "把上级数据包放在同一目录下，文件夹名与 extends 相同。", "Put the parent pack beside this one, in a folder named as extends says.");

    /// <summary>Packs extend each other in a circle. {0} the id that closes it.</summary>
    public static readonly ProblemKind ExtendsItself = Catalogue.Define(4, 422,
        "数据包的 extends 形成循环：“{0}”。", "The packs extend each other in a circle at “{0}”.",
        "去掉其中一个 extends。", "Take away one of the extends.");

    /// <summary>A file that is needed is missing. {0} its relative path.</summary>
    public static readonly ProblemKind FileMissing = Catalogue.Define(5, 422,
        "缺少文件 {0}。", "The file {0} is missing.",
        "在数据包或其上级数据包中补上该文件。", "Add the file to the pack or its parent.");

    /// <summary>The text is not YAML. {0} what the reader says.</summary>
    public static readonly ProblemKind NotYaml = Catalogue.Define(6, 422,
        "不是合法的 YAML：{0}", "This is not YAML: {0}",
        "检查缩进、冒号后的空格和引号。", "Check the indentation, the blank after the colon, and the quotes.");

    /// <summary>A line is indented by a tab.</summary>
    public static readonly ProblemKind TabIndentation = Catalogue.Define(7, 422,
        "本行用制表符缩进。", "The line is indented by a tab.",
        "改用空格缩进，每级两个。", "Indent by blanks, two a level.");

    /// <summary>A key stands twice in one mapping. {0} key, {1} line of the first.</summary>
    public static readonly ProblemKind DuplicateKey = Catalogue.Define(8, 422,
        "“{0}”重复，第一次在第 {1} 行。", "“{0}” stands twice; the first is in line {1}.",
        "删去一个或改名。", "Delete or rename one of them.");

    /// <summary>A key is not known here. {0} key, {1} hint in Chinese, {2} hint in English.</summary>
    public static readonly ProblemKind UnknownKey = Catalogue.Define(9, 422,
        "此处没有“{0}”这一项。{1}", "“{0}” is not known here. {2}",
        "改成所列名称之一，或删去。", "Use one of the names listed, or delete it.");

    /// <summary>A required key or column is missing. {0} name.</summary>
    public static readonly ProblemKind KeyMissing = Catalogue.Define(10, 422,
        "缺少“{0}”。", "“{0}” is missing.",
        "补上该项。", "Add it.");

    /// <summary>A value has another shape or type than wanted. {0} what is wanted (zh), {1} what stands there, {2} what is wanted (en).</summary>
    public static readonly ProblemKind WrongType = Catalogue.Define(11, 422,
        "此处应为{0}，写的是“{1}”。", "This should be {2}, but says “{1}”.",
        "按应有的类型改写。", "Write it in the type wanted.");

    /// <summary>A value is not one of those possible. {0} value, {1} those possible.</summary>
    public static readonly ProblemKind NotAmongChoices = Catalogue.Define(12, 422,
        "“{0}”不在可选值之内：{1}。", "“{0}” is not one of: {1}.",
        "改为可选值之一。", "Use one of them.");

    /// <summary>A CSV row has another number of cells than the header. {0} cells, {1} columns.</summary>
    public static readonly ProblemKind RaggedRow = Catalogue.Define(13, 422,
        "本行有 {0} 列，表头有 {1} 列。", "The row has {0} cells, the header {1}.",
        "补齐或删去多余的列；含逗号的值用双引号括起。", "Add or remove cells; a value with a comma goes in double quotes.");

    /// <summary>A quote in a CSV file is never closed.</summary>
    public static readonly ProblemKind OpenQuote = Catalogue.Define(14, 422,
        "双引号没有闭合。", "A double quote is never closed.",
        "补上右引号；值中的双引号写两次。", "Close it; a quote inside a value is written twice.");

    /// <summary>A file is larger than a pack file may be. {0} size in MiB, {1} limit in MiB.</summary>
    public static readonly ProblemKind FileTooLarge = Catalogue.Define(15, 422,
        "文件有 {0} MiB，上限为 {1} MiB。", "The file has {0} MiB; the limit is {1} MiB.",
        "拆分文件。", "Split the file.");

    /// <summary>The text is nested deeper than allowed. {0} limit.</summary>
    public static readonly ProblemKind NestedTooDeeply = Catalogue.Define(16, 422,
        "嵌套超过 {0} 层。", "The nesting is deeper than {0} levels.",
        "减少嵌套。", "Nest less.");

    /// <summary>The file is not UTF-8 text.</summary>
    public static readonly ProblemKind NotUtf8 = Catalogue.Define(17, 422,
        "文件不是 UTF-8 文本。", "The file is not UTF-8 text.",
        "另存为 UTF-8 编码。", "Save it in UTF-8.");

    /// <summary>The time zone of the pack is not known to the machine. {0} id.</summary>
    public static readonly ProblemKind TimeZoneUnknown = Catalogue.Define(18, 422,
        "没有时区“{0}”。", "There is no time zone “{0}”.",
        "改用 IANA 时区名，如 Asia/Shanghai。", "Use an IANA name such as Asia/Shanghai.");

    /// <summary>A code list contradicts itself. {0} code, {1} reason zh, {2} reason en.</summary>
    public static readonly ProblemKind CodeListBroken = Catalogue.Define(19, 422,
        "代码“{0}”有误：{1}。", "Code “{0}” is wrong: {2}.",
        "改正代码表。", "Mend the code list.");

    /// <summary>A rule beyond single values does not hold; modules use their own kinds where a number of its own helps. {0} reason zh, {1} reason en.</summary>
    public static readonly ProblemKind RuleBroken = Catalogue.Define(20, 422,
        "{0}", "{1}", "按提示改正。", "Mend it as said.");

    /// <summary>An alias stands where aliases are not read. {0} alias.</summary>
    public static readonly ProblemKind AliasRefused = Catalogue.Define(21, 422,
        "此处不能引用锚点“{0}”。", "The alias “{0}” is not read here.",
        "把所引用的内容写全。", "Write out what it stands for.");
}
