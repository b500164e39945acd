using System.Globalization;
using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;

namespace Wenbao.WebKit.Controls;

/// <summary>A calendar day for people: 2020年6月30日, in English 30 June 2020.</summary>
public sealed partial class DateText : ComponentBase
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>The day; null shows "none".</summary>
    [Parameter, EditorRequired]
    public DateOnly? Value { get; set; }

    private static string Shown(DateOnly day) => LocalizedText.IsChinese(CultureInfo.CurrentUICulture)
        ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
        : day.ToString("d MMMM yyyy", English);
}
