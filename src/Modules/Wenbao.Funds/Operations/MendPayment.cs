using System.Globalization;
using Wenbao.Funds.Payments;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Mends a payment that the bank rejected or sent back (更正账户): with the account corrected in the registry or confirmed by the payee it is cleared again and goes into the next batch.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Payee">Who is paid from now on; with an empty party the payee stays who he was, on another account.</param>
/// <param name="Reason">Where the corrected account comes from; no personal data.</param>
[AllowedTo(Duty.System, Duty.FinanceOfficer)]
public sealed record MendPayment(long Entitlement, Payee Payee, string Reason) : IOperation<MendedPayment>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => ReasonText.Check(Reason).Concat(Payee.Fault("payee") is { } fault ? [fault] : []);
}

/// <summary>The mended payment.</summary>
/// <param name="Entitlement">The entitlement.</param>
public sealed record MendedPayment(long Entitlement);

internal sealed class MendPaymentHandler : IOperationHandler<MendPayment, MendedPayment>
{
    public async Task<Result<MendedPayment>> HandleAsync(MendPayment operation, OperationSession session, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        await work.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var commitment = await CommitmentStore.FindAsync(work, operation.Entitlement, cancel).ConfigureAwait(false);
        if (commitment is not { Stage: PaymentStage.Returned })
        {
            return FundsProblems.NotReturned.With(operation.Entitlement);
        }

        // Earlier attempts keep whom they were for, so that their files can still be made again.
        await work.ExecuteAsync(
            string.Create(CultureInfo.InvariantCulture, $"""
            UPDATE fnd_attempt SET payee_name = c.payee_name, account_number = c.account_number, bank_name = c.bank_name, bank_code = c.bank_code
            FROM fnd_commitment c WHERE c.id = {commitment.Id} AND fnd_attempt.commitment = c.id AND fnd_attempt.payee_name IS NULL
            """),
            cancel).ConfigureAwait(false);
        await CommitmentStore.MoveAsync(
            work, CommitmentStore.ById(commitment.Id), PaymentStage.Payable, session.Scope.Today, cancel,
            "party_type = @type, party_id = @party, payee_name = @name, account_number = @account, bank_name = @bank, bank_code = @code, reason = NULL, paid_on = NULL",
            null,
            ("type", ColumnType.Text, operation.Payee.PartyType.Length == 0 ? commitment.Payee!.PartyType : operation.Payee.PartyType),
            ("party", ColumnType.Text, operation.Payee.PartyId.Length == 0 ? commitment.Payee!.PartyId : operation.Payee.PartyId),
            ("name", ColumnType.Text, operation.Payee.Name),
            ("account", ColumnType.Text, operation.Payee.AccountNumber),
            ("bank", ColumnType.Text, operation.Payee.BankName),
            ("code", ColumnType.Text, operation.Payee.BankCode)).ConfigureAwait(false);
        session.Describe($"entitlement/{operation.Entitlement}");
        return new MendedPayment(operation.Entitlement);
    }
}
