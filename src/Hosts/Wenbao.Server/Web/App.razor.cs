namespace Wenbao.Server.Web;

/// <summary>The document around every page. No script: every page is whole when it arrives.</summary>
public sealed partial class App;
