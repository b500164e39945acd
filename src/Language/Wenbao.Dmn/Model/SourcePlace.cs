namespace Wenbao.Dmn;

/// <summary>A place in the XML text of a model.</summary>
/// <param name="Line">The line, from 1; 0 when no place is known.</param>
/// <param name="Column">The column, from 1, in UTF-16 units; 0 when no place is known.</param>
public readonly record struct SourcePlace(int Line, int Column)
{
    /// <summary>The place of a position inside a text that starts here and was written without entities.</summary>
    /// <param name="text">The text that starts at this place.</param>
    /// <param name="position">A position in it, from 0; beyond the end means the end.</param>
    public SourcePlace Within(string text, int position)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = Math.Clamp(position, 0, text.Length);
        var line = Line;
        var column = Column;
        for (var i = 0; i < end; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                column = 1;
            }
            else
            {
                column++;
            }
        }

        return new SourcePlace(line, column);
    }

    /// <summary>Line and column as <c>12:5</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
