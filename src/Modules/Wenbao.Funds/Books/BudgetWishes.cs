using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Books;

/// <summary>What all wishes that need two persons have in common.</summary>
internal static class BudgetWishes
{
    private const int ReasonCharactersMax = 500;

    /// <summary>What is wrong with a reason.</summary>
    public static IEnumerable<Problem> CheckReason(string? reason, string field = "reason")
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonCharactersMax)
        {
            yield return FundsProblems.FieldWrong.At(field, $"事由应为 1 至 {ReasonCharactersMax} 字", $"a reason has 1 to {ReasonCharactersMax} characters");
        }
    }

    /// <summary>What is wrong with an amount.</summary>
    public static IEnumerable<Problem> CheckAmount(Money amount, string field = "amount")
    {
        if (amount <= Money.Zero)
        {
            yield return FundsProblems.FieldWrong.At(field, "金额应大于零", "an amount must be more than nought");
        }
    }

    /// <summary>What stands in the way of deciding a wish: it was decided before, it moved on, or he entered it himself.</summary>
    /// <param name="session">The decision.</param>
    /// <param name="what">The wish, as the problem names it.</param>
    /// <param name="where">The wish, as an id.</param>
    /// <param name="wish">What is known of it.</param>
    public static Problem? CheckDecision(OperationSession session, LocalizedText what, string where, (ApprovalState State, string ProposedBy, string? DecidedBy, long Version) wish) =>
        wish.State != ApprovalState.Proposed ? FundsProblems.AlreadyDecided.At(where, what.Zh, wish.DecidedBy, what.En)
        : session.ExpectedVersion?.Check(wish.Version, where) is { } moved ? moved
        : wish.ProposedBy == session.Scope.Actor ? FundsProblems.SamePerson.At(where, session.Scope.Actor)
        : null;
}
