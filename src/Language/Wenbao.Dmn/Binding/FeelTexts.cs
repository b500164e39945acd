using Wenbao.Feel;
using Wenbao.Feel.Binding;

namespace Wenbao.Dmn;

/// <summary>Binds the FEEL texts of a model and reports what is wrong with them at their places in the XML.</summary>
internal static class FeelTexts
{
    private const string FilteredList = "filtered_list";

    public static BoundNode Bind(DmnText text, LogicScope scope, DiagnosticSink sink)
    {
        var bound = FeelEngine.Bind(text.Text, scope.Visible);
        Report(bound, () => FeelEngine.Bind(text.Text, scope.Wide), 0, text, scope, sink);
        return bound.Root;
    }

    /// <summary>Unary tests over a value that stands in a slot.</summary>
    public static BoundNode BindTests(DmnText text, BoundSlot input, LogicScope scope, DiagnosticSink sink)
    {
        var bound = FeelEngine.BindUnaryTests(text.Text, scope.Visible, input.Type, input);
        Report(bound, () => FeelEngine.BindUnaryTests(text.Text, scope.Wide, input.Type, input), 0, text, scope, sink);
        return bound.Root;
    }

    /// <summary>A filter condition over the items of a list that stands in a slot: <c>item</c> and the members of the items may be named.</summary>
    public static BoundNode BindFilter(DmnText text, BoundSlot list, LogicScope scope, DiagnosticSink sink)
    {
        var inner = scope.With(list with { Name = FilteredList });
        var filter = $"{FilteredList}[{text.Text}]";
        var bound = FeelEngine.Bind(filter, inner.Visible);
        Report(bound, () => FeelEngine.Bind(filter, inner.Wide), FilteredList.Length + 1, text, scope, sink);
        return bound.Root;
    }

    /// <summary>The allowed values of a type, over a frame of their own.</summary>
    public static AllowedValues ReadAllowedValues(DmnDefinitions model, DmnText text, FeelType type, DiagnosticSink sink)
    {
        var layout = new FrameLayout();
        var input = new BoundSlot(layout.Allocate(), "?", type, default);
        var bound = FeelEngine.BindUnaryTests(text.Text, new BindingScope(layout), type, input);
        foreach (var finding in bound.Diagnostics)
        {
            sink.Report(finding, model, text, null);
        }

        return new AllowedValuesReader().Read(bound.Root, text.Text.Trim(), layout.Size);
    }

    private static void Report(BoundExpression bound, Func<BoundExpression> bindWide, int offset, DmnText text, LogicScope scope, DiagnosticSink sink)
    {
        if (bound.Diagnostics.Count == 0)
        {
            return;
        }

        var hidden = bound.IsValid ? [] : LogicScope.HiddenIn(bindWide().Root).ToList();
        foreach (var name in hidden)
        {
            sink.Report(DmnDiagnosticKinds.RequirementMissing, scope.Model, text.Place, text.Id ?? scope.ElementId, scope.ElementName, name);
        }

        foreach (var finding in bound.Diagnostics.Where(finding => hidden.Count == 0 || finding.Severity != FeelSeverity.Error))
        {
            var start = Math.Max(0, finding.Span.Start - offset);
            sink.Report(finding with { Span = new TextSpan(start, finding.Span.Length) }, scope.Model, text, scope.ElementId);
        }
    }
}
