using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Wenbao.Architecture.Tests;

/// <summary>The product's assemblies and source files.</summary>
internal static class House
{
    /// <summary>Every assembly under <c>src/</c>.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .Select(name => Assembly.Load(name == "Wenbao.Cli" ? "wenbao" : name!))
            .OrderBy(a => a.GetName().Name, StringComparer.Ordinal),
    ];

    /// <summary>Types that people wrote as C#: no components, whose access the Razor compiler chooses, no migrations, nothing a compiler made.</summary>
    public static IEnumerable<Type> WrittenTypes(Assembly assembly) => assembly.GetTypes().Where(type =>
        !typeof(IComponent).IsAssignableFrom(type)
        && type.FullName!.IndexOfAny(['<', '>']) < 0
        && type.Name is not ("Program" or "_Imports")
        && type.Namespace?.StartsWith("Wenbao.", StringComparison.Ordinal) == true
        && !type.Namespace.Contains(".Migrations.", StringComparison.Ordinal)
        && !IsMigration(type));

    /// <summary>Source files of a folder, as a path within the repository and text; nothing that a build made.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder, params string[] extensions) =>
        Files(Repository.PathOf(folder))
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Select(file => (Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllText(file)));

    private static bool IsMigration(Type type) =>
        type.GetCustomAttributes().Any(a => a.GetType().FullName is "Microsoft.EntityFrameworkCore.Migrations.MigrationAttribute")
        || type.BaseType?.FullName is "Microsoft.EntityFrameworkCore.Infrastructure.ModelSnapshot";

    private static IEnumerable<string> Files(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var below in Directory.EnumerateDirectories(folder).Where(d => Path.GetFileName(d) is not ("artifacts" or "bin" or "obj" or "data" or ".git")))
        {
            foreach (var file in Files(below))
            {
                yield return file;
            }
        }
    }
}
