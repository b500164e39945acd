using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Closes an exception that a person has looked into (核销待核事项), with what was found.</summary>
/// <param name="Exception">The exception.</param>
/// <param name="Note">What was found and done; no personal data.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record CloseBankException(long Exception, string Note) : IOperation<ClosedBankException>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => ReasonText.Check(Note, "note");
}

/// <summary>The closed exception.</summary>
/// <param name="Exception">The exception.</param>
public sealed record ClosedBankException(long Exception);

internal sealed class CloseBankExceptionHandler : IOperationHandler<CloseBankException, ClosedBankException>
{
    public async Task<Result<ClosedBankException>> HandleAsync(CloseBankException operation, OperationSession session, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        await work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"SELECT 1 FROM fnd_exception e WHERE id = {operation.Exception}{work.Lock("e")}"), cancel).ConfigureAwait(false);
        var found = await work.Context<PaymentsDb>().BankExceptions.FirstOrDefaultAsync(e => e.Id == operation.Exception, cancel).ConfigureAwait(false);
        if (found is null)
        {
            return FundsProblems.ExceptionNotFound.With(operation.Exception);
        }

        if (found.ClosedBy is { } by)
        {
            return FundsProblems.ExceptionClosed.With(found.Id, by);
        }

        found.ClosedBy = session.Scope.Actor;
        found.ClosedOn = session.Scope.Today;
        found.Note = operation.Note.Trim();
        session.Describe($"exception/{found.Id}");
        return new ClosedBankException(found.Id);
    }
}
