using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Policies.Deciding;

namespace Wenbao.Policies.Tests.Packs;

/// <summary>One event has one text in every policy that shares it, and two events never have the same.</summary>
public sealed class EventIdentityTests
{
    private static readonly LocalizedText Words = new("事件", "event");
    private static readonly DateOnly Spring = new(2020, 2, 17);

    [Fact]
    public void WorkerAndMonth_AreTheSameFromTheFirmAndFromThePerson()
    {
        var firm = EventIdentity.OfRecord(Key("hire-hardship-insurance-subsidy"), List("enterprise", "hardship_workers"), Worker("hardship_workers", "P0000007", "2020-01", "2020-02"), "9137");
        var graduate = EventIdentity.OfRecord(Key("hire-graduate-insurance-subsidy"), List("enterprise", "graduate_workers"), Worker("graduate_workers", "P0000007", "2020-01", "2020-02"), "9142");
        var payments = List("person", "flexible_payments");
        var person = EventIdentity.OfRecord(Key("flexible-hardship-insurance-subsidy"), payments, Record(payments, ("month", FeelValue.Of("2020-02"))), "P0000007");
        Assert.Equal(["P0000007|2020-01", "P0000007|2020-02"], firm);
        Assert.Equal(firm, graduate);
        Assert.Equal(firm[1], Assert.Single(person));
    }

    [Fact]
    public void TrainingOfAPerson_IsTheSameFromTheFirmAndFromThePerson()
    {
        var (hires, records) = (List("enterprise", "training_hires"), List("person", "training_records"));
        Assert.Equal(
            EventIdentity.OfRecord(Key("new-hire-training-subsidy"), hires, Record(hires, ("worker_no", FeelValue.Of("P0000007")), ("training_no", FeelValue.Of("PX-1"))), "9137"),
            EventIdentity.OfRecord(Key("vocational-training-subsidy"), records, Record(records, ("training_no", FeelValue.Of("PX-1"))), "P0000007"));
    }

    [Fact]
    public void WorkerWithoutMonths_IsNoEvent() =>
        Assert.Empty(EventIdentity.OfRecord(Key("hire-hardship-insurance-subsidy"), List("enterprise", "hardship_workers"), Worker("hardship_workers", "P0000007"), "9137"));

    [Fact]
    public void DaysAndSubject_AreWrittenPlainly()
    {
        var filings = List("enterprise", "vat_filings");
        var record = Record(filings, ("period_start", FeelValue.Of(new DateOnly(2020, 1, 1))), ("period_end", FeelValue.Of(new DateOnly(2020, 3, 31))));
        Assert.Equal(["9137|2020-01-01|2020-03-31"], EventIdentity.OfRecord(Key("vat-small-scale-relief"), filings, record, "9137"));
    }

    [Fact]
    public void CaseWithoutARecord_IsToldByInputsOrTerm()
    {
        var level = EventIdentity.OfCase(Key("specialized-new-award"), "9137", null, [FeelValue.Of("city"), FeelValue.Of(new DateOnly(2020, 1, 8))]);
        Assert.Equal("9137|city|2020-01-08", level);
        Assert.Equal("P0000007|2020-02-17", EventIdentity.OfCase(Key("tuition-waiver"), "P0000007", Spring, []));
        Assert.Equal("XM1", EventIdentity.OfCase(Key("risk-compensation-fund"), "XM1", null, []));
    }

    [Fact]
    public void Separator_InAValue_MakesNoTwoEventsAlike()
    {
        var key = new EventKey(["a", "b"], null, false, [], "g", Words);
        Assert.NotEqual(
            EventIdentity.OfCase(key, "S", null, [FeelValue.Of("x|y"), FeelValue.Of("z")]),
            EventIdentity.OfCase(key, "S", null, [FeelValue.Of("x"), FeelValue.Of("y|z")]));
        Assert.NotEqual(
            EventIdentity.OfCase(key, "S", null, [FeelValue.Of("x\\"), FeelValue.Of("z")]),
            EventIdentity.OfCase(key, "S", null, [FeelValue.Of("x"), FeelValue.Of("\\z")]));
    }

    private static EventKey Key(string policy) => JimoPack.Library.Find(policy).ShouldSucceed().EventKey!;

    private static RecordList List(string type, string list) => JimoPack.Registry.Declaration.Find(type)!.FindList(list)!;

    private static FeelContext Record(RecordList list, params (string Field, FeelValue Value)[] values)
    {
        var all = new FeelValue[list.Shape.Names.Count];
        foreach (var (field, value) in values)
        {
            all[list.Shape.IndexOf(field)] = value;
        }

        return new FeelContext(list.Shape, all);
    }

    private static FeelContext Worker(string list, string worker, params string[] months)
    {
        var parent = List("enterprise", list);
        var child = parent.Children.Single();
        return Record(parent, ("worker_no", FeelValue.Of(worker)), (child.Id, FeelValue.Of(new FeelList([.. months.Select(m => FeelValue.Of(Record(child, ("month", FeelValue.Of(m)))))]))));
    }
}
