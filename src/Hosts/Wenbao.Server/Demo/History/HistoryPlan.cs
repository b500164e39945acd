using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies;

namespace Wenbao.Server;

/// <summary>How the pack wants its past months played (<c>population/history.yaml</c>): who claims when, and how often officers publish, pay and close.</summary>
internal sealed record HistoryPlan
{
    /// <summary>Where it stands in the pack.</summary>
    public const string Path = "population/history.yaml";

    /// <summary>The days played, first and last included.</summary>
    public required Period Days { get; init; }

    /// <summary>What is claimed when, in the order in which it happens on one day.</summary>
    public required IReadOnlyList<ClaimRun> Claims { get; init; }

    /// <summary>When lists are published.</summary>
    public required DayRule Publicity { get; init; }

    /// <summary>When payments are put into batches, released and handed over.</summary>
    public required DayRule Batches { get; init; }

    /// <summary>When the past month's books are closed.</summary>
    public required DayRule Closing { get; init; }

    /// <summary>What goes wrong at the bank.</summary>
    public required IReadOnlyList<BankFault> Faults { get; init; }

    /// <summary>What is objected to.</summary>
    public required IReadOnlyList<HeardObjection> Objections { get; init; }

    /// <summary>Claims that are made together.</summary>
    /// <param name="On">On which days; claims come in on free days too.</param>
    /// <param name="Policies">Of which policies, in catalogue order.</param>
    /// <param name="ReviewAfter">After how many working days a person decides those that a person must; 0 on the same day.</param>
    internal sealed record ClaimRun(DayRule On, IReadOnlyList<string> Policies, WorkingDays ReviewAfter);

    /// <summary>Payments that the bank rejects.</summary>
    /// <param name="On">In the batches handed over on which days.</param>
    /// <param name="Line">Of which fund line, in a batch of its own; null for the day's first batch.</param>
    /// <param name="Items">How many payments.</param>
    /// <param name="Returned">How many of them are returned to the budget for good; the others get another account.</param>
    /// <param name="MendedAfter">How many working days later they are mended.</param>
    internal sealed record BankFault(DayRule On, string? Line, int Items, int Returned, WorkingDays MendedAfter);

    /// <summary>An objection to a published item.</summary>
    /// <param name="On">The lists published on which days.</param>
    /// <param name="Policy">Of which policy, in a list of its own; null for the day's list.</param>
    /// <param name="Upheld">Whether it turns out right, so that the item is not paid.</param>
    /// <param name="ResolvedAfter">How many working days later it is resolved.</param>
    internal sealed record HeardObjection(DayRule On, string? Policy, bool Upheld, WorkingDays ResolvedAfter);

    /// <summary>Reads the pack's plan.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="library">Its policies.</param>
    /// <returns>The plan; or that the pack has none, or every mistake in it.</returns>
    public static Result<HistoryPlan> Read(Pack pack, PolicyLibrary library)
    {
        if (pack.Find(Path) is not { } file)
        {
            return ServerProblems.NoHistory.At(Path, pack.Id);
        }

        var reader = new PackReader();
        var node = reader.ReadYaml(file);
        var plan = new HistoryPlan
        {
            Days = Span(node),
            Claims = [.. node.Required("claims").Items().Select(run => Run(run, library))],
            Publicity = DayRule.Read(node.Required("publicity")),
            Batches = DayRule.Read(node.Required("batches")),
            Closing = DayRule.Read(node.Required("month_close")),
            Faults = [.. (node.Optional("bank_faults")?.Items() ?? []).Select(Fault)],
            Objections = [.. (node.Optional("objections")?.Items() ?? []).Select(objection => Objection(objection, library))],
        };
        return reader.Complete(plan, Path);
    }

    private static Period Span(PackNode node)
    {
        var (from, to) = (node.Required("from"), node.Required("to"));
        var (first, last) = (from.Date(), to.Date());
        if (last >= first)
        {
            return new Period(first, last);
        }

        to.Report(PackProblems.RuleBroken, "末日早于首日。", "The last day lies before the first.");
        return new Period(first, first);
    }

    private static ClaimRun Run(PackNode node, PolicyLibrary library)
    {
        var policies = Policies(node.Required("policies"), library);
        return new ClaimRun(DayRule.Read(node.Required("on")), policies, WorkingDaysOf(node.Optional("review_after"), 1));
    }

    private static List<string> Policies(PackNode? node, PolicyLibrary library)
    {
        var policies = new List<Policy>();
        foreach (var id in node?.Items() ?? [])
        {
            if (library.Find(id.Text()) is { IsSuccess: true } found)
            {
                policies.Add(found.Value);
            }
            else
            {
                id.Report(PackProblems.NotAmongChoices, id.RawText, string.Join(", ", library.Policies.Select(p => p.Id)));
            }
        }

        return [.. policies.OrderBy(p => p.Number).Select(p => p.Id)];
    }

    private static BankFault Fault(PackNode node) =>
        new(DayRule.Read(node.Required("on")), node.Optional("line")?.Text(), node.Required("items").Int(), node.Optional("returned")?.Int() ?? 0, WorkingDaysOf(node.Optional("mended_after"), 3));

    private static HeardObjection Objection(PackNode node, PolicyLibrary library) =>
        new(DayRule.Read(node.Required("on")), Policies(node.Optional("policy"), library) is [var policy] ? policy : null, node.Optional("upheld")?.Bool() ?? false, WorkingDaysOf(node.Optional("resolved_after"), 3));

    private static WorkingDays WorkingDaysOf(PackNode? node, int otherwise)
    {
        var days = node?.Int() ?? otherwise;
        if (days is < 0 or > 60)
        {
            node!.Report(PackProblems.WrongType, "0 至 60 的工作日数", node.RawText, "working days from 0 to 60");
            days = otherwise;
        }

        return new WorkingDays(days);
    }
}
