using Microsoft.AspNetCore.Components;
using Wenbao.Funds;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>The facts of an entitlement, on its page and on the decision page.</summary>
public sealed partial class EntitlementFacts
{
    /// <summary>The entitlement.</summary>
    [Parameter, EditorRequired]
    public EntitlementDetail Detail { get; set; } = null!;

    [Inject]
    private FundLines Lines { get; set; } = null!;

    private string LineName(string line) => Lines.Find(line)?.Name.For() ?? line;
}
