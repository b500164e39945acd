using System.Globalization;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Operations;

namespace Wenbao.Policies.Entitlements;

/// <summary>Gathers what an operation does to entitlements, sends the money's part to funds, and writes all of it: one claim or ten thousand (权益登记簿).</summary>
internal sealed class ClaimBook : IDisposable
{
    private const int ContractCharactersMax = 100;

    private readonly OperationSession session;
    private readonly EntitlementStore store;
    private readonly AcceptanceOrder order;
    private readonly List<Entitlement> changed = [];
    private readonly HashSet<long> changedIds = [];
    private readonly List<(Entitlement Entitlement, JudgedCase Judged, string DecidedBy)> decisions = [];
    private readonly List<(Entitlement Entitlement, ClaimAudience Audience, JudgedCase Judged, string DecidedBy)> granting = [];
    private readonly List<(Entitlement Entitlement, ClaimAudience Audience, JudgedCase Judged, long FenBefore)> raising = [];
    private readonly Dictionary<long, LocalizedText> lentOut = [];
    private readonly List<Consumption> consumed = [];
    private readonly List<long> renewed = [];
    private readonly Dictionary<NoticeKind, List<long>> notices = [];
    private readonly ContentDigest digest = new();

    /// <summary>Opens the book; the acceptance must be locked.</summary>
    public ClaimBook(OperationSession session, EntitlementStore store, AcceptanceOrder order, DateTimeOffset now)
    {
        this.session = session;
        this.store = store;
        this.order = order;
        Moment = new Moment(now, session.Scope.Today, session.Scope.Actor);
    }

    /// <summary>When and by whom.</summary>
    public Moment Moment { get; }

    /// <summary>What the lines have free; told when funds had less than was thought.</summary>
    public GrantMoney? Money { get; set; }

    /// <summary>A digest over everything written so far.</summary>
    public string Digest => digest.ToString();

    /// <summary>Opens an entitlement for a case that was decided.</summary>
    public Entitlement Open(ClaimAudience audience, JudgedCase judged)
    {
        var policy = judged.Plan.Policy;
        var entitlement = new Entitlement
        {
            Id = order.Entitlement(),
            IsNew = true,
            Policy = policy.Id,
            PeriodKind = policy.PeriodKind,
            Settlement = policy.Settlement,
            Mode = policy.Mode,
            Department = policy.Department.Zh,
            SubjectType = audience.Type.Id,
            SubjectId = judged.Row.Id,
            Subject = judged.Row.PublicId,
            CaseKey = judged.CaseKey,
            DecidedFor = judged.On,
            ClaimableUntil = ClaimTerm.LastDay(policy, judged.On),
        };
        Touch(entitlement);
        return entitlement;
    }

    /// <summary>Accepts a claim.</summary>
    /// <param name="entitlement">The entitlement.</param>
    /// <param name="receipt">The receipt of the same act; null for a new one.</param>
    /// <param name="onBehalf">Whether an officer claims for the subject.</param>
    /// <returns>The receipt.</returns>
    public string Accept(Entitlement entitlement, string? receipt, bool onBehalf)
    {
        var acceptance = order.Accept(Moment.At, Moment.On, receipt);
        entitlement.Claim(Moment, acceptance, onBehalf);
        Touch(entitlement);
        return acceptance.Receipt;
    }

    /// <summary>Keeps a decision with an entitlement: what it came to, by which version, which events it uses up.</summary>
    public void Decide(Entitlement entitlement, JudgedCase judged, string decidedBy, bool usesEvents)
    {
        entitlement.AmountFen = judged.Amount.Fen;
        entitlement.DecidedFor = judged.On;
        entitlement.Line = judged.Funding?.Line;
        entitlement.PolicyVersion = judged.Plan.Policy.Version;
        decisions.Add((entitlement, judged, decidedBy));
        Touch(entitlement);
        if (judged.Plan.Events is not { } events)
        {
            return;
        }

        if (!entitlement.IsNew)
        {
            renewed.Add(entitlement.Id);
        }

        if (usesEvents)
        {
            consumed.AddRange(judged.Events.Distinct(StringComparer.Ordinal).Select(identity => new Consumption { EventGroup = events.Group, Identity = identity, EntitlementId = entitlement.Id }));
        }
    }

    /// <summary>Grants it as soon as funds have committed the money; it waits when they cannot.</summary>
    public void Grant(Entitlement entitlement, ClaimAudience audience, JudgedCase judged, string decidedBy) => granting.Add((entitlement, audience, judged, decidedBy));

    /// <summary>Raises a relief that grows by month; funds book the difference.</summary>
    public void Raise(Entitlement entitlement, ClaimAudience audience, JudgedCase judged, string decidedBy)
    {
        var before = entitlement.AmountFen;
        Decide(entitlement, judged, decidedBy, usesEvents: true);
        entitlement.Raise(Moment, judged.Amount);
        raising.Add((entitlement, audience, judged, before));
    }

    /// <summary>It waits for money.</summary>
    /// <param name="entitlement">The entitlement.</param>
    /// <param name="reason">What it waits for; null for money.</param>
    public void Queue(Entitlement entitlement, LocalizedText? reason = null)
    {
        if (entitlement.State != EntitlementState.Waiting)
        {
            entitlement.Queue(Moment, reason ?? EntitlementReasons.WaitsForMoney);
            Tell(NoticeKind.Waiting, entitlement);
        }
    }

    /// <summary>Notes that an entitlement was changed.</summary>
    public void Touch(Entitlement entitlement)
    {
        if (changedIds.Add(entitlement.Id))
        {
            changed.Add(entitlement);
        }
    }

    /// <summary>Tells the subject.</summary>
    public void Tell(NoticeKind kind, Entitlement entitlement)
    {
        if (!notices.TryGetValue(kind, out var ids))
        {
            notices[kind] = ids = [];
        }

        ids.Add(entitlement.Id);
    }

    /// <summary>Sends the money's part to funds and writes everything; the book is empty afterwards.</summary>
    /// <returns>The problem that funds had; null when all is written.</returns>
    public async Task<Problem?> FlushAsync(CancellationToken cancel)
    {
        if ((await LendAsync(cancel).ConfigureAwait(false) ?? await CommitAsync(cancel).ConfigureAwait(false) ?? await ReviseAsync(cancel).ConfigureAwait(false)) is { } problem)
        {
            return problem;
        }

        var stored = decisions.Select(Stored).ToList();
        await store.FreeAsync(renewed, cancel).ConfigureAwait(false);
        await store.SaveAsync(changed, stored, consumed, order, cancel).ConfigureAwait(false);
        AddToDigest();
        var writer = new NoticeWriter(session.UnitOfWork, Moment.At, Moment.On);
        foreach (var (kind, ids) in notices)
        {
            await writer.TellAsync(kind, ids, cancel).ConfigureAwait(false);
        }

        changed.Clear();
        changedIds.Clear();
        decisions.Clear();
        granting.Clear();
        raising.Clear();
        lentOut.Clear();
        consumed.Clear();
        renewed.Clear();
        notices.Clear();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => digest.Dispose();

    /// <summary>Lends what was granted as a loan; what the fund cannot lend is refused with its reason.</summary>
    private async Task<Problem?> LendAsync(CancellationToken cancel)
    {
        var uses = granting.Where(g => g.Judged.Lent.Fen > 0 && g.Judged.Funding is not null).Select(g => Use(g.Entitlement, g.Judged)).ToList();
        if (uses.Count == 0)
        {
            return null;
        }

        var lent = await session.SendAsync(new LendForClaims(uses), cancel).ConfigureAwait(false);
        if (!lent.IsSuccess)
        {
            return lent.Problem;
        }

        foreach (var use in lent.Value.Lent)
        {
            lentOut[use.Entitlement] = EntitlementReasons.Lent(uses.First(u => u.Entitlement == use.Entitlement).Amount, use.DueOn);
        }

        foreach (var refused in lent.Value.Refused)
        {
            var entitlement = granting.First(g => g.Entitlement.Id == refused.Entitlement).Entitlement;
            granting.RemoveAll(g => g.Entitlement.Id == refused.Entitlement);
            consumed.RemoveAll(c => c.EntitlementId == refused.Entitlement);
            Touch(entitlement);
            entitlement.AmountFen = 0;
            entitlement.End(EntitlementDeed.Refused, Moment, refused.Reason);
            Tell(NoticeKind.Refused, entitlement);
        }

        return null;
    }

    private static FundUse Use(Entitlement entitlement, JudgedCase judged)
    {
        var policy = judged.Plan.Policy;
        var contract = policy.Loan!.ContractField is { } field ? CaseKeys.Parts([field], CaseKeys.FieldsOf(policy), judged.CaseKey) : null;
        contract ??= judged.CaseKey;
        return new FundUse(
            judged.Funding!.Line, judged.Lent, judged.LentDays, entitlement.SubjectType, entitlement.Subject, entitlement.Id, contract.Length > ContractCharactersMax ? contract[..ContractCharactersMax] : contract);
    }

    private async Task<Problem?> CommitAsync(CancellationToken cancel)
    {
        var claims = granting.Where(g => g.Entitlement.ConcernsFunds).Select(g => Claim(g.Entitlement, g.Audience, g.Judged, g.DecidedBy)).ToList();
        var waiting = new HashSet<long>();
        if (claims.Count > 0)
        {
            var committed = await session.SendAsync(new CommitFunds(claims), cancel).ConfigureAwait(false);
            if (!committed.IsSuccess)
            {
                return committed.Problem;
            }

            waiting.UnionWith(committed.Value.Waiting);
            var partly = committed.Value.Partly.ToDictionary(p => p.Entitlement, p => p.Amount);
            foreach (var granted in granting.Where(g => partly.ContainsKey(g.Entitlement.Id)))
            {
                granted.Entitlement.AmountFen = partly[granted.Entitlement.Id].Fen;
            }
        }

        foreach (var (entitlement, _, _, _) in granting)
        {
            Touch(entitlement);
            if (waiting.Contains(entitlement.Id))
            {
                Money?.Block(entitlement.Line!, entitlement.AcceptedNumber!.Value);
                Queue(entitlement);
            }
            else
            {
                entitlement.Grant(Moment, lentOut.GetValueOrDefault(entitlement.Id));
                Tell(NoticeKind.Granted, entitlement);
            }
        }

        return null;
    }

    /// <summary>Books what reliefs grew by; one that was nought before is booked for the first time.</summary>
    private async Task<Problem?> ReviseAsync(CancellationToken cancel)
    {
        var revisions = raising.Where(r => r.FenBefore > 0).Select(r => new BookingRevision(r.Entitlement.Id, r.Entitlement.Amount, r.Entitlement.PolicyVersion)).ToList();
        var first = raising.Where(r => r.FenBefore == 0 && r.Entitlement.ConcernsFunds).Select(r => Claim(r.Entitlement, r.Audience, r.Judged, DecidedBy.Model)).ToList();
        var booked = first.Count == 0 ? null : (await session.SendAsync(new CommitFunds(first), cancel).ConfigureAwait(false)).Problem;
        return booked ?? (revisions.Count == 0 ? null : (await session.SendAsync(new ReviseBookings(revisions), cancel).ConfigureAwait(false)).Problem);
    }

    private FundsClaim Claim(Entitlement entitlement, ClaimAudience audience, JudgedCase judged, string decidedBy)
    {
        var policy = judged.Plan.Policy;
        var reference = new DecisionReference(
            policy.Id, policy.Title, policy.Version, policy.Steps[^1].Clause, entitlement.SubjectType, entitlement.Subject, audience.NameOf(judged.Row), audience.Type.Display.IsMasked,
            entitlement.CaseKey, Moment.On, decidedBy)
        {
            ClaimedOn = entitlement.ClaimedOn,
        };
        var funding = judged.Funding;
        return new FundsClaim(entitlement.Id, funding?.Line ?? "", entitlement.Amount, funding?.Shares ?? FundShares.None, entitlement.FundsSettlement, judged.Payee, reference, policy.PaysPartially);
    }

    private StoredDecision Stored((Entitlement Entitlement, JudgedCase Judged, string DecidedBy) decided)
    {
        decided.Entitlement.DecisionVersion = decided.Entitlement.Version;
        return new StoredDecision
        {
            EntitlementId = decided.Entitlement.Id,
            Version = decided.Entitlement.Version,
            Policy = decided.Entitlement.Policy,
            PolicyVersion = decided.Entitlement.PolicyVersion,
            DecidedOn = Moment.On,
            DecidedBy = decided.DecidedBy,
            Outcome = decided.Judged.Decision.Outcome,
            AmountFen = decided.Judged.Amount.Fen,
            Content = decided.Judged.Frozen,
        };
    }

    private void AddToDigest()
    {
        foreach (var entitlement in changed)
        {
            digest.Add(entitlement.Id);
            digest.Add(entitlement.Version);
            digest.Add(entitlement.State.ToString());
            digest.Add(entitlement.AmountFen);
        }

        foreach (var (entitlement, judged, _) in decisions)
        {
            digest.Add(entitlement.Id);
            digest.Add(judged.Frozen);
        }
    }
}

/// <summary>Who decides, as records name it.</summary>
internal static class DecidedBy
{
    /// <summary>The model, at submission.</summary>
    public const string Model = "model";

    /// <summary>The name of an entitlement in audit and problems.</summary>
    public static string Subject(long entitlement) => string.Create(CultureInfo.InvariantCulture, $"entitlement/{entitlement}");
}
