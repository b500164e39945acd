using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Registry;

namespace Wenbao.Synthesis;

/// <summary>Makes a synthetic district from the shapes in <c>population/</c> of a pack; the same seed and size give the same district, on any machine.</summary>
public static class PopulationGenerator
{
    private const string PlanPath = "population/population.yaml";

    /// <summary>Makes the district and hands its tables to the sink.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="registry">What the pack declares about its registry.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="size">Subjects of the leading type, 1 to the full size; null for the full size.</param>
    /// <param name="sink">Takes the tables.</param>
    /// <param name="progress">Told after each step; null for nobody.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The district, or the problem with its single findings.</returns>
    public static async Task<Result<Population>> GenerateAsync(
        Pack pack, RegistryDeclaration registry, ulong seed, int? size, IPopulationSink sink, IProgress<PopulationProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sink);
        var made = Make(pack, registry, seed, size, progress, cancel);
        if (made.IsSuccess)
        {
            foreach (var table in made.Value.Tables.Values)
            {
                await sink.WriteAsync(table, cancel).ConfigureAwait(false);
            }
        }

        return made;
    }

    /// <summary>Makes the district in memory.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="registry">What the pack declares about its registry.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="size">Subjects of the leading type, 1 to the full size; null for the full size.</param>
    /// <param name="progress">Told after each step; null for nobody.</param>
    /// <param name="cancel">Stops the work.</param>
    public static Result<Population> Make(Pack pack, RegistryDeclaration registry, ulong seed, int? size, IProgress<PopulationProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(registry);
        if (pack.Find(PlanPath) is not { } file)
        {
            return SynthesisProblems.NoPopulation.With(PlanPath);
        }

        var reader = new PackReader();
        var plan = reader.ReadYaml(file);
        var full = plan.Required("size").Int();
        if (size is < 1 || size > full)
        {
            return SynthesisProblems.SizeWrong.With(size, full);
        }

        var state = new PopulationState(seed, size is { } wanted ? (decimal)wanted / full : 1);
        var resources = new ShapeResources(pack, reader);
        var types = plan.Required("types").Items();
        var tables = new Dictionary<string, PopulationTable>(StringComparer.Ordinal);
        for (var i = 0; i < types.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var typeNode = types[i].Required("type");
            if (registry.Find(typeNode.Text()) is not { } type)
            {
                typeNode.Report(SynthesisProblems.NameUnknown, typeNode.Text());
                continue;
            }

            var documents = new List<PackNode>();
            foreach (var path in types[i].Required("files").Texts())
            {
                if (pack.Find("population/" + path) is { } part)
                {
                    documents.Add(reader.ReadYaml(part));
                }
                else
                {
                    types[i].Report(SynthesisProblems.NoPopulation, "population/" + path);
                }
            }

            if (reader.Complete(PlanPath) is { } broken)
            {
                return broken;
            }

            tables[type.Id] = new TableMaker(state, type, documents, resources, reader).Make(cancel);
            progress?.Report(new PopulationProgress(type.Id, i + 1, types.Count));
        }

        return reader.Complete(new Population(seed, size ?? full, state.Scale == 1, tables), PlanPath);
    }
}
