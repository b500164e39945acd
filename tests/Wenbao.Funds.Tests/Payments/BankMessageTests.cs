using System.Text;
using Wenbao.Kernel;

namespace Wenbao.Funds.Tests.Payments;

public sealed class BankMessageTests
{
    private const string Reports = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.11";

    [DatabaseTheory, DatabaseData]
    public async Task HostileFiles_AreAnsweredByNumber_AndChangeNothing(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
        var file = (await town.HandOverAsync()).File;
        var report = PaymentsScenario.Answers(file)[0].Content;
        async Task Refused(ProblemKind kind, byte[] content)
        {
            var problem = (await town.TryReadAsync(content)).ShouldBeProblem(kind);
            Assert.DoesNotContain("试验1号", problem.Shown(), StringComparison.Ordinal);
            Assert.DoesNotContain(town.Folder, problem.Shown(), StringComparison.Ordinal);
        }

        await Refused(FundsProblems.NotXml, []);
        await Refused(FundsProblems.NotXml, "不是 XML"u8.ToArray());
        await Refused(FundsProblems.NotXml, report[..^20]);
        await Refused(FundsProblems.NotXml, [.. report, .. "<more/>"u8]);
        await Refused(FundsProblems.NotXml, [0x1F, 0x8B, 0, 0, 1, 2, 3]);
        await Refused(FundsProblems.DocumentTypeForbidden, Encoding.UTF8.GetBytes($"<!DOCTYPE Document [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Document xmlns=\"{Reports}\">&a;</Document>"));
        await Refused(FundsProblems.DocumentTypeForbidden, "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><a>&b;</a>"u8.ToArray());
        await Refused(FundsProblems.NotXml, Encoding.UTF8.GetBytes($"<Document xmlns=\"{Reports}\">&unknown;</Document>"));
        await Refused(FundsProblems.NotABankMessage, "<Document><a/></Document>"u8.ToArray());
        await Refused(FundsProblems.NotABankMessage, "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:0123456789012345678901234567890123456789\"/>"u8.ToArray());
        await Refused(FundsProblems.MessageKindUnknown, "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"/>"u8.ToArray());
        await Refused(FundsProblems.MessageKindUnknown, "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.03\"/>"u8.ToArray());
        await Refused(FundsProblems.MessageKindUnknown, file);
        await Refused(FundsProblems.MessageInvalid, Encoding.UTF8.GetBytes($"<Document xmlns=\"{Reports}\"><Wrong/></Document>"));
        await Refused(FundsProblems.MessageInvalid, Replace(report, "<TxSts>ACSP</TxSts>", "<TxSts>ACSP</TxSts><Amt>1</Amt>"));
        await Refused(FundsProblems.MessageInvalid, Encoding.UTF8.GetBytes($"<Document xmlns=\"{Reports}\">" + string.Concat(Enumerable.Repeat("<Wrong/>", 5_000)) + "</Document>"));
        await Refused(FundsProblems.MessageTooDeep, Encoding.UTF8.GetBytes($"<Document xmlns=\"{Reports}\">" + string.Concat(Enumerable.Repeat("<a>", 20_000))));
        Assert.Equal(0, await town.CountAsync("fnd_bank_message"));
        Assert.Equal(PaymentStage.HandedOver, await town.StageAsync(1));
        (await town.SendAsync(new ImportBankMessage(Path.Combine(town.Folder, "nowhere.xml")))).ShouldBeProblem(FundsProblems.MessageFileMissing);
    }

    [Fact]
    public async Task Encodings_AreReadOrRefused_AndWhatAFileNamesIsNeverFetched()
    {
        await using var test = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
        var report = Encoding.UTF8.GetString(PaymentsScenario.Answers((await town.HandOverAsync()).File)[0].Content);
        var named = report[report.IndexOf("<Document", StringComparison.Ordinal)..];

        // What the declaration says is not what the bytes are, or nobody can read it.
        (await town.TryReadAsync(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + named))).ShouldBeProblem(FundsProblems.NotXml);
        (await town.TryReadAsync(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"x-bank\"?>" + named))).ShouldBeProblem(FundsProblems.NotXml);
        (await town.TryReadAsync(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-7\"?>" + named))).ShouldBeProblem(FundsProblems.NotXml);
        (await town.TryReadAsync([.. Encoding.UTF8.GetBytes(named.Insert(named.IndexOf("<MsgId>", StringComparison.Ordinal) + 7, "§")).Select(b => b is 0xC2 or 0xA7 ? (byte)0xFF : b)])).ShouldBeProblem(FundsProblems.NotXml);

        // Nobody listens to what is asked for: a file's own schema, style sheet or parts of other files.
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var elsewhere = $"http://{listener.LocalEndpoint}/x";
        var pointing = named.Replace("<Document ", $"<Document xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"{Reports} {elsewhere}.xsd\" ", StringComparison.Ordinal);
        var read = (await town.TryReadAsync([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-16\"?><?xml-stylesheet href=\"{elsewhere}.xsl\"?>" + pointing)])).ShouldSucceed();
        Assert.Equal(1, read.Accepted);
        (await town.TryReadAsync(Encoding.UTF8.GetBytes(named.Replace("<GrpHdr>", $"<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"{elsewhere}.xml\"/><GrpHdr>", StringComparison.Ordinal)))).ShouldBeProblem(FundsProblems.MessageInvalid);
        (await town.TryReadAsync(Encoding.UTF8.GetBytes($"<!DOCTYPE Document SYSTEM \"{elsewhere}.dtd\">" + named))).ShouldBeProblem(FundsProblems.DocumentTypeForbidden);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task HugeAndDeepFiles_AreBounded()
    {
        await using var test = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
        await using var town = await PaymentsScenario.StartAsync(test);
        var head = Encoding.UTF8.GetBytes(
            $"<Document xmlns=\"{Reports}\"><CstmrPmtStsRpt><GrpHdr><MsgId>A</MsgId><CreDtTm>2020-01-01T00:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>B</OrgnlMsgId><OrgnlMsgNmId>C</OrgnlMsgNmId></OrgnlGrpInfAndSts>");

        // What a supplement may hold is open, so depth and length have bounds of their own.
        var deep = Encoding.UTF8.GetBytes("<SplmtryData><Envlp>" + string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000)) + "</Envlp></SplmtryData></CstmrPmtStsRpt></Document>");
        (await town.TryReadAsync([.. head, .. deep])).ShouldBeProblem(FundsProblems.MessageTooDeep);
        var path = Path.Combine(town.Folder, "huge.xml");
        await using (var huge = File.Create(path))
        {
            await huge.WriteAsync(head);
            await huge.WriteAsync("<SplmtryData><Envlp>"u8.ToArray());
            var filling = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>0123456789</a>", 60_000)));
            for (var i = 0; i < 104; i++)
            {
                await huge.WriteAsync(filling);
            }
        }

        Assert.InRange(new FileInfo(path).Length, 100L << 20, 127L << 20);
        (await town.SendAsync(new ImportBankMessage(path))).ShouldBeProblem(FundsProblems.MessageTooLarge);
        await using (var sparse = File.OpenWrite(path))
        {
            sparse.SetLength(129L << 20);
        }

        (await town.SendAsync(new ImportBankMessage(path))).ShouldBeProblem(FundsProblems.MessageTooLarge);
        await using (var sparse = File.OpenWrite(path))
        {
            sparse.SetLength(300L << 20);
        }

        (await town.SendAsync(new ImportBankMessage(path))).ShouldBeProblem(FundsProblems.MessageTooLarge);
    }

    [DatabaseTheory, DatabaseData]
    public async Task StatementThatDoesNotAddUp_IsRefusedWhole(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        var (day, ten) = (new DateOnly(2020, 3, 16), Money.FromYuan(10m));
        (await town.TryReadAsync(Statements.Write("S", day, ten, Statements.Entry(ten, "CRDT", day, "<RmtInf/>"), closing: "1000010.01"))).ShouldBeProblem(FundsProblems.StatementDoesNotAddUp);
        (await town.TryReadAsync(Statements.Write("S", day, ten, Statements.Entry(ten, "CRDT", day, "<RmtInf/>", currency: "USD")))).ShouldBeProblem(FundsProblems.CurrencyForeign);
        (await town.TryReadAsync(Replace(Statements.Write("S", day, Money.Zero, ""), "OPBD", "XPCD"))).ShouldBeProblem(FundsProblems.StatementWithoutBalance);
        (await town.TryReadAsync(Replace(Statements.Write("S", day, Money.Zero, ""), "1000000.00", "1000000.001"))).ShouldBeProblem(FundsProblems.AmountMalformed);

        (await town.TryReadAsync(Statements.Write("S", day.AddDays(1), Money.Zero, ""))).ShouldBeProblem(FundsProblems.StatementAhead);

        // What is pending does not count yet.
        var pending = (await town.TryReadAsync(Statements.Write("S", day, Money.Zero, Statements.Entry(ten, "CRDT", day, "<RmtInf/>", status: "PDNG")))).ShouldSucceed();
        Assert.Equal((0L, 0), (pending.Answers, pending.Exceptions));
    }

    [DatabaseTheory, DatabaseData]
    public async Task WhatNobodyKnows_BecomesAnException_ThatAPersonCloses(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
        var file = (await town.HandOverAsync()).File;
        await town.ReadAllAsync(PaymentsScenario.Answers(file, new BankBehaviour { NamesUnknown = true, AnswersTwice = true }));
        Assert.Equal(PaymentStage.Paid, await town.StageAsync(1));
        Assert.Equal(
            ["UnexplainedDebit", "UnknownBatch", "UnknownPayment"], await town.RowsAsync("SELECT kind FROM fnd_exception ORDER BY kind"));
        var day = town.Today;
        await town.TryReadAsync(Statements.Write("F", day, Money.FromYuan(1m), Statements.Entry(Money.FromYuan(1m), "CRDT", day, "<RmtInf/>"), account: "999"));
        await town.TryReadAsync(Statements.Credit(Money.FromYuan(5m), day, "谢谢"));
        await town.TryReadAsync(Statements.Credit(Money.FromYuan(6m), day, "谢谢"));
        Assert.Equal(
            ["ForeignAccount", "StatementAltered", "UnexplainedCredit", "UnexplainedDebit", "UnknownBatch", "UnknownPayment"], await town.RowsAsync("SELECT kind FROM fnd_exception ORDER BY kind"));
        var first = long.Parse((await town.RowsAsync("SELECT min(id) FROM fnd_exception"))[0], System.Globalization.CultureInfo.InvariantCulture);
        await town.DoneAsync(new CloseBankException(first, "银行误发"));
        (await town.SendAsync(new CloseBankException(first, "再次"))).ShouldBeProblem(FundsProblems.ExceptionClosed);
        (await town.SendAsync(new CloseBankException(999, "没有"))).ShouldBeProblem(FundsProblems.ExceptionNotFound);
        await town.ShouldAddUpAsync();
    }

    [DatabaseTheory, DatabaseData]
    public async Task SameFileAgain_IsAnsweredAsRepeated(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
        var answers = PaymentsScenario.Answers((await town.HandOverAsync()).File);
        await town.ReadAllAsync(answers);
        var picture = await town.PictureAsync();
        Assert.All(await Task.WhenAll(answers.Select(a => Task.Run(() => town.ReadAsync(a)))), m => Assert.True(m.IsRepeated));
        Assert.Equal(picture, await town.PictureAsync());
        Assert.Equal([1L], Assert.Single(town.Events.Of<PaymentsMade>()).Entitlements);
    }

    [DatabaseTheory, DatabaseData]
    public async Task RejectedThenBooked_IsPaid_AndSeenByAPerson(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
        var (batch, file) = await town.HandOverAsync();
        await town.ReadAsync(PaymentsScenario.Answers(file, new BankBehaviour { Rejections = 1 })[0]);
        Assert.Equal(PaymentStage.Returned, await town.StageAsync(1));
        await town.DoneAsync(new MendPayment(1, PaymentsScenario.PayeeOf(1) with { AccountNumber = "62221111" }, "更正"));
        (await town.TryReadAsync(Statements.Debit($"000000B{batch:000000}N000001", Money.FromYuan(10m), town.Today))).ShouldSucceed();
        Assert.Equal(PaymentStage.Paid, await town.StageAsync(1));
        Assert.Equal(["RejectedAndPaid"], await town.RowsAsync("SELECT kind FROM fnd_exception"));
        (await town.SendAsync(new MakeBatch())).ShouldBeProblem(FundsProblems.NothingCleared);
        await town.ShouldAddUpAsync();
    }

    [DatabaseTheory, DatabaseData]
    public async Task BookedAfterItWasSentAnew_MovesNoMoney_AndIsSeenByAPerson(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
        var (batch, file) = await town.HandOverAsync();
        await town.ReadAsync(PaymentsScenario.Answers(file, new BankBehaviour { Rejections = 1 })[0]);
        await town.DoneAsync(new MendPayment(1, PaymentsScenario.PayeeOf(1) with { AccountNumber = "62221111" }, "更正"));
        var again = await town.HandOverAsync();
        (await town.TryReadAsync(Statements.Debit($"000000B{batch:000000}N000001", Money.FromYuan(10m), town.Today))).ShouldSucceed();
        Assert.Equal(PaymentStage.HandedOver, await town.StageAsync(1));
        Assert.Equal(["AnsweredTooLate", "RejectedAndPaid"], await town.RowsAsync("SELECT kind FROM fnd_exception ORDER BY kind"));
        await town.ReadAllAsync(PaymentsScenario.Answers(again.File));
        Assert.Equal(PaymentStage.Paid, await town.StageAsync(1));
        Assert.Equal(10m, await town.BalanceAsync(FundStage.Paid));
        await town.ShouldAddUpAsync();
    }

    [DatabaseTheory, DatabaseData]
    public async Task WrongAmount_ProvesNothing(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
        var (batch, _) = await town.HandOverAsync();
        await town.TryReadAsync(Statements.Debit($"000000B{batch:000000}N000001", Money.FromYuan(9.99m), town.Today));
        Assert.Equal(PaymentStage.HandedOver, await town.StageAsync(1));
        Assert.Equal(["AmountDiffers"], await town.RowsAsync("SELECT kind FROM fnd_exception"));
    }

    private static byte[] Replace(byte[] content, string old, string by) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(old, by, StringComparison.Ordinal));
}
