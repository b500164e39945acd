using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Books;

/// <summary>Proves the books and says what was proved, or names the first fault.</summary>
public sealed partial class VerifyPage
{
    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private VerifiedBooks? Proved { get; set; }

    private Problem? Problem { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var proved = await Pipeline.AskAsync(new VerifyBooks(), User.Context);
        Problem = proved.Problem;
        Proved = proved.IsSuccess ? proved.Value : null;
    }
}
