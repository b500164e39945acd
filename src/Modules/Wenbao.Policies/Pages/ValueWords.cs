using System.Globalization;
using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Policies.Pages.Texts;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;
using Wenbao.WebKit;

namespace Wenbao.Policies.Pages;

/// <summary>Values of inputs, parameters and steps as people read them: labels for codes, names for divisions and industries, units, days in words.</summary>
internal sealed class ValueWords(RegistryDeclaration declaration, PolicyLibrary library, DimensionNames dimensions)
{
    private const int ListItemsMax = 12;

    /// <summary>The value of an input.</summary>
    public string OfInput(Policy policy, ExplainedInput input)
    {
        if (input.Value.IsNull)
        {
            return IsMissing(policy, input) ? ReaderText.Missing : PageTexts.None;
        }

        var attribute = policy.Inputs.FirstOrDefault(i => i.Name == input.Name) is { } declared ? AttributeOf(policy, declared.Source) : null;
        return Of(input.Value, input.Unit, attribute);
    }

    /// <summary>Whether there is no value because nobody has told it; a null that means "there is none" is no missing datum.</summary>
    public static bool IsMissing(Policy policy, ExplainedInput input) =>
        input.Value.IsNull && policy.Inputs.FirstOrDefault(i => i.Name == input.Name) is { NullKind: NullKind.Unknown };

    /// <summary>The value of a parameter.</summary>
    public string OfParameter(Policy policy, PolicyParameter parameter, FeelValue value) => value.AsList() is { } list
        ? Joined([.. list.Items.ToArray().Select(item => OfParameter(policy, parameter, item))])
        : value.AsString() is { } code
            ? LabelByInputs(policy, code) ?? Of(value, parameter.Unit, null)
            : Of(value, parameter.Unit, null);

    /// <summary>The value of a field of a record.</summary>
    public string OfField(FeelValue value, RegistryAttribute? field) => Of(value, field?.Unit, field);

    /// <summary>A value with its unit.</summary>
    public string Of(FeelValue value, LocalizedText? unit, RegistryAttribute? attribute) => value.Kind switch
    {
        FeelKind.Null => ReaderText.Missing,
        FeelKind.Boolean => ReaderText.YesNo(value.IsTrue),
        FeelKind.Date => ReaderText.Day(value.AsDate()!.Value),
        FeelKind.Number => Number(value.AsNumber()!.Value, unit),
        FeelKind.String => Text(value.AsString()!, unit, attribute),
        FeelKind.List => List(value.AsList()!, attribute),
        _ => FeelText.Write(value),
    };

    /// <summary>The name of a dimension's code, such as a town's; the code itself when it has none.</summary>
    public string OfDimension(string subjectType, string dimension, string? code) => code is null ? ReaderText.Missing : dimensions.Of(subjectType, dimension, code).For();

    /// <summary>The attribute or field that an input takes its value from; null for clocks, series and the like.</summary>
    public RegistryAttribute? AttributeOf(Policy policy, InputSource source)
    {
        var type = declaration.Find(policy.Audience);
        return source switch
        {
            InputSource.Attribute attribute => AttributeAt(type, attribute.Path),
            InputSource.CaseField field => policy.Decide is DecidePlan.EachRecord records ? type?.FindList(records.List)?.FindField(field.Field) : null,
            InputSource.MonthlySum sum => type?.FindList(sum.List)?.FindField(sum.Field),
            _ => null,
        };
    }

    /// <summary>The record list that an input takes its records from; null for other inputs.</summary>
    public RecordList? ListOf(Policy policy, string input) =>
        policy.Inputs.FirstOrDefault(i => i.Name == input)?.Source is InputSource.Records records ? declaration.Find(policy.Audience)?.FindList(records.List) : null;

    private RegistryAttribute? AttributeAt(SubjectType? type, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (type is null || dot < 0)
        {
            return type?.FindAttribute(path);
        }

        var target = type.FindAttribute(path[..dot])?.Type.Target;
        return target is null ? null : declaration.Find(target)?.FindAttribute(path[(dot + 1)..]);
    }

    private static string Number(decimal number, LocalizedText? unit) => unit switch
    {
        null => ReaderText.Number(number),
        { Zh: "元" } => number.ToString("#,##0.00##", CultureInfo.InvariantCulture) + " " + unit.For(),
        { Zh: "%" or "‰" } => ReaderText.Number(number) + unit.Zh,
        _ => ReaderText.Number(number) + " " + unit.For(),
    };

    private string Text(string text, LocalizedText? unit, RegistryAttribute? attribute)
    {
        if (attribute?.Labels.TryGetValue(text, out var label) == true)
        {
            return label.For();
        }

        var tree = attribute?.Check switch
        {
            IdentifierCheck.Division => declaration.Divisions,
            IdentifierCheck.Industry => declaration.Industries,
            _ => unit?.Zh is { } zh && zh.Contains("区划", StringComparison.Ordinal) ? declaration.Divisions
                : unit?.Zh is { } industry && industry.Contains("行业", StringComparison.Ordinal) ? declaration.Industries
                : attribute is not null && IsDimension(attribute, "town") ? declaration.Divisions
                : attribute is not null && IsDimension(attribute, "industry") ? declaration.Industries
                : null,
        };
        return tree?.Find(text) is { } entry ? entry.Name.For()
            : library.Find(text) is { IsSuccess: true } policy ? policy.Value.Title.For()
            : DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? ReaderText.Month(month)
            : text;
    }

    private bool IsDimension(RegistryAttribute attribute, string dimension) =>
        declaration.SubjectTypes.Any(t => t.Dimensions.TryGetValue(dimension, out var own) && ReferenceEquals(own, attribute));

    private string List(FeelList list, RegistryAttribute? attribute) => list.Count == 0
        ? PageTexts.None
        : list[0].Kind == FeelKind.Context
            ? PageTexts.Fill(PageTexts.RecordCount, ReaderText.Count(list.Count))
            : Joined([.. list.Items.ToArray().Select(item => Of(item, null, attribute))]);

    private string? LabelByInputs(Policy policy, string code)
    {
        foreach (var input in policy.Inputs)
        {
            if (AttributeOf(policy, input.Source)?.Labels.TryGetValue(code, out var label) == true)
            {
                return label.For();
            }
        }

        return null;
    }

    private static string Joined(IReadOnlyList<string> items)
    {
        var shown = string.Join(ReaderText.IsChinese ? "、" : ", ", items.Take(ListItemsMax));
        return items.Count <= ListItemsMax ? shown : shown + PageTexts.Fill(PageTexts.AndMore, ReaderText.Count(items.Count - ListItemsMax));
    }
}
