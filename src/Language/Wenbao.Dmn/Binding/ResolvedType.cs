using Wenbao.Feel;

namespace Wenbao.Dmn;

/// <summary>A declared type with the constraints of its parts.</summary>
/// <param name="Feel">The FEEL type.</param>
/// <param name="Allowed">The constraint on a whole value, or null.</param>
/// <param name="Members">The members of a context, in the order of the type.</param>
/// <param name="Item">The type of a list's items, or null.</param>
internal sealed record ResolvedType(FeelType Feel, AllowedValues? Allowed, IReadOnlyList<ResolvedType> Members, ResolvedType? Item)
{
    public static readonly ResolvedType Any = Plain(FeelType.Any);

    /// <summary>The number of types it is made of, written out in full; at most a little above <see cref="SizeMax"/> times the number of members.</summary>
    public long Size { get; } = 1 + (Item?.Size ?? 0) + Members.Sum(member => member.Size);

    /// <summary>Types that would be larger are refused: a few lines can describe billions of members.</summary>
    public const int SizeMax = 10_000;

    public static ResolvedType Plain(FeelType type) => new(type, null, [], null);

    /// <summary>The first part of a conformed value its constraint does not allow; null when all are allowed.</summary>
    public (FeelValue Value, AllowedValues Allowed)? FindForbidden(FeelValue value)
    {
        if (value.IsNull)
        {
            return null;
        }

        if (Allowed is { } allowed && !allowed.Contains(value))
        {
            return (value, allowed);
        }

        if (Item is { } item && value.AsList() is { } list)
        {
            return First(list.Items, _ => item);
        }

        return Members.Count > 0 && value.AsContext() is { } context ? First(context.Values, index => index < Members.Count ? Members[index] : Any) : null;
    }

    private static (FeelValue Value, AllowedValues Allowed)? First(ReadOnlySpan<FeelValue> values, Func<int, ResolvedType> typeAt)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (typeAt(i).FindForbidden(values[i]) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
