using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>Problems of files, rows and questions.</summary>
public static partial class RegistryProblems
{
    /// <summary>There is no such file.</summary>
    public static readonly ProblemKind FileMissing = Catalogue.Define(50, 404,
        "找不到文件“{0}”。", "There is no file “{0}”.",
        "检查路径和读取权限。", "Check the path and the right to read it.");

    /// <summary>The file is larger than allowed.</summary>
    public static readonly ProblemKind FileTooLarge = Catalogue.Define(51, 413,
        "文件有 {0} MB，超过上限 {1} MB。", "The file has {0} MB; at most {1} MB are taken.",
        "拆成较小的文件分次导入。", "Split it into smaller files.");

    /// <summary>The file is empty.</summary>
    public static readonly ProblemKind FileEmpty = Catalogue.Define(52, 422,
        "文件是空的。", "The file is empty.",
        "第一行写列名，以下每行一条。", "Put the column names into the first line and one row into each line below.");

    /// <summary>The file is no table.</summary>
    public static readonly ProblemKind NotATable = Catalogue.Define(53, 422,
        "文件不是表格：{0}。", "The file is no table: {1}.",
        "另存为 CSV（UTF-8 或 GB 18030）或 XLSX 后再导入。", "Save it as CSV (UTF-8 or GB 18030) or XLSX and import that.");

    /// <summary>The text is in no known encoding.</summary>
    public static readonly ProblemKind EncodingUnknown = Catalogue.Define(54, 422,
        "文件的文字编码既不是 UTF-8 也不是 GB 18030。", "The text is neither UTF-8 nor GB 18030.",
        "另存为 UTF-8 后再导入。", "Save it as UTF-8 and import that.");

    /// <summary>Headers are wrong; the details name each.</summary>
    public static readonly ProblemKind HeadersWrong = Catalogue.Define(55, 422,
        "表头有{0}处错误，文件未导入。", "The header has {0} mistakes; nothing was imported.",
        "按明细改正列名：用属性标识或中文名。", "Correct the column names as listed: use attribute ids or names.");

    /// <summary>A header is no attribute.</summary>
    public static readonly ProblemKind HeaderUnknown = Catalogue.Define(56, 422,
        "没有名为“{0}”的列。最接近的是：{1}。", "There is no column “{0}”. The nearest are: {1}.",
        "改用所列名称之一，或删去该列。", "Use one of the names listed or remove the column.");

    /// <summary>A header stands twice.</summary>
    public static readonly ProblemKind HeaderTwice = Catalogue.Define(57, 422,
        "列“{0}”出现两次。", "Column “{0}” stands twice.",
        "只保留一列。", "Keep one of them.");

    /// <summary>The key column is missing.</summary>
    public static readonly ProblemKind KeyColumnMissing = Catalogue.Define(58, 422,
        "缺少标识列“{0}”。", "The key column “{0}” is missing.",
        "加上该列：每一行靠它对应到对象或记录。", "Add it: each row is matched to its subject or record by it.");

    /// <summary>The structure of the file is broken at a place.</summary>
    public static readonly ProblemKind FileBroken = Catalogue.Define(59, 422,
        "第{0}行起文件结构损坏（如引号未闭合）。", "From line {0} on the file is broken, as by an unclosed quotation mark.",
        "用表格软件重新另存为 CSV 或 XLSX。", "Save it again as CSV or XLSX with a spreadsheet program.");

    /// <summary>There is no such subject type.</summary>
    public static readonly ProblemKind SubjectTypeUnknown = Catalogue.Define(60, 404,
        "没有对象类型“{0}”。现有：{1}。", "There is no subject type “{0}”. There are: {1}.",
        "改用所列名称之一。", "Use one of the names listed.");

    /// <summary>There is no such record list.</summary>
    public static readonly ProblemKind ListUnknown = Catalogue.Define(61, 404,
        "对象类型“{0}”没有记录表“{1}”。现有：{2}。", "Subject type “{0}” has no list “{1}”. There are: {2}.",
        "改用所列名称之一。", "Use one of the names listed.");

    /// <summary>The row has more or fewer cells than the header.</summary>
    public static readonly ProblemKind CellCount = Catalogue.Define(70, 422,
        "该行有{0}格，表头有{1}列。", "The row has {0} cells, the header {1} columns.",
        "检查多余或缺少的分隔符和引号。", "Look for a separator or quotation mark too many or too few.");

    /// <summary>The key cell is empty.</summary>
    public static readonly ProblemKind KeyEmpty = Catalogue.Define(71, 422,
        "标识为空。", "The key is empty.",
        "填上该对象的标识。", "Fill in the subject's key.");

    /// <summary>The key stands in an earlier row of the file.</summary>
    public static readonly ProblemKind KeyTwice = Catalogue.Define(72, 422,
        "与第{0}行的标识相同。", "The key stands in line {0} already.",
        "每个标识只留一行；前一行已处理。", "Keep one row a key; the earlier one was taken.");

    /// <summary>There is no such subject and the row cannot make one.</summary>
    public static readonly ProblemKind SubjectUnknown = Catalogue.Define(73, 422,
        "登记库中没有该对象；新建还缺：{0}。", "The registry has no such subject; to make one, the row lacks: {0}.",
        "核对标识，或补上所列的必填列。", "Check the key or add the required columns listed.");

    /// <summary>The value may not be empty.</summary>
    public static readonly ProblemKind ValueMissing = Catalogue.Define(74, 422,
        "该列不能为空。", "The column may not be empty.",
        "填上值；若不想改动，请删去该列。", "Fill in a value; to leave it unchanged, remove the column.");

    /// <summary>The text is no number.</summary>
    public static readonly ProblemKind NumberUnreadable = Catalogue.Define(75, 422,
        "不是数字。", "It is no number.",
        "只写数字和小数点，如 1234.50。", "Write digits and a point only, as 1234.50.");

    /// <summary>The number has separators.</summary>
    public static readonly ProblemKind NumberWithSeparators = Catalogue.Define(76, 422,
        "数字带有千位分隔符。", "The number has thousands separators.",
        "去掉分隔符，如 1,234.50 写成 1234.50。", "Remove them: 1234.50 instead of 1,234.50.");

    /// <summary>The number has a unit or a number word.</summary>
    public static readonly ProblemKind NumberWithUnit = Catalogue.Define(77, 422,
        "数字带有单位或“万”“亿”等字样，本列单位为{0}。", "The number carries a unit or a word such as 万; the unit of this column is {1}.",
        "换算成本列的单位，只写数字，如 12万 写成 120000。", "Convert it to the column's unit and write digits only: 120000 instead of 12万.");

    /// <summary>The number is written with an exponent.</summary>
    public static readonly ProblemKind NumberWithExponent = Catalogue.Define(78, 422,
        "数字是科学计数法，可能已丢失位数。", "The number is written with an exponent and may have lost digits.",
        "把该列设为文本或数值格式，写全各位数字。", "Format the column as text or number and write all digits.");

    /// <summary>The number has too many decimals.</summary>
    public static readonly ProblemKind NumberTooFine = Catalogue.Define(79, 422,
        "小数位超过{0}位。", "The number has more than {0} decimals.",
        "按规定的小数位四舍五入后再填。", "Round it to the decimals allowed.");

    /// <summary>The number or day is out of range.</summary>
    public static readonly ProblemKind ValueOutOfRange = Catalogue.Define(80, 422,
        "值不在允许范围 {0} 至 {1} 之内。", "The value is not between {0} and {1}.",
        "核对原始资料后改正。", "Check it against the original and correct it.");

    /// <summary>The text is no day.</summary>
    public static readonly ProblemKind DateUnreadable = Catalogue.Define(81, 422,
        "不是日期，或该日期不存在。", "It is no date, or there is no such day.",
        "写成 yyyy-MM-dd，如 2020-06-30。", "Write it as yyyy-MM-dd, such as 2020-06-30.");

    /// <summary>The text is neither yes nor no.</summary>
    public static readonly ProblemKind TruthUnreadable = Catalogue.Define(82, 422,
        "不是“是”或“否”。", "It is neither yes nor no.",
        "写 是/否 或 true/false。", "Write true or false.");

    /// <summary>The text is none of the choices.</summary>
    public static readonly ProblemKind ChoiceUnknown = Catalogue.Define(83, 422,
        "不是可选值。可选：{0}。", "It is none of the choices: {0}.",
        "改用所列代码或名称之一。", "Use one of the codes or labels listed.");

    /// <summary>The credit code is not valid.</summary>
    public static readonly ProblemKind CreditCodeInvalid = Catalogue.Define(84, 422,
        "统一社会信用代码校验不通过。", "The credit code's check characters are wrong.",
        "对照营业执照核对18位代码。", "Compare all 18 characters with the business licence.");

    /// <summary>The identity number is not valid.</summary>
    public static readonly ProblemKind IdentityNumberInvalid = Catalogue.Define(85, 422,
        "公民身份号码校验不通过。", "The identity number's check digit or birth date is wrong.",
        "对照身份证核对18位号码。", "Compare all 18 characters with the identity card.");

    /// <summary>The code is not in its list.</summary>
    public static readonly ProblemKind CodeUnknown = Catalogue.Define(86, 422,
        "代码不在{0}之列。", "The code is not in the list of {1}.",
        "查代码表后改正。", "Look it up in the code list and correct it.");

    /// <summary>The text is too long.</summary>
    public static readonly ProblemKind TextTooLong = Catalogue.Define(87, 422,
        "文字超过{0}个字符。", "The text has more than {0} characters.",
        "缩短文字。", "Shorten it.");

    /// <summary>The referenced subject does not exist.</summary>
    public static readonly ProblemKind ReferenceUnknown = Catalogue.Define(88, 422,
        "所引用的对象不存在。", "The subject referred to does not exist.",
        "先导入该对象，或改正标识。", "Import that subject first or correct the id.");

    /// <summary>A newer value is recorded already.</summary>
    public static readonly ProblemKind NewerValueRecorded = Catalogue.Define(89, 422,
        "登记库已有{0}起的新值，文件日期较早。", "The registry has a newer value from {0} on; the file is of an earlier day.",
        "用较新的文件，或核对文件日期（--as-of）。", "Use a newer file or check the file's date (--as-of).");

    /// <summary>The parent record does not exist.</summary>
    public static readonly ProblemKind ParentRecordUnknown = Catalogue.Define(90, 422,
        "上级记录不存在。", "The parent record does not exist.",
        "先导入上级记录表。", "Import the parent list first.");

    /// <summary>The row names another public id than the registry has for the key, or one that belongs to another subject.</summary>
    public static readonly ProblemKind PublicIdDiffers = Catalogue.Define(91, 422,
        "该编号与登记库中同一对象的编号不符，或属于另一对象。", "The number is not the one registered for this subject, or belongs to another.",
        "核对编号与标识是否为同一对象。", "Check that number and key belong to the same subject.");

    /// <summary>There is no such subject.</summary>
    public static readonly ProblemKind SubjectNotFound = Catalogue.Define(100, 404,
        "没有标识为“{0}”的{1}。", "There is no {2} with the id “{0}”.",
        "核对标识，或按名称查找。", "Check the id or search by name.");

    /// <summary>A column asked for is neither an attribute nor leads through a reference to one.</summary>
    public static readonly ProblemKind ColumnUnknown = Catalogue.Define(101, 422,
        "对象类型“{0}”没有属性“{1}”。", "Subject type “{0}” has no attribute “{1}”.",
        "用属性标识，或“引用属性.属性”。", "Use an attribute id, or reference.attribute.");
}
