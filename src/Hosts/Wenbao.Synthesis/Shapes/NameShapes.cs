using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Synthesis;

/// <summary>The words names are made of, by kind and scope (用语).</summary>
internal sealed class NameParts
{
    private const int TriesMax = 16;
    private readonly Dictionary<(string Kind, string Scope), PickShape> picks;
    private readonly HashSet<(string Kind, string Name)> avoided;

    public NameParts(IEnumerable<PackNode> rows, IEnumerable<PackNode> avoidedRows)
    {
        avoided = [.. avoidedRows.Select(r => (r.Required("kind").Text(), r.Required("value").Text()))];
        picks = rows
            .Select(r => (Kind: r.Required("kind").Text(), Scope: r.Optional("scope")?.Text() ?? "", Value: r.Required("value").Text(), Weight: r.Optional("weight")?.Decimal() ?? 1))
            .GroupBy(r => (r.Kind, r.Scope))
            .ToDictionary(g => g.Key, g => new PickShape([.. g.Select(r => ((ValueShape)new FixedShape(Datum.Of(r.Value)), (double)r.Weight))]));
    }

    /// <summary>Makes a name that is not among those to avoid, such as of people and firms the figures were spoken by or about.</summary>
    public string Make(string kind, Func<string> make)
    {
        var name = make();
        for (var tries = 1; tries < TriesMax && avoided.Contains((kind, name)); tries++)
        {
            name = make();
        }

        return name;
    }

    /// <summary>A word; null when the kind has none for the scope.</summary>
    public string? Draw(string kind, string scope, RowContext context) => picks.TryGetValue((kind, scope), out var pick) ? pick.Draw(context).Text : null;
}

/// <summary>A person's name: surname and one or, mostly, two given characters.</summary>
internal sealed class PersonNameShape(NameParts parts, ValueShape sex) : ValueShape
{
    private const double TwoCharacters = 0.85;

    public override Datum Draw(RowContext context)
    {
        var scope = sex.Draw(context).Text ?? (context.Random.Unit() < 0.5 ? "male" : "female");
        return Datum.Of(parts.Make("person", () =>
            parts.Draw("surname", "", context)
            + parts.Draw("given_char", scope, context)
            + (context.Random.Unit() < TwoCharacters ? parts.Draw("given_char", scope, context) : "")));
    }
}

/// <summary>A firm's name: region, brand, word of its industry, form of organisation.</summary>
internal sealed class FirmNameShape(NameParts parts, ValueShape industry, ValueShape kind, CodeTree industries) : ValueShape
{
    private const double ThirdCharacter = 0.15;

    public override Datum Draw(RowContext context)
    {
        var code = industry.Draw(context).Text;
        var word = code is null ? "" : parts.Draw("industry_word", code[..2], context) ?? industries.RollUp(code, 3)?.Name.Zh ?? "";
        var third = context.Random.Unit() < ThirdCharacter ? parts.Draw("brand_second", "", context) : "";
        var brand = parts.Make("brand", () => parts.Draw("brand_first", "", context) + parts.Draw("brand_second", "", context));
        return Datum.Of(parts.Draw("region_prefix", "", context) + brand + third + word
            + parts.Draw("org_form", kind.Draw(context).Written, context));
    }
}

/// <summary>A class of an industrial division or group, drawn evenly under the codes that were drawn by weight.</summary>
internal sealed class ClassUnderShape : ValueShape
{
    private readonly ValueShape code;
    private readonly Dictionary<string, Datum[]> classes = new(StringComparer.Ordinal);

    public ClassUnderShape(ValueShape code, CodeTree tree, IEnumerable<string> codes)
    {
        this.code = code;
        foreach (var c in codes)
        {
            classes[c] = [.. Leaves(tree, c).Order(StringComparer.Ordinal).Select(l => Datum.Of(l))];
        }
    }

    public override Datum Draw(RowContext context)
    {
        var under = classes[code.Draw(context).Written];
        return under[context.Random.Between(0, under.Length - 1)];
    }

    private static IEnumerable<string> Leaves(CodeTree tree, string code)
    {
        var children = tree.ChildrenOf(code).ToList();
        return children.Count == 0 ? [code] : children.SelectMany(c => Leaves(tree, c.Code));
    }
}

/// <summary>The entry of a level above a code, such as the section of a class.</summary>
internal sealed class AncestorShape(ValueShape code, CodeTree tree, int level) : ValueShape
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Datum> known = new(StringComparer.Ordinal);

    public override Datum Draw(RowContext context) =>
        code.Draw(context).Text is { } text ? known.GetOrAdd(text, t => Datum.Of(tree.RollUp(t, level)?.Code)) : Datum.Null;
}

/// <summary>A credit code with right check characters; its body starts with <c>Y</c>, which no real one does.</summary>
/// <remarks>Source: GB 32100-2015; the body from the row's number, so that no two rows share one.</remarks>
internal sealed class CreditCodeShape(ValueShape prefix) : ValueShape
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const long Bodies = 31L * 31 * 31 * 31 * 31 * 31 * 31;
    private const long Stride = 11_400_714_819L;

    public override Datum Draw(RowContext context)
    {
        Span<char> code = stackalloc char[18];
        var start = prefix.Draw(context).Written;
        if (start.Length != 8)
        {
            return Datum.Null;
        }

        start.CopyTo(code);
        code[8] = 'Y';
        var body = (long)((UInt128)(ulong)(context.Row + 1) * (UInt128)Stride % (UInt128)Bodies);
        for (var i = 15; i > 8; i--, body /= 31)
        {
            code[i] = Alphabet[(int)(body % 31)];
        }

        code[16] = OrganisationCode.CheckCharacter(code.Slice(8, 8))!.Value;
        if (CreditCode.CheckCharacter(code[..17]) is not { } check)
        {
            return Datum.Null;
        }

        code[17] = check;
        return Datum.Of(new string(code));
    }
}

/// <summary>A size class by several measures, each graded by its own thresholds; the lowest grade counts (划型).</summary>
internal sealed class GradeShape(
    ValueShape code, IReadOnlyDictionary<string, string?> groups, CodeTree tree, IReadOnlyDictionary<string, IReadOnlyList<GradeMeasure>> measures, IReadOnlyList<string> grades) : ValueShape
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    public override Datum Draw(RowContext context)
    {
        if (code.Draw(context).Text is not { } text)
        {
            return Datum.Null;
        }

        var group = known.GetOrAdd(text, Group);
        if (group.Length == 0 || !measures.TryGetValue(group, out var used))
        {
            return Datum.Null;
        }

        var (lowest, missing) = (0, false);
        foreach (var measure in used)
        {
            var value = measure.Of.Draw(context);
            missing |= value.IsNull;
            lowest = value.IsNull ? lowest : Math.Max(lowest, measure.Grade(value.Number));
        }

        return lowest == grades.Count - 1 || !missing ? Datum.Of(grades[lowest]) : Datum.Null;
    }

    private string Group(string text)
    {
        for (var length = text.Length; length > 0; length--)
        {
            if (groups.TryGetValue(text[..length], out var group))
            {
                return group ?? "";
            }
        }

        return tree.RollUp(text, 1) is { } top && groups.TryGetValue(top.Code, out var byTop) ? byTop ?? "" : "";
    }
}

/// <summary>One measure of a <see cref="GradeShape"/>.</summary>
/// <param name="Of">The measured value.</param>
/// <param name="Minima">The least value of each grade but the last, highest grade first.</param>
internal sealed record GradeMeasure(ValueShape Of, IReadOnlyList<decimal> Minima)
{
    /// <summary>The grade of a value, 0 for the highest.</summary>
    public int Grade(decimal value)
    {
        for (var i = 0; i < Minima.Count; i++)
        {
            if (value >= Minima[i])
            {
                return i;
            }
        }

        return Minima.Count;
    }
}

/// <summary>Identity numbers with right check digits for a whole table, unique by birth date and sex.</summary>
/// <remarks>Source: GB 11643-1999. The area code is one that belongs to no area, so no number is anyone's.</remarks>
internal static class IdentityNumbers
{
    /// <summary>Gives every row its number; rows without a birth date get one of a fixed day.</summary>
    public static void Assign(PopulationColumn target, PopulationColumn birthDate, PopulationColumn sex, string area, int rows)
    {
        var used = new Dictionary<(long Day, bool Male), int>();
        Span<char> code = stackalloc char[18];
        for (var row = 0; row < rows; row++)
        {
            var day = birthDate.StoredAt(row) ?? new DateOnly(1970, 1, 1).DayNumber;
            var male = sex[row].Text != "female";
            var count = used.GetValueOrDefault((day, male));
            used[(day, male)] = count + 1;
            area.CopyTo(code);
            DateOnly.FromDayNumber((int)day).TryFormat(code[6..], out _, "yyyyMMdd", CultureInfo.InvariantCulture);
            var sequence = male ? 2 * count + 1 : 2 * count + 2;
            sequence.TryFormat(code[14..], out _, "D3", CultureInfo.InvariantCulture);
            code[17] = IdentityNumber.CheckCharacter(code[..17]) ?? '0';
            target[row] = Datum.Of(new string(code));
        }
    }
}
