using System.Security.Cryptography;
using System.Text;

namespace Wenbao.Policies.Packs;

/// <summary>How versions are named: by number and digest.</summary>
internal static class VersionText
{
    private const int DigestCharacters = 10;

    /// <summary>The files that decide: what else a folder holds tells people and tests, but changes no decision.</summary>
    private static readonly string[] Deciding = [PolicyFolder.PolicyFile, PolicyFolder.ParametersFile, PolicyFolder.ModelFile];

    /// <summary>The version's name, such as <c>1.1-0a1b2c3d4e</c>: equal names decide alike.</summary>
    public static string Of(VersionNumber number, PolicyFolder folder) => number + "-" + Digest(folder, Deciding)[..DigestCharacters];

    /// <summary>A digest of all files, in hexadecimal: equal digests are the same draft.</summary>
    public static string ContentDigest(PolicyFolder folder) => Digest(folder, PolicyFolder.FileNames);

    private static string Digest(PolicyFolder folder, IEnumerable<string> names)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names)
        {
            digest.AppendData(Encoding.UTF8.GetBytes(folder.TextOf(name)));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
