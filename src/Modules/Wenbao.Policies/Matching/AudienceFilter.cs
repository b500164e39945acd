using Wenbao.Feel;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;
using Wenbao.Kernel;

namespace Wenbao.Policies.Matching;

/// <summary>Who is judged at all: FEEL over attribute ids.</summary>
internal sealed class AudienceFilter
{
    private readonly Func<FeelValue[], bool> predicate;
    private readonly int[] columns;
    private readonly int frameSize;

    private AudienceFilter(Func<FeelValue[], bool> predicate, int[] columns, int frameSize)
    {
        this.predicate = predicate;
        this.columns = columns;
        this.frameSize = frameSize;
    }

    /// <summary>Compiles a filter, adding the columns it reads to the scan.</summary>
    public static Result<AudienceFilter> Compile(string text, ScanColumns scan)
    {
        var layout = new FrameLayout();
        var scope = new BindingScope(layout);
        var slots = new Dictionary<int, string>();
        foreach (var attribute in scan.Type.Attributes)
        {
            slots[scope.Define(attribute.Id, attribute.Type.FeelType).Slot] = attribute.Id;
        }

        var bound = FeelEngine.Bind(FeelEngine.Parse(text, scope.Names), scope);
        if (bound.Diagnostics.FirstOrDefault(d => d.Severity == FeelSeverity.Error) is { } error)
        {
            return PolicyProblems.ModelFault.At("audience_filter", error.Zh, error.En);
        }

        var read = BoundTree.FreeSlots(bound.Root).Select(s => s.Slot).Where(slots.ContainsKey).ToList();
        var columns = new int[layout.Size];
        Array.Fill(columns, -1);
        foreach (var slot in read)
        {
            columns[slot] = scan.Column(slots[slot]);
        }

        return new AudienceFilter(FeelCompiler.CompilePredicate(bound.Root), columns, layout.Size);
    }

    /// <summary>Whether a subject with these values is judged.</summary>
    public bool Admits(FeelValue[] values)
    {
        var frame = new FeelValue[frameSize];
        for (var slot = 0; slot < columns.Length; slot++)
        {
            if (columns[slot] >= 0)
            {
                frame[slot] = values[columns[slot]];
            }
        }

        return predicate(frame);
    }
}
