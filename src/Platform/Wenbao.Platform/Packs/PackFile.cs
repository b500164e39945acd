namespace Wenbao.Platform.Packs;

/// <summary>One file of a pack, found by its relative path.</summary>
/// <param name="RelativePath">The path within its pack with forward slashes, such as <c>registry/enterprise.yaml</c>.</param>
/// <param name="FullPath">The path on this machine.</param>
/// <param name="Origin">The id of the pack that holds the file: the pack asked, or the parent it was inherited from.</param>
/// <param name="IsInherited">Whether it comes from a parent.</param>
public sealed record PackFile(string RelativePath, string FullPath, string Origin, bool IsInherited)
{
    /// <summary>The path as problems show it: relative, with the parent's id in front when inherited, such as <c>cn/models/sme-size.dmn</c>.</summary>
    public string Display => IsInherited ? Origin + "/" + RelativePath : RelativePath;

    /// <summary>The content of a file that lies on no disk, such as a draft; null for one that does.</summary>
    public string? Content { get; private init; }

    /// <summary>A file that lies on no disk.</summary>
    /// <param name="relativePath">The path that problems show.</param>
    /// <param name="content">Its text.</param>
    /// <param name="origin">The id of the pack it belongs to.</param>
    public static PackFile OfText(string relativePath, string content, string origin) => new(relativePath, "", origin, IsInherited: false) { Content = content };

    /// <summary>The whole content as text in UTF-8.</summary>
    /// <exception cref="IOException">The disk fails.</exception>
    public string ReadText() => Content ?? File.ReadAllText(FullPath, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: false));

    /// <summary>The content as a stream; the caller disposes it.</summary>
    public Stream OpenRead() => Content is null ? File.OpenRead(FullPath) : new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Content), writable: false);
}
