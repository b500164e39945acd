namespace Wenbao.Feel.Possibilities;

/// <summary>Numbers at equal distances.</summary>
internal static class Grid
{
    /// <summary>The greatest multiple of the step that is not above the number; the number itself when there is no step.</summary>
    public static decimal Down(decimal number, decimal step) => step == 0m ? number : decimal.Floor(number / step) * step;

    /// <summary>The least multiple of the step that is not below the number; the number itself when there is no step.</summary>
    public static decimal Up(decimal number, decimal step) => step == 0m ? number : decimal.Ceiling(number / step) * step;
}
