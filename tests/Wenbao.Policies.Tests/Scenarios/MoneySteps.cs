using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>What people do from a claim to a payment, in few words; the district is the shipped pack's, without made-up subjects.</summary>
internal static class MoneySteps
{
    public const string Officer = "policy-officer";
    public const string Finance = "finance-officer";
    public const string Approver = "finance-approver";

    /// <summary>Opens the shipped district empty, its fund lines with their capital.</summary>
    public static async Task<District> OpenJimoAsync(TestDatabase database)
    {
        var district = await District.OpenAsync(JimoPack.Pack, JimoPack.Registry, JimoPack.Library, database.Database);
        await district.SendAsync(new OpenFundLines());
        return district;
    }

    /// <summary>A firm with an account.</summary>
    public static Task<string> RegisterPayableFirmAsync(this District district, int number, params (string Column, string Value)[] columns) =>
        district.RegisterFirmAsync(number, [("bank_account", $"6217000000{number:0000}"), ("bank_name", "合成农商银行"), .. columns]);

    /// <summary>The district's window claims for a subject; one case.</summary>
    public static async Task<ClaimedCase> ClaimForAsync(this District district, string policy, string subject, string? key = null) =>
        Assert.Single((await district.SendAsync(new ClaimEntitlement(policy, subject, key))).Cases);

    /// <summary>The owner claims with one click, confirming the account by its last digits.</summary>
    public static async Task<ClaimedCase> ClaimAsOwnerAsync(this District district, string policy, string subject, string tail) =>
        Assert.Single((await district.TrySendAsOwnerOfAsync(subject, new ClaimEntitlement(policy, subject, null, tail))).ShouldSucceed().Cases);

    /// <summary>An officer grants claims; all of them must be granted.</summary>
    public static async Task GrantAsync(this District district, params long[] entitlements)
    {
        var granted = await district.SendAsAsync(Officer, new GrantClaims(entitlements));
        Assert.True(granted.Granted == entitlements.Length, string.Join('\n', granted.Left.Select(l => $"{l.Entitlement}: {l.Code} {l.Reason.Zh}")));
    }

    /// <summary>The lists of the policies are published, and their time passes without an objection.</summary>
    public static async Task<IReadOnlyList<PublishedList>> PublishAsync(this District district, params string[] policies)
    {
        var lists = new List<PublishedList>();
        foreach (var policy in policies)
        {
            lists.Add(await district.SendAsAsync(Finance, new PublishList(Policy: policy)));
        }

        await district.MoveToAsync(lists.Max(l => l.Until).AddDays(1));
        return lists;
    }

    /// <summary>What is cleared goes out in a batch that a second person releases, and the bank answers.</summary>
    /// <returns>The batch.</returns>
    public static async Task<long> PayAsync(this District district, BankBehaviour? bank = null)
    {
        var batch = (await district.SendAsAsync(Finance, new MakeBatch())).Batch;
        (await district.TrySendAsAsync(Finance, new ReleaseBatch(batch))).ShouldBeProblem(FundsProblems.SamePerson);
        await district.SendAsAsync(Approver, new ReleaseBatch(batch));
        await district.SendAsAsync(Finance, new ExportBatch(batch));
        var file = await district.AskAsAsync(Finance, new GetBatchFile(batch));
        if (bank is { Returns: > 0 })
        {
            // What comes back does so a day later.
            await district.MoveToAsync(district.Today.AddDays(1));
        }

        foreach (var message in BankSimulator.Answer(file.Content, bank ?? new BankBehaviour()).ShouldSucceed())
        {
            Assert.Equal(0, (await district.ReadBankAsync(message)).Exceptions);
        }

        return batch;
    }

    /// <summary>The stage that people are told of one payment.</summary>
    public static async Task<PaymentState> PaymentAsync(this District district, long entitlement) => Assert.Single(await district.AskAsync(new FindPayments([entitlement])));

    /// <summary>The entitlement is settled, the statement proves the payment, and its owner reads it.</summary>
    public static async Task ShouldBePaidAsync(this District district, long entitlement, string amount, string? payee = null)
    {
        var payment = await district.PaymentAsync(entitlement);
        Assert.Equal((PaymentStage.Paid, amount), (payment.Stage, payment.Amount.ToString()));
        Assert.NotNull(payment.PaidOn);
        if (payee is not null)
        {
            Assert.Equal(payee, payment.PayeeName);
        }

        var detail = await district.AskAsAsync(Officer, new GetEntitlement(entitlement));
        Assert.Equal((EntitlementState.Settled, MoneyPlace.Paid), (detail.Item.State, detail.Place));
        var money = (await district.AskAsOwnerOfAsync(detail.Item.Subject, new GetSubjectMoney(detail.Item.SubjectType, detail.Item.Subject))).ShouldSucceed();
        Assert.Equal(MoneyPlace.Paid, money.Lines.Single(l => l.Item.Id == entitlement).Place);
        var inbox = (await district.AskAsOwnerOfAsync(detail.Item.Subject, new FindNotices(Inbox.OfSubject(detail.Item.SubjectType, detail.Item.Subject)))).ShouldSucceed();
        Assert.Contains(inbox.Items, n => n.Kind == NoticeKind.Paid && n.Entitlement == entitlement);
    }

    /// <summary>What a line has at a level and stage.</summary>
    public static async Task<decimal> BalanceAsync(this District district, string line, FundLevel level, FundStage stage) =>
        (await district.AskAsAsync(Finance, new GetTrialBalance(Line: line))).Rows.Where(r => r.Account.Level == level && r.Account.Stage == stage).Sum(r => r.Debits.Yuan - r.Credits.Yuan);

    /// <summary>Figures over what was granted, or over what the ledger says was paid or booked, this year.</summary>
    public static async Task<decimal> FigureAsync(this District district, FoundFigure figure, bool? isGranted, params string[] policies) => (await district.AskAsync(new MeasureLedger(
    [
        new EntitledMeasure(
            new FoundMeasure(figure, policies, new Dictionary<string, string>(), new Dictionary<string, string>(), [], [], null), new Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)), isGranted, []),
    ])))[0];

    /// <summary>What the inbox of a firm holds: the kind of each notice and its entitlement.</summary>
    public static async Task<IReadOnlyList<(NoticeKind Kind, long? Entitlement)>> NoticesAsync(this District district, string firm) =>
        [.. (await district.AskAsync(new FindNotices(Inbox.OfSubject("enterprise", firm)))).Items.Select(n => (n.Kind, n.Entitlement))];

    /// <summary>What was paid out since the beginning of the year, by one grouping.</summary>
    public static Task<Payouts> PayoutsAsync(this District district, PayoutGrouping by = PayoutGrouping.Policy, params string[] policies) =>
        district.AskAsync(new GetPayouts(new Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)), by, policies.Length == 0 ? null : policies));

    /// <summary>Payouts by every grouping add up to the same total, which is what the trial balance says, to the fen, line by line and level by level.</summary>
    /// <returns>The total.</returns>
    public static async Task<PayoutSum> ShouldAgreeWithLedgerAsync(this District district)
    {
        var balance = (await district.AskAsAsync(Finance, new GetTrialBalance())).Rows;
        var total = (await district.PayoutsAsync()).Total;
        Assert.Equal(Of(balance), MoneyOf(total));
        foreach (var by in Enum.GetValues<PayoutGrouping>())
        {
            var payouts = await district.PayoutsAsync(by);
            Assert.Equal(total, payouts.Total);
            Assert.Equal(MoneyOf(total), MoneyOf(payouts.Groups.Aggregate(PayoutSum.None, (sum, group) => sum.Plus(group.Sum))));
            Assert.All(payouts.Groups, g => Assert.True(g.Sum.Recipients <= total.Recipients && g.Sum.Recipients <= g.Sum.Entitlements));
            Assert.All(by == PayoutGrouping.Level ? payouts.Groups : [], g => Assert.Equal(Of(balance.Where(r => r.Account.Level.ToString() == g.Key)), MoneyOf(g.Sum)));
            Assert.All(by == PayoutGrouping.Line ? payouts.Groups : [], g => Assert.Equal(Of(balance.Where(r => r.Account.Line == g.Key)), MoneyOf(g.Sum)));
        }

        return total;

        static (Money, Money, Money, Money) MoneyOf(PayoutSum sum) => (sum.Paid, sum.Booked, sum.Returned, sum.Recovered);

        static (Money, Money, Money, Money) Of(IEnumerable<TrialBalanceRow> rows)
        {
            var byStage = rows.ToLookup(r => r.Account.Stage, r => r.Balance.Fen);
            return (new(byStage[FundStage.Paid].Sum()), new(byStage[FundStage.Booked].Sum()), new(byStage[FundStage.Returned].Sum()), new(byStage[FundStage.Recovered].Sum()));
        }
    }

    /// <summary>Books, entries and the audit chain fit each other.</summary>
    public static async Task ShouldVerifyAsync(this District district)
    {
        var books = await district.AskAsAsync(Finance, new VerifyBooks());
        var audit = await district.AskAsAsync("auditor", new Platform.Audit.VerifyAudit());
        Assert.Contains(audit.Witnesses, w => w.Proved == books.Vouchers);
    }

    /// <summary>A person with an account.</summary>
    /// <returns>The person's number.</returns>
    public static async Task<string> RegisterPersonAsync(this District district, int number, DateOnly born, params (string Column, string Value)[] columns)
    {
        var body = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"370299{born:yyyyMMdd}{number:000}");
        (string Column, string Value)[] row =
        [
            ("person_no", $"PX{number:00000}"), ("identity_number", body + IdentityNumber.CheckCharacter(body)), ("name", "试验" + (char)('甲' + number)), ("birth_date", born.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            ("bank_account", $"622900000000000{number:0000}"), ("bank_name", "合成农商银行"), ("hukou_district", "370215"), .. columns,
        ];
        await district.ImportAsync("person", string.Join(',', row.Select(c => c.Column)) + "\n" + string.Join(',', row.Select(c => c.Value)) + "\n", new DateOnly(2020, 1, 1));
        return row[0].Value;
    }

    /// <summary>A household in hardship, three people of whom one is a minor.</summary>
    /// <returns>The household's number.</returns>
    public static async Task<string> RegisterHouseholdAsync(this District district, int number, string head, params (string Column, string Value)[] columns)
    {
        var id = $"HX{number:00000}";
        (string Column, string Value)[] row =
        [
            ("household_no", id), ("head_name", "试验户"), ("head", head), ("hukou_district", "370215"), ("local", "true"), ("member_count", "3"), ("mla_scope", "true"), ("income", "900.00"),
            ("financial_assets", "10000.00"), ("car", "false"), ("houses", "1"), .. columns,
        ];
        await district.ImportAsync("household", string.Join(',', row.Select(c => c.Column)) + "\n" + string.Join(',', row.Select(c => c.Value)) + "\n", new DateOnly(2020, 1, 1));
        await district.ImportRecordsAsync("household", "members", $"household_no,member_no,supplement\n{id},1,none\n{id},2,none\n{id},3,minor\n");
        return id;
    }
}
