using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;

namespace Wenbao.Funds;

/// <summary>Registers lines, ledger, budget, revolving and compensation funds.</summary>
internal static class BooksModule
{
    public static IServiceCollection AddBooks(this IServiceCollection services, FundLines lines)
    {
        services.AddSingleton(lines);
        services.AddSingleton<Ledger>();
        services.TryAddSingleton<IDecisionReferences, NoDecisionReferences>();
        services.AddSingleton<FundBalances>();
        services.AddMigratedContext<FundsDb>();
        services.AddAuditWitness<VoucherWitness>();
        services.AddOperation<OpenFundLines, OpenedFundLines, OpenFundLinesHandler>();
        services.AddOperation<AppropriateCapital, OpenedFundLines, AppropriateCapitalHandler>();
        services.AddOperation<ProposeBudgetChange, ProposedChange, ProposeBudgetChangeHandler>();
        services.AddOperation<ApproveBudgetChange, ApprovedChange, ApproveBudgetChangeHandler>();
        services.AddOperation<RejectBudgetChange, Unit, RejectBudgetChangeHandler>();
        services.AddOperation<ProposeCut, ProposedCut, ProposeCutHandler>();
        services.AddOperation<ApproveCut, ApprovedCut, ApproveCutHandler>();
        services.AddOperation<RejectCut, Unit, RejectCutHandler>();
        services.AddOperation<CloseMonth, ClosedMonth, CloseMonthHandler>();
        services.AddSingleton<Lending>();
        services.AddOperation<LendForClaims, LentForClaims, LendForClaimsHandler>();
        services.AddOperation<ReturnToFund, ReturnedToFund, ReturnToFundHandler>();
        services.AddSingleton<CompensationSharing>();
        services.AddOperation<ProposeCompensationRecovery, ProposedChange, ProposeCompensationRecoveryHandler>();
        services.AddEventHandler<BusinessDayBegan, OpenLinesOnNewDay>();
        return services.AddBookQueries();
    }

    private static IServiceCollection AddBookQueries(this IServiceCollection services)
    {
        services.AddQuery<FindLinesToOpen, IReadOnlyList<string>, FindLinesToOpenHandler>();
        services.AddQuery<GetFundLines, IReadOnlyList<FundLineState>, GetFundLinesHandler>();
        services.AddQuery<GetClosedMonths, ClosedMonths, GetClosedMonthsHandler>();
        services.AddQuery<GetTrialBalance, TrialBalance, GetTrialBalanceHandler>();
        services.AddQuery<GetAccountEntries, AccountEntries, GetAccountEntriesHandler>();
        services.AddQuery<GetVoucher, VoucherDetail, GetVoucherHandler>();
        services.AddQuery<GetBudgetChanges, BudgetChangePage, GetBudgetChangesHandler>();
        services.AddQuery<GetCuts, IReadOnlyList<CutStatement>, GetCutsHandler>();
        services.AddQuery<ExportBooks, ExportedBooks, ExportBooksHandler>();
        services.AddQuery<VerifyBooks, VerifiedBooks, VerifyBooksHandler>();
        services.AddQuery<FindLoans, LoanPage, FindLoansHandler>();
        services.AddQuery<GetCompensationFund, CompensationFund, GetCompensationFundHandler>();
        return services;
    }
}
