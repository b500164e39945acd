using System.Text;

namespace Wenbao.Feel.Syntax;

/// <summary>The names a text may use, so that names with spaces and operators are read by longest match. Immutable; inner scopes see outer names.</summary>
/// <remarks>Source: DMN 1.5 §10.3.1.2 (grammar rules 25 to 30 and the notes on names with spaces).</remarks>
public sealed class NameScope
{
    /// <summary>Only the built-in functions and properties.</summary>
    public static readonly NameScope Empty = new(null, BuiltinNames.Functions, BuiltinNames.Properties);

    private readonly NameScope? outer;
    private readonly Dictionary<char, List<string>> names = [];
    private readonly Dictionary<char, List<string>> members = [];

    private NameScope(NameScope? outer, IEnumerable<string> names, IEnumerable<string> members)
    {
        this.outer = outer;
        AddAll(this.names, names);
        AddAll(this.members, members);
    }

    /// <summary>The built-in names and these.</summary>
    /// <param name="names">Names of variables and functions.</param>
    public static NameScope Of(params IEnumerable<string> names) => Empty.With(names);

    /// <summary>This scope and more variables.</summary>
    public NameScope With(params IEnumerable<string> more) => new(this, more, []);

    /// <summary>This scope and more names of members, which are read behind a dot and inside filters.</summary>
    public NameScope WithMembers(IEnumerable<string> more) => new(this, [], more);

    /// <summary>This scope, more variables and more members.</summary>
    internal NameScope With(IEnumerable<string> more, IEnumerable<string> moreMembers) => new(this, more, moreMembers);

    /// <summary>This scope, a variable and the members its type has at any depth.</summary>
    public NameScope With(string name, FeelType type) => new(this, [name], MembersOf(type));

    /// <summary>White space made single and cut off at both ends: the form in which names are compared.</summary>
    public static string Normalize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var result = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (!CharacterClasses.IsSpace(character))
            {
                result.Append(character);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>The longest known name that begins at a position of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The position.</param>
    /// <param name="asMember">Whether a name behind a dot is read: only members count then.</param>
    /// <param name="name">The name found, else empty.</param>
    /// <returns>The position behind the name, or -1.</returns>
    internal int Match(string text, int start, bool asMember, out string name)
    {
        name = string.Empty;
        var best = -1;
        if (start >= text.Length)
        {
            return best;
        }

        for (var scope = this; scope is not null; scope = scope.outer)
        {
            Longest(scope.members, text, start, ref best, ref name);
            if (!asMember)
            {
                Longest(scope.names, text, start, ref best, ref name);
            }
        }

        return best;
    }

    /// <summary>Makes a name that the text itself defines known as a member, from there on.</summary>
    internal void AddMember(string name) => AddAll(members, [name]);

    internal static IEnumerable<string> MembersOf(FeelType type)
    {
        var pending = new Stack<(FeelType Type, int Depth)>([(type, 0)]);
        while (pending.TryPop(out var next))
        {
            if (next.Depth > 16)
            {
                continue;
            }

            switch (next.Type)
            {
                case ListFeelType list:
                    pending.Push((list.Item, next.Depth + 1));
                    break;
                case FunctionFeelType function:
                    pending.Push((function.Result, next.Depth + 1));
                    break;
                case ContextFeelType context:
                    foreach (var member in context.Members)
                    {
                        yield return member.Name;
                        pending.Push((member.Type, next.Depth + 1));
                    }

                    break;
            }
        }
    }

    private static void AddAll(Dictionary<char, List<string>> index, IEnumerable<string> names)
    {
        foreach (var raw in names)
        {
            var name = Normalize(raw);
            if (name.Length == 0)
            {
                continue;
            }

            if (!index.TryGetValue(name[0], out var list))
            {
                index.Add(name[0], list = []);
            }

            list.Add(name);
        }
    }

    private static void Longest(Dictionary<char, List<string>> index, string text, int start, ref int best, ref string name)
    {
        if (!index.TryGetValue(text[start], out var candidates))
        {
            return;
        }

        foreach (var candidate in candidates)
        {
            var end = MatchOne(text, start, candidate);
            if (end > best)
            {
                best = end;
                name = candidate;
            }
        }
    }

    private static int MatchOne(string text, int start, string name)
    {
        var at = start;
        foreach (var character in name)
        {
            if (character == ' ')
            {
                var before = at;
                while (at < text.Length && CharacterClasses.IsSpace(text[at]))
                {
                    at++;
                }

                if (at == before)
                {
                    return -1;
                }
            }
            else if (at < text.Length && text[at] == character)
            {
                at++;
            }
            else
            {
                return -1;
            }
        }

        var continues = at < text.Length && CharacterClasses.IsNamePart(text[at]) && CharacterClasses.IsNamePart(name[^1]);
        return continues ? -1 : at;
    }
}
