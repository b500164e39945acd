namespace Wenbao.Dmn;

/// <summary>Sorts elements so that each stands behind those it requires; circles are reported and cut.</summary>
internal sealed class ElementOrder(ModelSet models, DiagnosticSink sink)
{
    private enum Progress
    {
        Entered,
        Done,
    }

    /// <summary>The elements and all they require.</summary>
    /// <param name="starts">Where to start.</param>
    /// <param name="isGiven">Elements that are neither visited nor part of the result.</param>
    public IReadOnlyList<ModelElement> Sort(IEnumerable<ModelElement> starts, Func<DmnElement, bool>? isGiven = null)
    {
        var progress = new Dictionary<DmnElement, Progress>(ReferenceEqualityComparer.Instance);
        var sorted = new List<ModelElement>();
        foreach (var start in starts)
        {
            Visit(start, progress, sorted, isGiven ?? (_ => false));
        }

        return sorted;
    }

    /// <summary>Walks with a stack of its own: chains of decisions may be longer than the call stack is deep.</summary>
    private void Visit(ModelElement start, Dictionary<DmnElement, Progress> progress, List<ModelElement> sorted, Func<DmnElement, bool> isGiven)
    {
        if (isGiven(start.Element) || !progress.TryAdd(start.Element, Progress.Entered))
        {
            return;
        }

        var path = new List<(ModelElement Element, Queue<ModelElement> Ahead)> { (start, Ahead(start)) };
        while (path.Count > 0)
        {
            var (element, ahead) = path[^1];
            if (!ahead.TryDequeue(out var next))
            {
                progress[element.Element] = Progress.Done;
                sorted.Add(element);
                path.RemoveAt(path.Count - 1);
            }
            else if (isGiven(next.Element) || progress.GetValueOrDefault(next.Element, Progress.Entered) == Progress.Done)
            {
                continue;
            }
            else if (progress.TryAdd(next.Element, Progress.Entered))
            {
                path.Add((next, Ahead(next)));
            }
            else if (!ReferenceEquals(next.Element, element.Element) || next.Element is not DmnBusinessKnowledgeModel)
            {
                ReportCircle(path.Select(step => step.Element), next, element);
            }
        }
    }

    private void ReportCircle(IEnumerable<ModelElement> path, ModelElement closing, ModelElement from)
    {
        var circle = path.SkipWhile(step => !ReferenceEquals(step.Element, closing.Element)).Append(closing).Select(step => step.Element.Name);
        sink.Report(DmnDiagnosticKinds.RequirementCycle, from.Model, from.Element.Place, from.Element.Id, string.Join(" → ", circle));
    }

    private Queue<ModelElement> Ahead(ModelElement element)
    {
        IEnumerable<DmnReference> references = element.Element switch
        {
            DmnDecision decision => decision.Requirements.Select(requirement => requirement.Target),
            DmnBusinessKnowledgeModel knowledge => knowledge.Requirements.Select(requirement => requirement.Target),
            DmnDecisionService service => KnowledgeInside(element.Model, service),
            _ => [],
        };
        return new Queue<ModelElement>(references.Select(reference => models.Resolve(element.Model, reference)).OfType<ModelElement>());
    }

    /// <summary>A service binds its decisions for itself; only the functions they call must stand before it.</summary>
    private IEnumerable<DmnReference> KnowledgeInside(DmnDefinitions model, DmnDecisionService service)
    {
        var given = service.InputDecisions.Select(reference => models.Resolve(model, reference)?.Element).OfType<DmnElement>().ToHashSet<DmnElement>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(DmnDefinitions Model, DmnReference Reference)>(service.OutputDecisions.Concat(service.EncapsulatedDecisions).Select(reference => (model, reference)));
        var seen = new HashSet<DmnElement>(ReferenceEqualityComparer.Instance);
        while (pending.TryPop(out var next))
        {
            var target = models.Resolve(next.Model, next.Reference);
            if (target?.Element is not DmnDecision decision || given.Contains(decision) || !seen.Add(decision))
            {
                continue;
            }

            foreach (var requirement in decision.Requirements)
            {
                if (requirement.Kind == DmnRequirementKind.Knowledge)
                {
                    yield return requirement.Target with { Namespace = requirement.Target.Namespace ?? target.Model.Namespace };
                }
                else
                {
                    pending.Push((target.Model, requirement.Target));
                }
            }
        }
    }
}
