using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Life;

/// <summary>One example of a draft (算例): what goes in, what must come out, what does; and the two ways to mend it.</summary>
public sealed partial class ExamplePage
{
    /// <summary>The draft.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>The example's id.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private ValueWords Words { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private DraftDetail? Detail { get; set; }

    private string? Text { get; set; }

    private ExampleResult? Result { get; set; }

    private Problem? Problem { get; set; }

    private bool IsOpen => DraftDesk.Open.Contains(Detail!.Item.State) && DemoUsers.All.Any(u => u.Actor == User.Actor && u.Duties.Contains(Duty.PolicyOfficer));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var detail = await Pipeline.AskAsync(new GetDraft(Id), User.Context);
        Problem = detail.Problem;
        if (Problem is not null)
        {
            return;
        }

        Detail = detail.Value;
        Text = ExampleTexts.Find(Detail.Files[PolicyFolder.ExamplesFile], Name);
        Result = Detail.Examples.FirstOrDefault(e => e.Id == Name);
        Problem = Text is null ? PolicyLifeProblems.ExampleNotFound.At(PolicyFolder.ExamplesFile, Name) : null;
    }

    private static string LabelOf(PolicyCondition condition) => ReaderText.IsChinese ? condition.Reason.Zh : condition.EnglishLabel ?? condition.Reason.En;

    /// <summary>The inputs of the example under the names that people know.</summary>
    private IEnumerable<(string Label, string Value)> Inputs(Policy policy)
    {
        var inputs = policy.Examples.First(e => e.Id == Name).Inputs;
        foreach (var given in inputs.EnumerateObject())
        {
            var input = policy.Inputs.FirstOrDefault(i => i.Name == given.Name);
            yield return (input?.Label?.For() ?? given.Name, given.Value.ValueKind switch
            {
                JsonValueKind.Null => ReaderText.Missing,
                JsonValueKind.True => ReaderText.YesNo(true),
                JsonValueKind.False => ReaderText.YesNo(false),
                JsonValueKind.String => input is not null && Words.AttributeOf(policy, input.Source)?.Labels.TryGetValue(given.Value.GetString()!, out var word) == true ? word.For() : given.Value.GetString()!,
                JsonValueKind.Array when given.Value.GetArrayLength() == 0 => PageTexts.None,
                JsonValueKind.Array => PageTexts.Fill(PageTexts.RecordCount, ReaderText.Count(given.Value.GetArrayLength())),
                _ => given.Value.GetRawText(),
            });
        }
    }
}
