using Wenbao.Kernel;

namespace Wenbao.WebKit.Forms;

/// <summary>The numbered problems of forms.</summary>
public static class FormProblems
{
    private static readonly ProblemCatalogue Catalogue = new("FRM");

    /// <summary>Some fields are wrong.</summary>
    public static readonly ProblemKind FieldsWrong = Catalogue.Define(1, 422,
        "表单有 {0} 处要改。", "{0} fields of the form need mending.",
        "返回上一页，按下面所列改好再提交。", "Go back, mend what is listed below, and send it again.");

    /// <summary>A field is empty.</summary>
    public static readonly ProblemKind FieldEmpty = Catalogue.Define(2, 422,
        "“{0}”没有填写。", "“{0}” is empty.",
        "填写后再提交。", "Fill it in and send again.");

    /// <summary>A field is not of its kind.</summary>
    public static readonly ProblemKind FieldWrong = Catalogue.Define(3, 422,
        "“{0}”的格式不对，应如 {1}。", "“{0}” is not written as it should be: like {1}.",
        "照样式改好后再提交。", "Write it like the sample and send again.");

    /// <summary>A field is too long.</summary>
    public static readonly ProblemKind FieldTooLong = Catalogue.Define(4, 422,
        "“{0}”太长，最多 {1} 字。", "“{0}” is too long: at most {1} characters.",
        "缩短后再提交。", "Shorten it and send again.");

    /// <summary>What was sent is larger than the form takes. {0} the limit in MiB.</summary>
    public static readonly ProblemKind FormTooLarge = Catalogue.Define(5, 413,
        "提交的内容太大，上限 {0} MiB。", "What was sent is too large; the limit is {0} MiB.",
        "换小一些的文件，或分几次提交。", "Send a smaller file, or several.");

    /// <summary>The form was opened in another session, or too long ago.</summary>
    public static readonly ProblemKind FormStale = Catalogue.Define(6, 400,
        "表单已失效，没有提交。", "The form is no longer valid; nothing was sent.",
        "返回上一页，刷新后重新填写。", "Go back, reload the page and fill it in again.");
}
