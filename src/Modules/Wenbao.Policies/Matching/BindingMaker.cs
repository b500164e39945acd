using Wenbao.Platform.Packs;
using Wenbao.Policies.Deciding;
using Wenbao.Registry;

namespace Wenbao.Policies.Matching;

/// <summary>What surrounds the registry's data: published series and the calendar of school terms.</summary>
/// <param name="Series">The series.</param>
/// <param name="TermStarts">First days of school terms, earliest first.</param>
internal sealed record PolicySurroundings(IReadOnlyDictionary<string, MonthlySeries> Series, IReadOnlyList<DateOnly> TermStarts)
{
    /// <summary>The first day of the last term that has begun on a day; null before the first.</summary>
    public DateOnly? TermStartOf(DateOnly day)
    {
        DateOnly? start = null;
        foreach (var candidate in TermStarts)
        {
            start = candidate <= day ? candidate : start;
        }

        return start;
    }
}

/// <summary>Makes the binding of one input from its declared source.</summary>
internal sealed class BindingMaker(DecisionProgram program, int input, ScanColumns scan, RecordList? judged, PolicySurroundings surroundings, MemoryKind memory)
{
    /// <summary>The binding; null when the source names something that the registry does not declare.</summary>
    public InputBinding? Make()
    {
        var policy = program.Policy;
        return policy.Inputs[input].Source switch
        {
            InputSource.EvaluationDate => new EvaluationDateBinding(),
            InputSource.EvaluationMonth => new EvaluationMonthBinding(),
            InputSource.TermStart => new TermStartBinding(surroundings),
            InputSource.Attribute attribute => scan.Column(attribute.Path) is >= 0 and var column ? new ColumnBinding(column) : null,
            InputSource.Records records => Records(records),
            InputSource.MonthlySum sum => MonthlySum(sum),
            InputSource.CaseField field => judged?.Shape.IndexOf(field.Field) is >= 0 and var position ? new RecordFieldBinding(position) : null,
            InputSource.Series series => Series(series),
            InputSource.Granted when Links(policy.Links) is not { } links => null,
            InputSource.Granted when memory == MemoryKind.Granted => new RegisteredGrantsBinding(policy, Links(policy.Links)!),
            InputSource.Granted => new GrantedBinding(policy, memory == MemoryKind.Found),
            InputSource.GrantedValues values when !policy.Inputs.Any(i => i.Name == values.Input && i.Type.Kind is InputKind.Code or InputKind.Text) => null,
            InputSource.GrantedSame same when !same.Fields.All(Entitlements.CaseKeys.FieldsOf(policy).Contains) => null,
            InputSource.GrantedValues values => memory == MemoryKind.Granted ? new GrantedValuesBinding(policy.Id, values) : new StartBinding(values.Start),
            InputSource.GrantedSame same => memory == MemoryKind.Granted ? new GrantedSameBinding(policy, same) : new StartBinding(same.Start),
            InputSource.GrantedLinked linked => Links([linked.Link]) is not [var column] ? null : memory == MemoryKind.Granted ? new GrantedLinkedBinding(policy, column) : new StartBinding(linked.Start),
            InputSource.Accumulated accumulated => new AccumulatedBinding(policy.Id, accumulated),
            InputSource.Balance { LessStep: null } balance when memory == MemoryKind.Granted => new FundBinding(balance),
            InputSource.Balance balance => new BalanceBinding(policy.Id, balance),
            _ => null,
        };
    }

    /// <summary>The links with their columns; null when an attribute is not declared.</summary>
    private List<LinkColumn>? Links(IReadOnlyList<PolicyLink> links)
    {
        var columns = links.Select(l => new LinkColumn(l, l.Kind == PolicyLinkKind.Refers ? scan.Column(l.Attribute) : -1)).ToList();
        return columns.All(c => IsDeclared(c.Link)) ? columns : null;
    }

    private bool IsDeclared(PolicyLink link) => link.Kind switch
    {
        PolicyLinkKind.Refers => scan.TargetOf(link.Attribute) is not null,
        PolicyLinkKind.ReferredBy => scan.ReferringAt(link.Attribute) is not null,
        _ => judged is not null && link.Fields.Count > 0 && link.Fields.All(Entitlements.CaseKeys.FieldsOf(program.Policy).Contains),
    };

    private InputBinding? Series(InputSource.Series source)
    {
        if (!surroundings.Series.TryGetValue(source.Column, out var series))
        {
            return null;
        }

        return source.OnField is null ? new MonthlySeriesBinding(series)
            : judged?.Shape.IndexOf(source.OnField) is >= 0 and var position ? new PublishedSeriesBinding(series, position)
            : null;
    }

    private InputBinding? Records(InputSource.Records source)
    {
        if (program.Model.RecordShapes[input] is not { } shape)
        {
            return null;
        }

        if (judged?.Children.FirstOrDefault(c => c.Id == source.List) is { } child)
        {
            return RecordLayout.Between(child, shape, source.FieldNames, out _) is { } childLayout
                ? new ChildListBinding(judged.Shape.IndexOf(child.Id), childLayout)
                : null;
        }

        var list = scan.List(source.List);
        if (list < 0 || RecordLayout.Between(scan.Lists[list], shape, source.FieldNames, out _) is not { } layout)
        {
            return null;
        }

        return memory == MemoryKind.Granted && program.Policy.EventKey is { IsJudgedRecord: false } key && key.Record == source.List
            ? new FreeRecordsBinding(list, layout)
            : new ListBinding(list, layout);
    }

    private MonthlySumBinding? MonthlySum(InputSource.MonthlySum source)
    {
        var list = scan.List(source.List);
        if (list < 0)
        {
            return null;
        }

        var shape = scan.Lists[list].Shape;
        var (month, value) = (shape.IndexOf(source.MonthField), shape.IndexOf(source.Field));
        return month >= 0 && value >= 0 ? new MonthlySumBinding(list, month, value, source.Otherwise) : null;
    }
}
