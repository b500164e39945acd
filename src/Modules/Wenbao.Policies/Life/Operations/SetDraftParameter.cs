using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Life;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Sets a parameter of a draft from a day on (设定参数): the commonest change, as a form. Values of earlier days stay, so earlier cases are judged as before.</summary>
/// <param name="Draft">The draft's number.</param>
/// <param name="Parameter">The parameter's id.</param>
/// <param name="From">The first day of the value.</param>
/// <param name="Value">The value as parameters.yaml writes it: <c>12.5</c>, <c>2020-12-31</c>, <c>P24M</c>, a text, or a list separated by commas.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record SetDraftParameter(long Draft, string Parameter, DateOnly From, string Value) : IOperation<EditedDraft>, IValidated
{
    /// <summary>The most characters of a value.</summary>
    public const int ValueCharactersMax = 2000;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        if (Value.Length > ValueCharactersMax)
        {
            yield return PolicyLifeProblems.TextTooLong.At("value", "value", ValueCharactersMax);
        }
    }
}

internal sealed class SetDraftParameterHandler(DraftDesk desk) : IOperationHandler<SetDraftParameter, EditedDraft>
{
    public async Task<Result<EditedDraft>> HandleAsync(SetDraftParameter operation, OperationSession session, CancellationToken cancel)
    {
        var found = await DraftDesk.FindOpenAsync(session, operation.Draft, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var draft = found.Value;
        var db = session.UnitOfWork.Context<PolicyLifeDb>();
        var folder = await desk.FolderAsync(db, draft.Id, cancel).ConfigureAwait(false);
        var text = ParameterForm.Set(folder.TextOf(PolicyFolder.ParametersFile), draft.Policy, operation.Parameter, operation.From, operation.Value);
        if (!text.IsSuccess)
        {
            return text.Problem!;
        }

        var note = string.Create(CultureInfo.InvariantCulture, $"{operation.Parameter} {operation.From:yyyy-MM-dd}: {operation.Value}");
        return await EditDraftFileHandler.SaveAsync(desk, session, draft, PolicyFolder.ParametersFile, text.Value, LifeEventKind.ParameterSet, note, cancel).ConfigureAwait(false);
    }
}

/// <summary>Puts a value into <c>parameters.yaml</c>, checked by the parameter's declared type.</summary>
internal static class ParameterForm
{
    /// <summary>The text with the value; or why it cannot be set.</summary>
    public static Result<string> Set(string text, string policy, string parameter, DateOnly from, string value)
    {
        var typed = Read(text, policy, parameter, value);
        return !typed.IsSuccess ? typed.Problem!
            : PolicyTexts.WithValue(text, parameter, from, typed.Value.Yaml) is { } changed ? changed
            : PolicyLifeProblems.ParametersNotReadable.At(PolicyFolder.ParametersFile);
    }

    /// <summary>The value by the parameter's type; or why it is none.</summary>
    public static Result<Feel.FeelValue> Value(string text, string policy, string parameter, string value) => Read(text, policy, parameter, value).Map(typed => typed.Value);

    private static Result<(string Yaml, Feel.FeelValue Value)> Read(string text, string policy, string parameter, string value)
    {
        if (PackYamlText.Find(text) is not { Items: not null })
        {
            return PolicyLifeProblems.ParametersNotReadable.At(PolicyFolder.ParametersFile);
        }

        if (parameter.Contains(']', StringComparison.Ordinal) || PackYamlText.Find(text, $"[id={parameter}]") is not { } declared)
        {
            return PolicyLifeProblems.ParameterNotFound.At(parameter, policy, parameter);
        }

        var type = declared.Step("type")?.Value ?? "string";
        var yaml = Yaml(value.Trim(), type);
        var reader = new PackReader(refusesAliases: true);
        var read = ParameterValue.Read(PackYaml.Read(yaml, PackFile.OfText(PolicyFolder.ParametersFile, yaml, ""), reader), type);
        if (reader.IsClean && yaml != "''")
        {
            return (yaml, read);
        }

        var (zh, en) = Wanted(type);
        return PolicyLifeProblems.ParameterValueWrong.At(parameter, parameter, zh, en, value.Length > 80 ? value[..80] : value);
    }

    private static string Yaml(string value, string type) => type == "list<string>"
        ? "[" + string.Join(", ", value.Trim('[', ']').Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(v => PackYamlText.Quote(v.Trim('\'', '"')))) + "]"
        : PackYamlText.Quote(value);

    private static (string Zh, string En) Wanted(string type) => type switch
    {
        "number" => ("数值", "a number"),
        "date" => ("日期（如 2020-06-30）", "a date such as 2020-06-30"),
        "years and months duration" => ("期间（如 P24M）", "a duration such as P24M"),
        "days and time duration" => ("期间（如 P60D）", "a duration such as P60D"),
        _ => ("文本", "a text"),
    };
}
