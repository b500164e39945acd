using System.Globalization;
using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;

namespace Wenbao.WebKit.Controls;

/// <summary>An amount for people: in 元, 万元 or 亿元 (English: yuan, million, billion); the exact amount shows when pointed at and stands in the markup.</summary>
public sealed partial class MoneyText : ComponentBase
{
    /// <summary>The amount; null shows "none".</summary>
    [Parameter, EditorRequired]
    public Money? Value { get; set; }

    /// <summary>Whether to show the exact amount to the fen.</summary>
    [Parameter]
    public bool IsExact { get; set; }

    private static string Exact(Money money) =>
        money.Yuan.ToString("#,##0.00", CultureInfo.InvariantCulture) + (LocalizedText.IsChinese(CultureInfo.CurrentUICulture) ? " 元" : " yuan");
}
