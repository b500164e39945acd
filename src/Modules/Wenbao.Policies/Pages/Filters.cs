namespace Wenbao.Policies.Pages;

/// <summary>Filters from addresses.</summary>
internal static class Filters
{
    /// <summary>The filter; empty parts of an address mean all.</summary>
    public static SubjectFilter Of(string? town, string? industry, string? size) => new(Given(town), Given(industry), Given(size));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
