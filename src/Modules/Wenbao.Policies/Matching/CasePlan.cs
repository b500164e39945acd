using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Policies.Deciding;
using Wenbao.Registry;

namespace Wenbao.Policies.Matching;

/// <summary>How the cases of one policy come out of a subject: which there are, on which dates, and what fills each input.</summary>
internal sealed class CasePlan
{
    private readonly InputBinding[] bindings;
    private readonly int[] needed;
    private readonly RecordList? judged;
    private readonly PolicySurroundings surroundings;
    private readonly int recordList;
    private readonly int dateField;

    private CasePlan(DecisionProgram program, InputBinding[] bindings, RecordList? judged, int recordList, int dateField, AudienceFilter? filter, PolicySurroundings surroundings)
    {
        Program = program;
        Filter = filter;
        this.bindings = bindings;
        this.judged = judged;
        this.surroundings = surroundings;
        this.recordList = recordList;
        this.dateField = dateField;
        needed = [.. program.Policy.Inputs.Select((input, i) => (input, i)).Where(x => x.input.NeedsRecord && bindings[x.i] is ColumnBinding).Select(x => x.i)];
        KeepsMemory = program.Policy.Inputs.Any(i => i.Source.TellsOfGrants);
    }

    /// <summary>The program that decides the cases.</summary>
    public DecisionProgram Program { get; }

    /// <summary>Who is judged at all, over the columns of the scan; null when everyone is.</summary>
    public AudienceFilter? Filter { get; }

    /// <summary>Whether earlier cases of the subject matter to later ones.</summary>
    public bool KeepsMemory { get; }

    /// <summary>The key of a case; see <see cref="Entitlements.CaseKeys"/>.</summary>
    public string KeyOf(in CaseContext at) =>
        Entitlements.CaseKeys.Of(Program.Policy, judged, at.EvaluationDate, at.Record, surroundings.TermStartOf(at.EvaluationDate)) ?? Entitlements.CaseKeys.OfInputs(Program.Policy, ReadInputs(at));

    /// <summary>The inputs of a case, used by the model or not, in the policy's order.</summary>
    public FeelValue[] ReadInputs(in CaseContext at)
    {
        var values = new FeelValue[bindings.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = bindings[i].Read(at);
        }

        return values;
    }

    /// <summary>The lines of money whose balance an input asks for, and whether it is the subject's outstanding use.</summary>
    public IReadOnlyList<(string Line, bool AsksOutstanding)> FundsAsked => [.. bindings.OfType<FundBinding>().Select(b => (b.Line, b.AsksOutstanding))];

    /// <summary>The position of the input that leaves out used records, or -1.</summary>
    public int FreeRecordsInput => Array.FindIndex(bindings, b => b is FreeRecordsBinding);

    /// <summary>The list of the scan that that input reads, or -1.</summary>
    public int FreeRecordsList => bindings.OfType<FreeRecordsBinding>().Select(b => b.List).DefaultIfEmpty(-1).First();

    /// <summary>The list judged record by record; -1 when the subject itself is judged.</summary>
    public int RecordList => recordList;

    /// <summary>Makes the plan, adding what it reads to the scan.</summary>
    public static Result<CasePlan> Make(DecisionProgram program, ScanColumns scan, PolicySurroundings surroundings, MemoryKind memory)
    {
        var policy = program.Policy;
        RecordList? judged = null;
        var listIndex = -1;
        var dateField = -1;
        if (policy.Decide is DecidePlan.EachRecord each)
        {
            listIndex = scan.List(each.List);
            judged = listIndex < 0 ? null : scan.Lists[listIndex];
            dateField = judged?.Shape.IndexOf(each.DateField) ?? -1;
            if (dateField < 0)
            {
                return PolicyProblems.UnboundInput.At(policy.Id, "decide", each.List + "." + each.DateField);
            }
        }

        var bindings = new InputBinding[policy.Inputs.Count];
        for (var i = 0; i < bindings.Length; i++)
        {
            var input = policy.Inputs[i];
            var made = new BindingMaker(program, i, scan, judged, surroundings, memory).Make();
            if (made is null)
            {
                return PolicyProblems.UnboundInput.At(policy.Id, input.Name, input.Source.Named);
            }

            bindings[i] = made;
        }

        if (policy.AudienceFilter is not { } text)
        {
            return new CasePlan(program, bindings, judged, listIndex, dateField, null, surroundings);
        }

        var filter = AudienceFilter.Compile(text, scan);
        return filter.Map(executable => new CasePlan(program, bindings, judged, listIndex, dateField, executable, surroundings));
    }

    /// <summary>The evaluation dates and records of a subject's cases as of a day, earliest first, within the policy's validity and the calendar year.</summary>
    public void Collect(FeelList?[] lists, DateOnly asOf, List<(DateOnly On, FeelContext? Record)> cases)
    {
        cases.Clear();
        var policy = Program.Policy;
        switch (policy.Decide)
        {
            case DecidePlan.OncePerSubject:
                cases.Add((asOf, null));
                break;
            case DecidePlan.EachMonth:
                foreach (var end in new Period(new DateOnly(asOf.Year, 1, 1), asOf).MonthEnds())
                {
                    if (policy.Validity.Contains(end))
                    {
                        cases.Add((end, null));
                    }
                }

                break;
            default:
                CollectRecords(lists[recordList], asOf, cases);
                break;
        }
    }

    /// <summary>Fills the frame for a case.</summary>
    /// <returns>False when the policy is not judged without a record of some input, and there is none.</returns>
    public bool Fill(in CaseContext at, FeelValue[] frame)
    {
        foreach (var input in needed)
        {
            if (bindings[input].Read(at).IsNull)
            {
                return false;
            }
        }

        for (var i = 0; i < bindings.Length; i++)
        {
            var slot = Program.Model.InputSlots[i];
            if (slot >= 0)
            {
                frame[slot] = bindings[i].Read(at);
            }
        }

        frame[Program.Model.ParameterSlot] = Program.ParametersOn(at.EvaluationDate);
        return true;
    }

    private void CollectRecords(FeelList? records, DateOnly asOf, List<(DateOnly On, FeelContext? Record)> cases)
    {
        if (records is null)
        {
            return;
        }

        foreach (var item in records.Items)
        {
            var record = item.AsContext()!;
            if (record[dateField].AsDate() is { } on && on <= asOf && on.Year == asOf.Year && Program.Policy.Validity.Contains(on))
            {
                cases.Add((on, record));
            }
        }

        if (cases.Count > 1)
        {
            cases.Sort(static (a, b) => a.On.CompareTo(b.On));
        }
    }
}
