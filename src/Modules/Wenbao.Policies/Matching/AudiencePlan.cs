using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Policies.Deciding;
using Wenbao.Registry;

namespace Wenbao.Policies.Matching;

/// <summary>Every policy for one subject type, with the columns and lists that one pass over its subjects has to read.</summary>
/// <param name="Type">The subject type.</param>
/// <param name="Scan">What is read.</param>
/// <param name="Plans">The policies in catalogue order.</param>
/// <param name="InOrder">Whether a found policy shuts out those it excludes; else each is judged alone.</param>
internal sealed record AudiencePlan(SubjectType Type, ScanColumns Scan, IReadOnlyList<CasePlan> Plans, bool InOrder)
{
    /// <summary>Makes the plan for the programs given, all of this audience.</summary>
    public static Result<AudiencePlan> Make(SubjectType type, RegistryDeclaration declaration, IEnumerable<DecisionProgram> programs, PolicySurroundings surroundings, MemoryKind memory)
    {
        var scan = new ScanColumns(type, declaration);
        var plans = new List<CasePlan>();
        foreach (var program in programs)
        {
            var plan = CasePlan.Make(program, scan, surroundings, memory);
            if (!plan.IsSuccess)
            {
                return plan.Problem!;
            }

            plans.Add(plan.Value);
        }

        foreach (var dimension in type.Dimensions.Values)
        {
            scan.Column(dimension.Id);
        }

        return new AudiencePlan(type, scan, plans, memory == MemoryKind.Found);
    }
}

/// <summary>A subject as the judge sees it.</summary>
/// <param name="row">The row that the registry read.</param>
internal readonly struct JudgedSubject(SubjectRow row)
{
    /// <summary>The values as of the day of the pass.</summary>
    public FeelValue[] Values => row.Values;

    /// <summary>The record lists.</summary>
    public FeelList?[] Lists => row.Lists;

    /// <summary>The values as they stood on an earlier day.</summary>
    public FeelValue[] ValuesAt(DateOnly day) => row.ValuesAt(day);
}
