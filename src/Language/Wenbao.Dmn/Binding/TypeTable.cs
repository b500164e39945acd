using Wenbao.Feel;

namespace Wenbao.Dmn;

/// <summary>Resolves the type names of the models.</summary>
internal sealed class TypeTable(ModelSet models, DiagnosticSink sink)
{
    private static readonly Dictionary<string, FeelType> Builtin = new(StringComparer.Ordinal)
    {
        ["Any"] = FeelType.Any,
        ["Null"] = FeelType.Null,
        ["number"] = FeelType.Number,
        ["string"] = FeelType.String,
        ["boolean"] = FeelType.Boolean,
        ["date"] = FeelType.Date,
        ["time"] = FeelType.Time,
        ["date and time"] = FeelType.DateTime,
        ["dateTime"] = FeelType.DateTime,
        ["days and time duration"] = FeelType.DaysTimeDuration,
        ["dayTimeDuration"] = FeelType.DaysTimeDuration,
        ["years and months duration"] = FeelType.YearsMonthsDuration,
        ["yearMonthDuration"] = FeelType.YearsMonthsDuration,
        ["list"] = FeelType.ListOf(FeelType.Any),
        ["context"] = new SimpleFeelType(FeelKind.Context),
        ["range"] = FeelType.RangeOf(FeelType.Any),
        ["function"] = new SimpleFeelType(FeelKind.Function),
    };

    /// <summary>How long a chain of aliases and members may be.</summary>
    private const int DepthMax = 100;

    private readonly Dictionary<DmnDefinitions, Dictionary<string, DmnItemDefinition>> definitions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Model, string Name), ResolvedType> resolved = [];
    private readonly List<(string Model, string Name)> path = [];

    /// <summary>The type a model means by a name; any type, and a finding, when there is none. No name means any type.</summary>
    public ResolvedType Resolve(DmnDefinitions model, string? typeRef, SourcePlace place, string? elementId)
    {
        if (typeRef is null)
        {
            return ResolvedType.Any;
        }

        if (Find(model, typeRef) is { } type)
        {
            return type;
        }

        sink.Report(DmnDiagnosticKinds.TypeNotFound, model, place, elementId, typeRef);
        return ResolvedType.Any;
    }

    /// <summary>The type a model means by a name; null when there is none.</summary>
    public ResolvedType? Find(DmnDefinitions model, string typeRef)
    {
        if (DefinitionsOf(model).TryGetValue(typeRef, out var own))
        {
            return ResolveItem(model, own);
        }

        foreach (var import in model.Imports)
        {
            var prefix = import.Name.Length == 0 ? "" : import.Name + ".";
            if (typeRef.StartsWith(prefix, StringComparison.Ordinal)
                && models.ModelOf(import.Namespace) is { } imported
                && DefinitionsOf(imported).TryGetValue(typeRef[prefix.Length..], out var foreign))
            {
                return ResolveItem(imported, foreign);
            }
        }

        return Builtin.TryGetValue(typeRef, out var builtin) ? ResolvedType.Plain(builtin) : null;
    }

    /// <summary>Every type a model may name in its texts, for <c>instance of</c>.</summary>
    public IReadOnlyDictionary<string, FeelType> NamesIn(DmnDefinitions model)
    {
        var names = new Dictionary<string, FeelType>(StringComparer.Ordinal);
        foreach (var import in model.Imports)
        {
            if (models.ModelOf(import.Namespace) is { } imported)
            {
                foreach (var item in imported.ItemDefinitions)
                {
                    names.TryAdd(import.Name.Length == 0 ? item.Name : import.Name + "." + item.Name, ResolveItem(imported, item).Feel);
                }
            }
        }

        foreach (var item in model.ItemDefinitions)
        {
            names[item.Name] = ResolveItem(model, item).Feel;
        }

        return names;
    }

    private ResolvedType ResolveItem(DmnDefinitions model, DmnItemDefinition item)
    {
        var key = (model.Namespace, item.Name);
        if (resolved.TryGetValue(key, out var known))
        {
            return known;
        }

        var start = path.IndexOf(key);
        if (start >= 0)
        {
            sink.Report(DmnDiagnosticKinds.TypeCycle, model, item.Place, item.Id, string.Join(" → ", path.Skip(start).Append(key).Select(step => step.Name)));
            return ResolvedType.Any;
        }

        if (path.Count >= DepthMax)
        {
            sink.Report(DmnDiagnosticKinds.TypeTooLarge, model, item.Place, item.Id, item.Name, DepthMax, ResolvedType.SizeMax);
            return ResolvedType.Any;
        }

        path.Add(key);
        var type = Build(model, item);
        path.RemoveAt(path.Count - 1);
        if (type.Size > ResolvedType.SizeMax)
        {
            sink.Report(DmnDiagnosticKinds.TypeTooLarge, model, item.Place, item.Id, item.Name, DepthMax, ResolvedType.SizeMax);
            type = ResolvedType.Any;
        }

        resolved[key] = type;
        return type;
    }

    private Dictionary<string, DmnItemDefinition> DefinitionsOf(DmnDefinitions model)
    {
        if (!definitions.TryGetValue(model, out var byName))
        {
            byName = model.ItemDefinitions.DistinctBy(item => item.Name).ToDictionary(item => item.Name, StringComparer.Ordinal);
            definitions.Add(model, byName);
        }

        return byName;
    }

    private ResolvedType Build(DmnDefinitions model, DmnItemDefinition item)
    {
        var type = BuildOne(model, item);
        if (item.IsCollection)
        {
            type = Constrain(model, item.AllowedValues, type);
            type = new ResolvedType(FeelType.ListOf(type.Feel), null, [], type);
            return Constrain(model, item.TypeConstraint, type);
        }

        return Constrain(model, item.TypeConstraint, Constrain(model, item.AllowedValues, type));
    }

    private ResolvedType BuildOne(DmnDefinitions model, DmnItemDefinition item)
    {
        if (item.Components.Count > 0)
        {
            var members = item.Components.Select(component => Build(model, component)).ToList();
            var named = new List<FeelMember>();
            var kept = new List<ResolvedType>();
            for (var i = 0; i < members.Count; i++)
            {
                if (named.Exists(member => member.Name == item.Components[i].Name))
                {
                    sink.Report(DmnDiagnosticKinds.NameTwice, model, item.Components[i].Place, item.Components[i].Id, item.Components[i].Name);
                    continue;
                }

                named.Add(new FeelMember(item.Components[i].Name, members[i].Feel));
                kept.Add(members[i]);
            }

            return new ResolvedType(FeelType.ContextOf(named), null, kept, null);
        }

        if (item.Function is { } function)
        {
            var parameters = function.Parameters.Select(parameter => Resolve(model, parameter.TypeRef, parameter.Place, item.Id).Feel).ToList();
            return ResolvedType.Plain(new FunctionFeelType(parameters, Resolve(model, function.ResultTypeRef, item.Place, item.Id).Feel));
        }

        return Resolve(model, item.TypeRef, item.Place, item.Id);
    }

    private ResolvedType Constrain(DmnDefinitions model, DmnText? tests, ResolvedType type)
    {
        if (tests is null || string.IsNullOrWhiteSpace(tests.Text))
        {
            return type;
        }

        var allowed = FeelTexts.ReadAllowedValues(model, tests, type.Feel, sink);
        return type with { Allowed = allowed with { Base = type.Allowed } };
    }
}
