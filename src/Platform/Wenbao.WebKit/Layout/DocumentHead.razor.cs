using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Layout;

/// <summary>What stands in the head of every page: encoding, viewport, style sheets (all served by the installation itself).</summary>
public sealed partial class DocumentHead : ComponentBase;
