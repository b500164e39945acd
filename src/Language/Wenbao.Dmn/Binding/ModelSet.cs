namespace Wenbao.Dmn;

/// <summary>A model, the models it imports and theirs, with references resolved among them.</summary>
internal sealed class ModelSet
{
    private readonly Dictionary<string, DmnDefinitions> models = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Model, string Id), DmnElement> elements = [];

    public ModelSet(DmnDefinitions main, IReadOnlyDictionary<string, DmnDefinitions> imports, DiagnosticSink sink)
    {
        Main = main;
        Add(main, imports, [], sink);
    }

    public DmnDefinitions Main { get; }

    /// <summary>All models, the main one first.</summary>
    public IEnumerable<DmnDefinitions> Models => models.Values;

    public DmnDefinitions? ModelOf(string modelNamespace) => models.GetValueOrDefault(modelNamespace);

    /// <summary>The element a reference written in a model points to; null when there is none.</summary>
    public ModelElement? Resolve(DmnDefinitions from, DmnReference reference)
    {
        var model = reference.Namespace ?? from.Namespace;
        return elements.TryGetValue((model, reference.ElementId), out var element) && models.TryGetValue(model, out var definitions)
            ? new ModelElement(definitions, element)
            : null;
    }

    /// <summary>How a model writes a name of another model: with the prefix of the import. Null when it does not import it.</summary>
    public static string? NameIn(DmnDefinitions from, DmnDefinitions owner, string name)
    {
        if (ReferenceEquals(from, owner))
        {
            return name;
        }

        var import = from.Imports.FirstOrDefault(import => import.Namespace == owner.Namespace);
        return import is null ? null : import.Name.Length == 0 ? name : import.Name + "." + name;
    }

    public static IEnumerable<DmnElement> ElementsOf(DmnDefinitions model) =>
        [.. model.InputData, .. model.BusinessKnowledgeModels, .. model.DecisionServices, .. model.Decisions];

    private void Add(DmnDefinitions model, IReadOnlyDictionary<string, DmnDefinitions> imports, List<DmnDefinitions> path, DiagnosticSink sink)
    {
        if (!models.TryAdd(model.Namespace, model))
        {
            return;
        }

        foreach (var element in ElementsOf(model))
        {
            elements.TryAdd((model.Namespace, element.Id), element);
        }

        path.Add(model);
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var import in model.Imports)
        {
            if (import.ImportType.Length > 0 && !DmnReader.Versions.ContainsKey(import.ImportType))
            {
                sink.Report(DmnDiagnosticKinds.ImportKind, model, import.Place, import.Id, import.ImportType);
                continue;
            }

            if (import.Name.Length > 0 && !prefixes.Add(import.Name))
            {
                sink.Report(DmnDiagnosticKinds.ImportPrefixTwice, model, import.Place, import.Id, import.Name);
            }

            if (path.Find(outer => outer.Namespace == import.Namespace) is { } cycle)
            {
                var circle = path.SkipWhile(outer => outer != cycle).Append(cycle).Select(outer => outer.Name);
                sink.Report(DmnDiagnosticKinds.ImportCycle, model, import.Place, import.Id, string.Join(" → ", circle));
            }
            else if (imports.TryGetValue(import.Namespace, out var imported))
            {
                Add(imported, imports, path, sink);
            }
            else
            {
                sink.Report(DmnDiagnosticKinds.ImportNotGiven, model, import.Place, import.Id, import.Namespace, import.Name);
            }
        }

        path.RemoveAt(path.Count - 1);
    }
}

/// <summary>An element together with its model.</summary>
internal sealed record ModelElement(DmnDefinitions Model, DmnElement Element);
