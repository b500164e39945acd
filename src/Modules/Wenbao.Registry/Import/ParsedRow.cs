using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>A row whose cells could all be read.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Values">One value a column of the file; meaningless where <paramref name="IsGiven"/> says no.</param>
/// <param name="IsGiven">Whether the column says something: it is taken and its cell is not masked.</param>
/// <param name="Cells">The texts, for messages.</param>
internal sealed record ParsedRow(int Line, FeelValue[] Values, bool[] IsGiven, string?[] Cells);
