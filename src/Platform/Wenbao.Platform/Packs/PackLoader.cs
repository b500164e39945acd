using Wenbao.Kernel;

namespace Wenbao.Platform.Packs;

/// <summary>Opens packs. Content beyond <c>pack.yaml</c> is read by the modules it belongs to.</summary>
public static class PackLoader
{
    /// <summary>Opens the pack in a folder together with the packs it extends, which lie in sibling folders.</summary>
    /// <returns>The pack; or <see cref="PackProblems.NotAPack"/>, or <see cref="PackProblems.Defective"/> with every finding.</returns>
    public static Result<Pack> Load(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var folder = Path.GetFileName(full);
        if (!File.Exists(Path.Combine(full, "pack.yaml")))
        {
            return PackProblems.NotAPack.With(folder);
        }

        var reader = new PackReader();
        var pack = Open(full, reader, []);
        return reader.Complete(pack, folder);
    }

    private static Pack Open(string directory, PackReader reader, HashSet<string> opened)
    {
        var folder = Path.GetFileName(directory);
        var file = new PackFile("pack.yaml", Path.Combine(directory, "pack.yaml"), folder, opened.Count > 0);
        opened.Add(folder);
        var node = reader.ReadYaml(file);
        var parent = node.Optional("extends") is { } extends ? Parent(extends, directory, reader, opened) : null;
        return new Pack(Manifest(node, parent?.Manifest), directory, parent);
    }

    private static Pack? Parent(PackNode extends, string directory, PackReader reader, HashSet<string> opened)
    {
        var id = extends.Text();
        var sibling = Path.Combine(Path.GetDirectoryName(directory) ?? directory, id);
        if (opened.Contains(id))
        {
            extends.Report(PackProblems.ExtendsItself, id);
            return null;
        }

        if (id.AsSpan().IndexOfAny('/', '\\') >= 0 || !File.Exists(Path.Combine(sibling, "pack.yaml")))
        {
            extends.Report(PackProblems.ParentMissing, id);
            return null;
        }

        return Open(sibling, reader, opened);
    }

    private static PackManifest Manifest(PackNode node, PackManifest? parent) =>
        new(
            node.Required("id").Text(),
            node.Required("version").Text(),
            node.Required("title").LocalizedText(),
            node.Optional("extends")?.Text(),
            node.Optional("as_of")?.Date() ?? parent?.AsOf,
            node.Optional("time_zone") is { } zone ? Zone(zone) : parent?.TimeZone ?? TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
            node.Optional("currency")?.Text() ?? parent?.Currency ?? "CNY",
            node.Optional("district_code")?.Text(),
            node.Optional("district_name")?.LocalizedText(),
            node.Optional("synthetic_label")?.LocalizedText());

    private static TimeZoneInfo Zone(PackNode node)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(node.Text(), out var zone))
        {
            return zone;
        }

        node.Report(PackProblems.TimeZoneUnknown, node.Text());
        return TimeZoneInfo.Utc;
    }
}
