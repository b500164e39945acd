using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>The numbered problems of policies.</summary>
public static class PolicyProblems
{
    private static readonly ProblemCatalogue Catalogue = new("POL");

    /// <summary>No policy has the id.</summary>
    public static readonly ProblemKind PolicyNotFound = Catalogue.Define(1, 404,
        "没有编号为“{0}”的政策。", "There is no policy “{0}”.",
        "用 wenbao policy list 查看全部政策编号。", "See all policy ids with wenbao policy list.");

    /// <summary>No subject has the id.</summary>
    public static readonly ProblemKind SubjectNotFound = Catalogue.Define(2, 404,
        "登记库中没有“{0}”。", "The registry has no subject “{0}”.",
        "核对统一社会信用代码或对象编号。", "Check the credit code or subject number.");

    /// <summary>A policy folder is not complete or not consistent.</summary>
    public static readonly ProblemKind PolicyNotUsable = Catalogue.Define(3, 422,
        "政策“{0}”有 {1} 处错误。", "Policy “{0}” has {1} faults.",
        "逐条改正后用 wenbao policy check 再查。", "Mend each, then check again with wenbao policy check.");

    /// <summary>The decision model has an error.</summary>
    public static readonly ProblemKind ModelFault = Catalogue.Define(4, 422,
        "判定模型有错：{0}", "The decision model has a fault: {0}",
        "在 decision.dmn 中改正所指的表达式。", "Mend the expression named in decision.dmn.");

    /// <summary>The model and policy.yaml do not fit together.</summary>
    public static readonly ProblemKind ModelMismatch = Catalogue.Define(5, 422,
        "模型与 policy.yaml 不一致：{0}", "The model and policy.yaml differ: {0}",
        "使两个文件的编号一致。", "Give both files the same ids.");

    /// <summary>An input has a value of the wrong type.</summary>
    public static readonly ProblemKind WrongInput = Catalogue.Define(6, 422,
        "输入“{0}”应为{1}，实为 {2}。", "Input “{0}” should be {1}, but is {2}.",
        "按政策页所列的类型填写。", "Write it as the policy page says.");

    /// <summary>An input that may not be null is missing.</summary>
    public static readonly ProblemKind MissingInput = Catalogue.Define(7, 422,
        "缺少输入“{0}”，它不能为空。", "Input “{0}” is missing and may not be null.",
        "补上这一项。", "Supply it.");

    /// <summary>The policy has no input of that name.</summary>
    public static readonly ProblemKind UnknownInput = Catalogue.Define(8, 422,
        "政策“{0}”没有名为“{1}”的输入。", "Policy “{0}” has no input “{1}”.",
        "输入名称见该政策的 policy.yaml。", "The names of its inputs stand in the policy's policy.yaml.");

    /// <summary>A line of a case file is not a JSON object with id, policy and inputs.</summary>
    public static readonly ProblemKind BadCaseLine = Catalogue.Define(9, 422,
        "这一行不是有效的算例：{0}", "This line is no valid case: {0}",
        "每行一个 JSON 对象：{\"id\":…, \"policy\":…, \"inputs\":{…}}。", "One JSON object a line: {\"id\":…, \"policy\":…, \"inputs\":{…}}.");

    /// <summary>The model gave no amount for an eligible case.</summary>
    public static readonly ProblemKind AmountMissing = Catalogue.Define(10, 500,
        "政策“{0}”判为符合，但算不出金额。", "Policy “{0}” found the case eligible but gave no amount.",
        "请政策专员检查金额步骤。", "Ask the policy officer to check the amount's steps.");

    /// <summary>An example of a policy does not come out as expected.</summary>
    public static readonly ProblemKind ExampleFails = Catalogue.Define(11, 422,
        "算例 {0} 应得 {1}，实得 {2}。", "Example {0} should give {1} but gives {2}.",
        "改正模型，或改正算例。", "Mend the model, or the example.");

    /// <summary>The policy does not apply to subjects of this type.</summary>
    public static readonly ProblemKind OtherAudience = Catalogue.Define(12, 422,
        "政策“{0}”不面向这一类对象。", "Policy “{0}” is not for subjects of this type.",
        "选择面向该类对象的政策。", "Choose a policy for this type of subject.");

    /// <summary>An input is bound to something that the registry does not declare.</summary>
    public static readonly ProblemKind UnboundInput = Catalogue.Define(14, 422,
        "输入“{0}”取自“{1}”，登记库没有声明它。", "Input “{0}” takes its value from “{1}”, which the registry does not declare.",
        "改正 policy.yaml 的 from，或在 registry 目录中声明。", "Mend “from” in policy.yaml, or declare it in the registry folder.");

    /// <summary>The condition of a money rule cannot be understood. {0} the condition, {1} what is wrong (zh), {2} what is wrong (en).</summary>
    public static readonly ProblemKind RuleFault = Catalogue.Define(71, 422,
        "条件“{0}”有错：{1}", "The condition “{0}” has a fault: {2}",
        "用 FEEL 写，名称取本政策的输入名。", "Write it in FEEL, over the names of the policy's inputs.");

    /// <summary>A policy names something that nothing declares: a list, a field, an attribute, a fund line, a party. {0} where, {1} the name.</summary>
    public static readonly ProblemKind NameNotDeclared = Catalogue.Define(72, 422,
        "{0} 所写的“{1}”没有声明。", "“{1}”, named by {0}, is declared nowhere.",
        "改正 policy.yaml，或在 registry、funds 目录中声明。", "Mend policy.yaml, or declare it in the folders registry or funds.");

    /// <summary>A policy is settled in a way that its line does not serve. {0} settlement, {1} line, {2} kind of line.</summary>
    public static readonly ProblemKind LineUnfit = Catalogue.Define(73, 422,
        "结算方式 {0} 不能用资金科目“{1}”（{2}）。", "A policy settled as {0} cannot use the fund line “{1}” ({2}).",
        "减免（book_only）用 relief，借用（loan）用 revolving，拨付用其余种类；用 compensation 的写 pays_partially: true。",
        "Use a relief line for book_only, a revolving one for loan, the others for payments; a policy on a compensation line says pays_partially: true.");

    /// <summary>A policy pays and nobody is named who is paid. {0} policy.</summary>
    public static readonly ProblemKind PayeeMissing = Catalogue.Define(74, 422,
        "政策“{0}”要付款，但没有写收款方。", "Policy “{0}” pays, and names nobody who is paid.",
        "写 payee，不是受益主体本身的另写 payee_from。", "Write payee, and payee_from when it is not the subject itself.");

    /// <summary>Two policies do not agree on sharing events. {0} and {1} the policies.</summary>
    public static readonly ProblemKind EventsNotShared = Catalogue.Define(75, 422,
        "政策“{0}”与“{1}”的共用事件写得不一致。", "Policies “{0}” and “{1}” do not agree on the events they share.",
        "共用的双方都写 shared_with，并用同一个 group。", "Let both write shared_with, and the same group.");
}
