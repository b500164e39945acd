using Microsoft.EntityFrameworkCore;

namespace Wenbao.Policies.Entitlements;

/// <summary>What claims under review are advised to get from one line, in order of acceptance (待审申领预留额).</summary>
/// <param name="fenBefore">The sum of those accepted before the first of <paramref name="within"/>, in fen.</param>
/// <param name="within">Those that are looked at singly: number of acceptance and fen, in order.</param>
/// <remarks>Asked in order of acceptance each claim is passed once, so that ten thousand cost no more than reading them. Source: catalogue rule G8; ADR 0015.</remarks>
internal sealed class ReservedMoney(long fenBefore, List<(long Number, long Fen)> within)
{
    private int passed;
    private long sum = fenBefore;
    private long newest;

    /// <summary>The sum of all that were accepted before a place, in fen.</summary>
    /// <param name="number">The number of acceptance, or <see cref="GrantMoney.Newest"/>.</param>
    public long Before(long number)
    {
        for (; passed < within.Count && within[passed].Number < number; passed++)
        {
            sum += within[passed].Fen;
        }

        for (; passed > 0 && within[passed - 1].Number >= number; passed--)
        {
            sum -= within[passed - 1].Fen;
        }

        return number == GrantMoney.Newest ? sum + newest : sum;
    }

    /// <summary>Sets what one claim gets; those being made are added up behind all others.</summary>
    /// <param name="number">Its number of acceptance, or <see cref="GrantMoney.Newest"/>.</param>
    /// <param name="fen">The amount in fen; 0 when nothing is kept for it.</param>
    public void Set(long number, long fen)
    {
        if (number == GrantMoney.Newest)
        {
            newest += fen;
            return;
        }

        var at = within.BinarySearch((number, 0), Comparer<(long Number, long Fen)>.Create(static (a, b) => a.Number.CompareTo(b.Number)));
        if (at < 0)
        {
            at = ~at;
            within.Insert(at, (number, 0));
            passed += at < passed ? 1 : 0;
        }

        sum += at < passed ? fen - within[at].Fen : 0;
        within[at] = (number, fen);
    }

    /// <summary>Reads it for some lines: one sum over everything before a place, and the claims from there to another.</summary>
    /// <param name="entitlements">The entitlements.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="span">The places between which claims are looked at singly.</param>
    /// <param name="suspended">Policies whose claims are passed, as held ones are.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>One a line, those without any included.</returns>
    public static async Task<Dictionary<string, ReservedMoney>> ReadAsync(
        IQueryable<Entitlement> entitlements, IReadOnlyCollection<string> lines, AcceptedSpan span, IReadOnlyList<string> suspended, CancellationToken cancel)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        var undecided = entitlements.Where(e => e.State == EntitlementState.Claimed && !e.IsHeld && e.Line != null && lines.Contains(e.Line) && e.AmountFen > 0
            && (e.Settlement == "pay" || e.Settlement == "supplier"));
        undecided = suspended.Count == 0 ? undecided : undecided.Where(e => !suspended.Contains(e.Policy));
        var before = await undecided.Where(e => e.AcceptedNumber < span.First).GroupBy(e => e.Line!).Select(g => new { Line = g.Key, Fen = g.Sum(e => e.AmountFen) })
            .ToDictionaryAsync(g => g.Line, g => g.Fen, StringComparer.Ordinal, cancel).ConfigureAwait(false);
        var within = span.First == span.Last
            ? []
            : await undecided.Where(e => e.AcceptedNumber >= span.First && e.AcceptedNumber <= span.Last).OrderBy(e => e.AcceptedNumber)
                .Select(e => new { Line = e.Line!, Number = e.AcceptedNumber!.Value, Fen = e.AmountFen }).ToListAsync(cancel).ConfigureAwait(false);
        var byLine = within.ToLookup(e => e.Line, e => (e.Number, e.Fen), StringComparer.Ordinal);
        return lines.ToDictionary(line => line, line => new ReservedMoney(before.GetValueOrDefault(line), [.. byLine[line]]), StringComparer.Ordinal);
    }
}

/// <summary>The places in the order of acceptance that a run decides: the claims before them count as one sum.</summary>
/// <param name="First">The first number of acceptance.</param>
/// <param name="Last">The last one.</param>
internal readonly record struct AcceptedSpan(long First, long Last)
{
    /// <summary>Claims that are being made: everything accepted stands before them.</summary>
    public static readonly AcceptedSpan Newest = new(GrantMoney.Newest, GrantMoney.Newest);

    /// <summary>From the first to the last of some entitlements; those that are not claimed do not count.</summary>
    public static AcceptedSpan Of(IEnumerable<Entitlement> claims)
    {
        var numbers = claims.Where(c => c.AcceptedNumber is not null).Select(c => c.AcceptedNumber!.Value).ToList();
        return numbers.Count == 0 ? Newest : new AcceptedSpan(numbers.Min(), numbers.Max());
    }
}
