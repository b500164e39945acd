namespace Wenbao.Synthesis;

/// <summary>Which attributes follow from others: they are drawn anew when one of those is set, and keeping them keeps those.</summary>
internal sealed class Dependencies(PopulationTable table, IReadOnlyList<DerivedAttribute> derived)
{
    private readonly Dictionary<string, IReadOnlyList<string>> inputs = derived.ToDictionary(d => d.Column.Attribute.Id, d => d.From, StringComparer.Ordinal);

    /// <summary>Claims an attribute of a row, and what it follows from.</summary>
    public void Claim(string attribute, int row)
    {
        table.Claim(attribute, row);
        foreach (var input in inputs.GetValueOrDefault(attribute, []))
        {
            Claim(input, row);
        }
    }

    /// <summary>Draws the derived attributes anew after some attributes were set.</summary>
    public void Refresh(RowContext context, params ReadOnlySpan<IReadOnlyList<(PopulationColumn Column, ValueShape Shape)>> sets)
    {
        foreach (var attribute in derived)
        {
            foreach (var set in sets)
            {
                if (set.Any(s => attribute.From.Contains(s.Column.Attribute.Id)))
                {
                    attribute.Column[context.Row] = attribute.Shape.Draw(context);
                    break;
                }
            }
        }
    }

    /// <summary>Draws all derived attributes of a row anew.</summary>
    public void RefreshAll(RowContext context)
    {
        foreach (var attribute in derived)
        {
            attribute.Column[context.Row] = attribute.Shape.Draw(context);
        }
    }
}

/// <summary>An attribute that follows from others.</summary>
internal sealed record DerivedAttribute(PopulationColumn Column, ValueShape Shape, IReadOnlyList<string> From);
