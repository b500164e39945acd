using System.Globalization;
using Microsoft.AspNetCore.Http;
using Wenbao.Kernel;

namespace Wenbao.WebKit.Forms;

/// <summary>The fields that a form sent. A field that is missing or not of its kind is noted; all notes come back as one problem.</summary>
public sealed class FormFields
{
    private readonly IFormCollection form;
    private readonly RouteValueDictionaryView route;
    private readonly List<Problem> faults = [];

    internal FormFields(IFormCollection form, Microsoft.AspNetCore.Routing.RouteValueDictionary route)
    {
        this.form = form;
        this.route = new RouteValueDictionaryView(route);
    }

    /// <summary>Everything that is wrong so far.</summary>
    internal IReadOnlyList<Problem> Faults => faults;

    /// <summary>The files sent.</summary>
    public IFormFileCollection Files => form.Files;

    /// <summary>A text that must be there, trimmed.</summary>
    /// <param name="name">The field, or a part of the address such as <c>{id}</c>.</param>
    /// <param name="charactersMax">The most characters.</param>
    /// <param name="label">What people read beside the field; null for the usual label of its name.</param>
    public string Text(string name, int charactersMax = 500, LocalizedText? label = null)
    {
        var text = Raw(name);
        if (text.Length == 0)
        {
            faults.Add(FormProblems.FieldEmpty.Name(name, label));
        }
        else if (text.Length > charactersMax)
        {
            faults.Add(FormProblems.FieldTooLong.Name(name, label, charactersMax));
        }

        return text;
    }

    /// <summary>A text that may be missing; null when it is.</summary>
    public string? OptionalText(string name, int charactersMax = 500) => Raw(name).Length == 0 ? null : Text(name, charactersMax);

    /// <summary>A whole number.</summary>
    public long Number(string name)
    {
        if (long.TryParse(Raw(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Add(FormProblems.FieldWrong.Name(name, null, "123"));
        return 0;
    }

    /// <summary>An amount in yuan, with at most two decimals; separators of thousands are accepted.</summary>
    /// <param name="name">The field.</param>
    /// <param name="label">What people read beside the field; null for the usual label of its name.</param>
    public Money Amount(string name, LocalizedText? label = null)
    {
        var text = Raw(name).Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan)
            && Math.Abs(yuan) < 1_000_000_000_000m && decimal.Round(yuan, 2) == yuan)
        {
            return Money.FromYuan(yuan);
        }

        faults.Add(FormProblems.FieldWrong.Name(name, label, "1234.50"));
        return Money.Zero;
    }

    /// <summary>A day as <c>YYYY-MM-DD</c>.</summary>
    public DateOnly Day(string name)
    {
        if (DateOnly.TryParseExact(Raw(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        faults.Add(FormProblems.FieldWrong.Name(name, null, "2020-06-30"));
        return default;
    }

    /// <summary>A day that may be missing; null when it is.</summary>
    public DateOnly? OptionalDay(string name) => Raw(name).Length == 0 ? null : Day(name);

    /// <summary>Whether a box is ticked.</summary>
    public bool IsTicked(string name) => Raw(name) is "on" or "true" or "1";

    /// <summary>Every value of a field that may be chosen more than once.</summary>
    public IReadOnlyList<string> All(string name) => [.. form[name].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim())];

    internal string Raw(string name) => (route[name] ?? form[name].ToString()).Trim();

    private readonly record struct RouteValueDictionaryView(Microsoft.AspNetCore.Routing.RouteValueDictionary Values)
    {
        public string? this[string name] => Values.TryGetValue(name, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
    }
}
