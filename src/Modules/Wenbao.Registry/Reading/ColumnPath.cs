using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>A column to read: an attribute of the subject, or one of the subject that a reference leads to.</summary>
/// <param name="Path">The path as asked.</param>
/// <param name="Through">The reference; null for the subject's own attribute.</param>
/// <param name="Target">The subject type referred to; null with <paramref name="Through"/>.</param>
/// <param name="Attribute">The attribute read.</param>
internal sealed record ColumnPath(string Path, RegistryAttribute? Through, SubjectType? Target, RegistryAttribute Attribute)
{
    /// <summary>Finds what a path names.</summary>
    public static Result<ColumnPath> Find(RegistryDeclaration declaration, SubjectType type, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return type.FindAttribute(path) is { } own ? new ColumnPath(path, null, null, own) : RegistryProblems.ColumnUnknown.With(type.Id, path);
        }

        return type.FindAttribute(path[..dot]) is { Type.Target: { } targetId } through
            && declaration.Find(targetId) is { } target
            && target.FindAttribute(path[(dot + 1)..]) is { } attribute
            ? new ColumnPath(path, through, target, attribute)
            : RegistryProblems.ColumnUnknown.With(type.Id, path);
    }

    /// <summary>All paths, or the first that leads nowhere.</summary>
    public static Result<IReadOnlyList<ColumnPath>> FindAll(RegistryDeclaration declaration, SubjectType type, IReadOnlyList<string>? paths)
    {
        if (paths is null)
        {
            return (ColumnPath[])[.. type.Attributes.Select(a => new ColumnPath(a.Id, null, null, a))];
        }

        var found = new ColumnPath[paths.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var column = Find(declaration, type, paths[i]);
            if (!column.IsSuccess)
            {
                return column.Problem!;
            }

            found[i] = column.Value;
        }

        return found;
    }
}
