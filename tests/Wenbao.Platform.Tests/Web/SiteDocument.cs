using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Wenbao.WebKit.Controls;
using Wenbao.WebKit.Layout;

namespace Wenbao.Platform.Tests.Web;

/// <summary>The page at the top of the test site, without any markup of its own: the layout around one heading.</summary>
public sealed class SiteDocument : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "html");
        builder.OpenElement(1, "head");
        builder.OpenComponent<DocumentHead>(2);
        builder.CloseComponent();
        builder.OpenComponent<HeadOutlet>(3);
        builder.CloseComponent();
        builder.CloseElement();
        builder.OpenElement(4, "body");
        builder.OpenComponent<LayoutView>(5);
        builder.AddComponentParameter(6, nameof(LayoutView.Layout), typeof(MainLayout));
        builder.AddComponentParameter(7, nameof(LayoutView.ChildContent), (RenderFragment)(content =>
        {
            content.OpenComponent<PageHeader>(0);
            content.AddComponentParameter(1, nameof(PageHeader.Title), "T");
            content.CloseComponent();
        }));
        builder.CloseComponent();
        builder.CloseElement();
        builder.CloseElement();
    }
}

/// <summary>Gives the document an address.</summary>
[Route("/")]
public sealed class SitePage : ComponentBase;
