using System.Text;

namespace Wenbao.Platform.Data;

/// <summary>Names as databases and packs write them.</summary>
public static class SnakeCase
{
    /// <summary>The name in lower case with underscores: <c>RecordedAt</c> becomes <c>recorded_at</c>, <c>HTTPStatus2</c> <c>http_status2</c>.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsUpper(c) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }
}
