using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Wenbao.WebKit;

/// <summary>The style sheet and icon of all pages, out of the assembly; their addresses change with their content, so browsers may keep them for ever.</summary>
public static class ThemeAssets
{
    /// <summary>The folder of the addresses.</summary>
    public const string Root = "/assets/";

    private static readonly FrozenDictionary<string, (byte[] Content, string Type, string Tag)> Files = Read();

    /// <summary>The address of a file of the theme, such as <c>wenbao.css</c>.</summary>
    public static string Address(string name) => Root + name + "?v=" + Files[name].Tag;

    internal static IResult Serve(HttpContext http, string name)
    {
        if (!Files.TryGetValue(name, out var file))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = http.Request.Query["v"] == file.Tag ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(file.Content, file.Type, entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue('"' + file.Tag + '"'));
    }

    private static FrozenDictionary<string, (byte[] Content, string Type, string Tag)> Read()
    {
        var assembly = typeof(ThemeAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith("assets/", StringComparison.Ordinal)).ToFrozenDictionary(
            n => n["assets/".Length..],
            n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                return (content, TypeOf(n), Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
            },
            StringComparer.Ordinal);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
