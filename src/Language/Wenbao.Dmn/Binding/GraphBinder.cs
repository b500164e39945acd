using Wenbao.Feel;
using Wenbao.Feel.Binding;

namespace Wenbao.Dmn;

/// <summary>Binds a graph of elements: one slot an element, each element behind those it requires.</summary>
internal sealed class GraphBinder
{
    private readonly ModelSet models;
    private readonly DiagnosticSink sink;
    private readonly FrameLayout layout = new();
    private readonly TypeTable types;
    private readonly LogicBinder logic;
    private readonly BoundSlot today;
    private readonly BoundSlot now;
    private readonly Dictionary<DmnDefinitions, LogicScope> roots = [];
    private readonly Dictionary<DmnElement, BoundSlot> slots = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DmnElement, HashSet<DmnElement>> inputsOf = new(ReferenceEqualityComparer.Instance);
    private readonly List<BoundInput> inputs = [];
    private readonly List<BoundKnowledge> functions = [];
    private readonly List<BoundDecision> decisions = [];

    public GraphBinder(DmnDefinitions main, IReadOnlyDictionary<string, DmnDefinitions> imports)
    {
        sink = new DiagnosticSink();
        models = new ModelSet(main, imports, sink);
        types = new TypeTable(models, sink);
        logic = new LogicBinder(types, layout, sink);
        today = logic.Allocate("today()", FeelType.Date);
        now = logic.Allocate("now()", FeelType.DateTime);
    }

    public BoundModel Bind()
    {
        var order = new ElementOrder(models, sink);
        foreach (var input in models.Main.InputData)
        {
            BindInput(new ModelElement(models.Main, input));
        }

        foreach (var element in order.Sort(ModelSet.ElementsOf(models.Main).Select(element => new ModelElement(models.Main, element))))
        {
            ReportVariableName(element);
            switch (element.Element)
            {
                case DmnInputData when !slots.ContainsKey(element.Element):
                    BindInput(element);
                    break;
                case DmnBusinessKnowledgeModel:
                    BindKnowledge(element);
                    break;
                case DmnDecisionService:
                    BindService(element);
                    break;
                case DmnDecision decision:
                    BindDecision(element, decision);
                    break;
            }
        }

        foreach (var item in models.Main.ItemDefinitions)
        {
            types.Find(models.Main, item.Name);
        }

        return new BoundModel(layout, inputs, functions, decisions, today.Slot, now.Slot, sink.Found);
    }

    private void BindInput(ModelElement input)
    {
        var element = input.Element;
        var type = DeclaredType(input);
        var slot = logic.Allocate(element.VariableName, type.Feel);
        slots.Add(element, slot);
        var allowed = type.Allowed ?? type.Item?.Allowed;
        inputs.Add(new BoundInput(element.Id, element.VariableName, type.Feel, slot.Slot, allowed, input.Model.Namespace, IsImported(input)) { Resolved = type });
    }

    private void BindKnowledge(ModelElement knowledge)
    {
        var model = (DmnBusinessKnowledgeModel)knowledge.Element;
        var result = ResultType(knowledge);
        var self = logic.Allocate(model.VariableName, FeelType.Any);
        var scope = ScopeOf(knowledge, model.Requirements, SlotOf).With(self);
        BoundNode bound = model.Function is { } function
            ? logic.BindFunction(function, scope, result)
            : new BoundLiteral(FeelValue.Null, FeelType.Null, default);
        AddFunction(knowledge, self, CallsItself(bound, self) ? NamedInside(self, bound) : bound);
    }

    private static bool CallsItself(BoundNode function, BoundSlot self) => BoundTree.DescendantsAndSelf(function).Any(node => node is BoundSlot slot && slot.Slot == self.Slot);

    /// <summary>A function that is the entry of a context sees itself under the entry's slot.</summary>
    private static BoundContext NamedInside(BoundSlot self, BoundNode function) =>
        new([new BoundEntry(self.Name, self, function)], self with { Type = function.Type }, function.Type, default);

    /// <summary>
    /// A decision service is a function of its input data and input decisions, in this order; its decisions are bound once more over slots of its own,
    /// so that neither values from outside come in nor inner values get out. Source: DMN 1.5 §10.4.
    /// </summary>
    private void BindService(ModelElement service)
    {
        var definition = (DmnDecisionService)service.Element;
        var inside = new Dictionary<DmnElement, BoundSlot>(ReferenceEqualityComparer.Instance);
        var parameters = new List<BoundSlot>();
        foreach (var reference in definition.InputData.Concat(definition.InputDecisions))
        {
            if (Resolve(service, reference) is { } parameter)
            {
                var slot = logic.Allocate(parameter.Element.VariableName, DeclaredType(parameter).Feel);
                inside.TryAdd(parameter.Element, slot);
                parameters.Add(slot);
            }
        }

        var outputs = definition.OutputDecisions.Select(reference => Resolve(service, reference)).OfType<ModelElement>().ToList();
        var all = outputs.Concat(definition.EncapsulatedDecisions.Select(reference => Resolve(service, reference)).OfType<ModelElement>());
        var entries = new List<BoundEntry>();
        foreach (var decision in new ElementOrder(models, sink).Sort(all, inside.ContainsKey).Where(element => element.Element is DmnDecision))
        {
            var scope = ScopeOf(decision, ((DmnDecision)decision.Element).Requirements, element => SlotInside(element, inside));
            var value = BindLogic(decision, (DmnDecision)decision.Element, scope, out _);
            var slot = logic.Allocate(decision.Element.VariableName, value.Type.Kind == FeelKind.Null ? FeelType.Any : value.Type);
            inside.Add(decision.Element, slot);
            entries.Add(new BoundEntry(decision.Model.Namespace + "#" + decision.Element.Id, slot, value));
        }

        var body = new BoundContext(entries, ServiceResult(outputs, inside), FeelType.Any, default);
        var fitted = logic.Fit(body with { Type = body.Result!.Type }, ResultType(service), RootOf(service.Model), null);
        var type = new FunctionFeelType([.. parameters.Select(parameter => parameter.Type)], fitted.Type);
        AddFunction(service, logic.Allocate(definition.VariableName, type), new BoundFunctionLiteral(parameters, fitted, type, default));
    }

    private BoundNode ServiceResult(List<ModelElement> outputs, Dictionary<DmnElement, BoundSlot> inside)
    {
        if (outputs.Count == 1)
        {
            return inside[outputs[0].Element];
        }

        var entries = outputs.Select(output => inside[output.Element]).Select(slot => new BoundEntry(slot.Name, logic.Allocate(slot.Name, slot.Type), slot)).ToList();
        return new BoundContext(entries, null, FeelType.ContextOf([.. entries.Select(entry => new FeelMember(entry.Name, entry.Slot.Type))]), default);
    }

    private void BindDecision(ModelElement element, DmnDecision decision)
    {
        var scope = ScopeOf(element, decision.Requirements, SlotOf);
        var value = BindLogic(element, decision, scope, out var context);
        var slot = logic.Allocate(decision.VariableName, decision.Logic is null ? DeclaredType(element).Feel : value.Type);
        slots[decision] = slot;

        var required = decision.Requirements.Select(requirement => models.Resolve(element.Model, requirement.Target)?.Element).OfType<DmnElement>().Distinct().ToList();
        inputsOf[decision] = [.. required.OfType<DmnInputData>(), .. required.SelectMany(one => inputsOf.GetValueOrDefault(one) ?? [])];
        var written = decision.Logic as DmnContextExpression;
        decisions.Add(new BoundDecision(
            decision.Id,
            decision.VariableName,
            slot.Slot,
            value,
            slot.Type,
            [.. inputs.Where(input => inputsOf[decision].Any(one => slots[one].Slot == input.Slot)).Select(input => input.Id)],
            [.. required.OfType<DmnDecision>().Select(one => one.Id)],
            context,
            context is null ? [] : [.. written!.Entries.Where(entry => entry.Variable is not null).Select(entry => entry.Id)],
            context is null ? null : written!.Entries.LastOrDefault(entry => entry.Variable is null)?.Id,
            element.Model.Namespace,
            IsImported(element))
        {
            RequiredSlots = [.. required.OfType<DmnDecision>().Where(slots.ContainsKey).Select(one => slots[one].Slot)],
        });
    }

    private BoundNode BindLogic(ModelElement element, DmnDecision decision, LogicScope scope, out BoundContext? context)
    {
        var node = logic.Bind(decision.Logic, scope);
        context = decision.Logic is DmnContextExpression ? node as BoundContext ?? ContextUnder(node) : null;
        return logic.Fit(node, DeclaredType(element).Feel, scope, decision.Logic);
    }

    private static BoundContext? ContextUnder(BoundNode node) => node is BoundBuiltinCall { Function.Name: "conform", Arguments: [BoundContext context] } ? context : null;

    private LogicScope ScopeOf(ModelElement element, IReadOnlyList<DmnRequirement> requirements, Func<DmnElement, BoundSlot> slotOf)
    {
        var visible = new List<BoundSlot>();
        foreach (var requirement in requirements)
        {
            if (Resolve(element, requirement.Target) is not { } target)
            {
                continue;
            }

            if (ModelSet.NameIn(element.Model, target.Model, target.Element.VariableName) is { } name)
            {
                visible.Add(slotOf(target.Element) with { Name = name });
            }
            else
            {
                sink.Report(DmnDiagnosticKinds.ElementNotFound, element.Model, requirement.Target.Place, element.Element.Id, element.Element.Name, requirement.Target.ElementId);
            }
        }

        return RootOf(element.Model).For(element.Element).With(visible);
    }

    private LogicScope RootOf(DmnDefinitions model)
    {
        if (!roots.TryGetValue(model, out var root))
        {
            var known = ModelSet.ElementsOf(model).Select(element => element.VariableName)
                .Concat(model.Imports.SelectMany(import => models.ModelOf(import.Namespace) is { } imported
                    ? ModelSet.ElementsOf(imported).Select(element => import.Name.Length == 0 ? element.VariableName : import.Name + "." + element.VariableName)
                    : []));
            roots.Add(model, root = LogicScope.RootOf(model, layout, types.NamesIn(model), [today, now], [.. known.Distinct(StringComparer.Ordinal)]));
        }

        return root;
    }

    private BoundSlot SlotOf(DmnElement element)
    {
        if (!slots.TryGetValue(element, out var slot))
        {
            // Only on a circle, which is reported: the value is null.
            slot = logic.Allocate(element.VariableName, FeelType.Any);
        }

        return slot;
    }

    private BoundSlot SlotInside(DmnElement element, Dictionary<DmnElement, BoundSlot> inside)
    {
        if (inside.TryGetValue(element, out var slot))
        {
            return slot;
        }

        // Functions are the same everywhere; any other value from outside is null inside.
        return element is DmnBusinessKnowledgeModel or DmnDecisionService ? SlotOf(element) : logic.Allocate(element.VariableName, FeelType.Any);
    }

    private void AddFunction(ModelElement element, BoundSlot slot, BoundNode bound)
    {
        slots[element.Element] = slot with { Type = bound.Type };
        functions.Add(new BoundKnowledge(element.Element.Id, element.Element.VariableName, slot.Slot, bound, bound.Type, element.Model.Namespace, IsImported(element)));
    }

    private ModelElement? Resolve(ModelElement from, DmnReference reference)
    {
        var target = models.Resolve(from.Model, reference);
        if (target is null)
        {
            sink.Report(DmnDiagnosticKinds.ElementNotFound, from.Model, reference.Place, from.Element.Id, from.Element.Name, reference.ElementId);
        }

        return target;
    }

    private void ReportVariableName(ModelElement element)
    {
        if (element.Element is { Variable: { Name.Length: > 0 } variable } named && variable.Name != named.Name)
        {
            sink.Report(DmnDiagnosticKinds.VariableName, element.Model, variable.Place, named.Id, named.Name, variable.Name);
        }
    }

    private ResolvedType DeclaredType(ModelElement element) =>
        element.Element.Variable is { } variable ? types.Resolve(element.Model, variable.TypeRef, variable.Place, element.Element.Id) : ResolvedType.Any;

    /// <summary>A function's variable may be declared with the function's type or, as many tools write it, with that of the result.</summary>
    private FeelType ResultType(ModelElement element) => DeclaredType(element).Feel is var type && type is FunctionFeelType function ? function.Result : type;

    private bool IsImported(ModelElement element) => !ReferenceEquals(element.Model, models.Main);
}
