using System.Globalization;

namespace Wenbao.Policies.Pages.Life;

/// <summary>The addresses of the pages of a policy's life, and of what their forms post to.</summary>
internal static class LifeAddresses
{
    public const string Desk = "/policy-desk";
    public const string DoCreate = "/do/policy-drafts";

    /// <summary>The desk with a policy chosen to be copied.</summary>
    public static string Copy(string policy) => Desk + "?copy=" + Uri.EscapeDataString(policy) + "#copy";

    public static string Draft(long draft) => $"{Desk}/drafts/{Text(draft)}";

    public static string Approval(long draft) => Draft(draft) + "/approval";

    public static string File(long draft, string name) => Draft(draft) + "/files/" + Uri.EscapeDataString(name);

    public static string Example(long draft, string example) => Draft(draft) + "/examples/" + Uri.EscapeDataString(example);

    public static string Simulation(long simulation) => $"{Desk}/simulations/{Text(simulation)}";

    /// <summary>A list of a simulation, on the simulation's page.</summary>
    public static string List(long simulation, string list, long after = 0) =>
        Simulation(simulation) + "?list=" + list + (after > 0 ? "&after=" + Text(after) : "") + "#lists";

    public static string Versions(string policy) => Addresses.Policy(policy) + "/versions";

    public static string Version(string policy, string version) => Versions(policy) + "/" + Uri.EscapeDataString(version);

    /// <summary>A clause on the page of a version.</summary>
    public static string Clause(string policy, string version, string anchor) => Version(policy, version) + "#" + Addresses.ClauseId(anchor);

    public static string Compare(string policy, string? from = null, string? to = null) =>
        Addresses.Policy(policy) + "/compare" + (from is null || to is null ? "" : $"?from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}");

    public static string DoDraft(long draft, string deed) => $"{DoCreate}/{Text(draft)}/{deed}";

    public static string DoPolicy(string policy, string deed) => $"/do/policies/{Uri.EscapeDataString(policy)}/{deed}";

    public static string DoChange(long change, string deed) => $"/do/policy-changes/{Text(change)}/{deed}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
