namespace Wenbao.Server.Web;

/// <summary>Finds the page of an address in the assemblies of the modules.</summary>
public sealed partial class Routes;
