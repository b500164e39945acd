namespace Wenbao.Dmn;

/// <summary>Binds models: every name to a slot, every text to a FEEL tree, every reference to its element.</summary>
public static class DmnBinder
{
    /// <summary>Binds a model.</summary>
    /// <param name="definitions">The model.</param>
    /// <param name="imports">The models it imports, and theirs, by namespace; null when there are none.</param>
    /// <returns>The model ready to run, with what was found wrong; never an exception for a bad model.</returns>
    public static BoundModel Bind(DmnDefinitions definitions, IReadOnlyDictionary<string, DmnDefinitions>? imports = null)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return new GraphBinder(definitions, imports ?? new Dictionary<string, DmnDefinitions>(StringComparer.Ordinal)).Bind();
    }
}
