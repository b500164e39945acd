using System.Globalization;

namespace Wenbao.Policies.Pages;

/// <summary>The addresses of the pages.</summary>
internal static class Addresses
{
    public const string Library = "/policies";

    /// <summary>A policy's page, with the filter of its funnel.</summary>
    public static string Policy(string policy, SubjectFilter? filter = null) => Library + "/" + Uri.EscapeDataString(policy) + Query(filter, 1);

    /// <summary>A clause on a policy's page.</summary>
    public static string Clause(string policy, string anchor) => Policy(policy) + "#" + ClauseId(anchor);

    /// <summary>The id that a clause has on its page.</summary>
    public static string ClauseId(string anchor) => "clause-" + anchor;

    /// <summary>A page of the list of whom a policy found.</summary>
    public static string Found(string policy, SubjectFilter? filter = null, int page = 1) => Library + "/" + Uri.EscapeDataString(policy) + "/found" + Query(filter, page);

    /// <summary>A subject's page; market entities have a short address of their own.</summary>
    public static string Subject(string type, string publicId) => type == "enterprise"
        ? "/enterprise/" + Uri.EscapeDataString(publicId)
        : "/subjects/" + Uri.EscapeDataString(type) + "/" + Uri.EscapeDataString(publicId);

    private static string Query(SubjectFilter? filter, int page)
    {
        var parts = new List<string>();
        Add("town", filter?.Town);
        Add("industry", filter?.Industry);
        Add("size", filter?.Size);
        Add("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add(name + "=" + Uri.EscapeDataString(value));
            }
        }
    }
}
