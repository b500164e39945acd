using Microsoft.Extensions.DependencyInjection;
using Wenbao.Funds.Bank;
using Wenbao.Funds.Books;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Registers commitments, publicity, batches, bank messages and recoveries.</summary>
internal static class PaymentsModule
{
    public static IServiceCollection AddPayments(this IServiceCollection services, PaymentRules rules, Parties parties)
    {
        services.AddSingleton(rules);
        services.AddSingleton(parties);
        services.AddSingleton<IDecisionReferences, DecisionReferences>();
        services.AddSingleton<Releasing>();
        services.AddSingleton<PaymentNames>();
        services.AddSingleton<BatchFile>();
        services.AddSingleton<FactBook>();
        services.AddSingleton<BookingMatcher>();
        services.AddSingleton<RecoveryDesk>();
        services.AddMigratedContext<PaymentsDb>();
        services.AddOperation<CommitFunds, CommittedFunds, CommitFundsHandler>();
        services.AddOperation<HoldPayment, HeldPayment, HoldPaymentHandler>();
        services.AddOperation<ReleaseCommitment, ReleasedCommitment, ReleaseCommitmentHandler>();
        services.AddOperation<ReviseBookings, RevisedBookings, ReviseBookingsHandler>();
        services.AddQuery<FindPayments, IReadOnlyList<PaymentState>, FindPaymentsHandler>();
        services.AddQuery<GetPayoutSums, PayoutSums, GetPayoutSumsHandler>();
        services.AddQuery<MeasureSettled, IReadOnlyList<SettledFigures>, MeasureSettledHandler>();
        services.AddOperation<PublishList, PublishedList, PublishListHandler>();
        services.AddOperation<RaiseObjection, RaisedObjection, RaiseObjectionHandler>();
        services.AddOperation<ResolveObjection, ResolvedObjection, ResolveObjectionHandler>();
        services.AddOperation<MakeBatch, MadeBatch, MakeBatchHandler>();
        services.AddOperation<ReleaseBatch, ReleasedBatch, ReleaseBatchHandler>();
        services.AddOperation<WithdrawBatch, WithdrawnBatch, WithdrawBatchHandler>();
        services.AddOperation<ExportBatch, ExportedBatch, ExportBatchHandler>();
        services.AddOperation<RecordBatchDownload, RecordedDownload, RecordBatchDownloadHandler>();
        services.AddQuery<GetBatchFile, BatchFileContent, GetBatchFileHandler>();
        services.AddOperation<ImportBankMessage, ImportedBankMessage, ImportBankMessageHandler>();
        services.AddOperation<CloseBankException, ClosedBankException, CloseBankExceptionHandler>();
        services.AddOperation<MendPayment, MendedPayment, MendPaymentHandler>();
        services.AddOperation<ReturnToBudget, ReleasedCommitment, ReturnToBudgetHandler>();
        services.AddOperation<ClaimRecovery, ClaimedRecovery, ClaimRecoveryHandler>();
        services.AddOperation<ApproveRecovery, DecidedRecovery, ApproveRecoveryHandler>();
        services.AddOperation<RecordRecovery, RecordedRecovery, RecordRecoveryHandler>();
        services.AddQuery<FindUnpublished, IReadOnlyList<UnpublishedSum>, FindUnpublishedHandler>();
        services.AddQuery<FindPublicLists, PublicLists, FindPublicListsHandler>();
        services.AddQuery<GetPublicList, PublicListPage, GetPublicListHandler>();
        services.AddQuery<FindObjections, FoundObjections, FindObjectionsHandler>();
        services.AddQuery<FindBatches, FoundBatches, FindBatchesHandler>();
        services.AddQuery<GetBatch, BatchPage, GetBatchHandler>();
        services.AddQuery<FindBankMessages, FoundBankMessages, FindBankMessagesHandler>();
        services.AddQuery<FindBankExceptions, FoundBankExceptions, FindBankExceptionsHandler>();
        services.AddQuery<FindReturnedPayments, ReturnedPayments, FindReturnedPaymentsHandler>();
        services.AddQuery<FindRecoveries, FoundRecoveries, FindRecoveriesHandler>();
        services.AddQuery<GetPaymentOverview, IReadOnlyList<WaitingSum>, GetPaymentOverviewHandler>();
        services.AddQuery<GetReconciliation, Reconciliation, GetReconciliationHandler>();
        return services;
    }
}
