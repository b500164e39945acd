using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.WebKit;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>The worked examples of a policy with what they must come to.</summary>
public sealed partial class ExampleList
{
    /// <summary>The policy.</summary>
    [Parameter, EditorRequired]
    public Policy Policy { get; set; } = null!;

    private static string AmountOf(PolicyExample example) =>
        example.Expected.Outcome == Outcome.Eligible ? ReaderText.Exact(Money.Round(example.Expected.AmountYuan)) : "—";
}
