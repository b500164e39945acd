using Wenbao.Feel.Possibilities;

namespace Wenbao.Feel.Tests.Possibilities;

/// <summary>Conditions as the district's policies have them, with data missing here and there.</summary>
public sealed class PolicyConditionTests
{
    private const string Layoffs =
        "person_months > 0 and ((person_months <= 360 and layoffs * 12 * 100 <= 20 * person_months) or (person_months > 360 and layoffs * 12 * 1000 <= 55 * person_months))";

    private const string NewHires =
        "staff > 0 and ((staff <= 100 and new_hires * 100 >= 15 * staff) or (staff > 100 and new_hires * 100 >= 8 * staff))";

    private const string RetirementAge =
        "(sex = \"male\" and years and months duration(birth, eval).years < 60) or (sex = \"female\" and years and months duration(birth, eval).years < (if managerial then 55 else 50))";

    private const string BenefitMonths =
        "month_no >= 1 and month_no <= min(24, carried + (if contrib >= 120 then 24 else if contrib >= 60 then 18 else 3 * floor(contrib / 12)))";

    private const string RentOverlap =
        "max(0, (min(if lease_end = null then date(\"9999-12-31\") else lease_end, date(\"2020-04-30\")) - max(lease_start, date(\"2020-02-01\"))).days + 1) > 0";

    private const string Recognised = "recognised <= eval and eval <= recognised + duration(\"P12M\")";

    private const string Construction = "start_date <= finish and finish <= start_date + duration(\"P24M\")";

    private const string Invoice = "invoice >= date(\"2020-04-01\") and invoice <= date(\"2020-12-31\") and starts with(seller, \"3702\")";

    private const string Plate = "local = true and (plate - invoice).days >= 0 and (plate - invoice).days <= 60";

    private const string ArrivalAge = "years and months duration(birth, arrival).years <= (if list contains([\"A\", \"B\"], category) then 55 else 40)";

    private const string Instalment = "instalment >= 1 and instalment <= 3 and instalment = paid + 1";

    private const string Premium = "insured_days > 0 and premium * 365 * 100 <= 2 * principal * insured_days";

    private const string Principal = "0 < principal and principal <= (if size = \"individual\" then 1000000 else 3000000)";

    private const string Houses = "houses <= 1 or (houses = 2 and members > 0 and area <= 25 * members)";

    private const string Disabled =
        "(family = \"dibao\" and 1 <= grade and grade <= 4) or (family = \"low_income\" and 1 <= grade and grade <= 2 and 700 <= income and income < 1050)";

    private const string Destitute =
        "(birth != null and (years and months duration(birth, eval).years >= 60 or years and months duration(birth, eval).years < 16 or (years and months duration(birth, eval).years < 18 and in_school))) or disability in (\"mental_1\", \"visual_1\")";

    private const string Stage =
        "stage in (\"primary\", \"junior\") or (stage = \"preschool\" and years and months duration(birth, term).years >= 3) or (stage = \"vocational\" and grade != null and (grade <= 2 or agriculture))";

    [Theory]
    [InlineData("01-C2 both", Layoffs, "person_months=?int; layoffs=?int", Truth.CouldBe)]
    [InlineData("01-C2 many laid off", Layoffs, "person_months=?int:0:100000; layoffs=459", Truth.False)]
    [InlineData("01-C2 just few enough", Layoffs, "person_months=?int:0:100000; layoffs=458", Truth.CouldBe)]
    [InlineData("01-C2 between the rates", Layoffs, "person_months=?int:0:1526; layoffs=7", Truth.False)]
    [InlineData("01-C2 just above", Layoffs, "person_months=?int:0:1528; layoffs=7", Truth.CouldBe)]
    [InlineData("01-C2 nobody insured", Layoffs, "person_months=0; layoffs=?int", Truth.False)]
    [InlineData("01-C3", "ui_paid > 0", "ui_paid=?dec2", Truth.CouldBe)]
    [InlineData("01-K1", "si_district = \"370215\"", "si_district=?text", Truth.CouldBe)]
    [InlineData("01-N1", "not(list contains(granted, \"x\"))", "granted=[\"x\"]", Truth.False)]
    [InlineData("08-C3 of age", RetirementAge, "sex=?male|female; birth=1950-01-01; managerial=false; eval=2020-06-30", Truth.False)]
    [InlineData("08-C3 by sex", RetirementAge, "sex=?male|female; birth=1965-01-01; managerial=false; eval=2020-06-30", Truth.CouldBe)]
    [InlineData("08-C3 born", RetirementAge, "sex=\"female\"; birth=?date; managerial=true; eval=2020-06-30", Truth.CouldBe)]
    [InlineData("10-C3", "years and months duration(reg, eval) >= duration(\"P12M\") and eval <= reg + duration(\"P36M\")", "reg=?date; eval=2020-06-30", Truth.CouldBe)]
    [InlineData("10-C3 too early", "years and months duration(reg, eval) >= duration(\"P37M\") and eval <= reg + duration(\"P36M\")", "reg=?date; eval=2020-06-30", Truth.False)]
    [InlineData("12-C1 none hired", NewHires, "staff=?int; new_hires=0", Truth.False)]
    [InlineData("12-C1 one hired", NewHires, "staff=?int; new_hires=1", Truth.CouldBe)]
    [InlineData("12-C1 hired unknown", NewHires, "staff=80; new_hires=?int", Truth.CouldBe)]
    [InlineData("12-C1 no staff", NewHires, "staff=0; new_hires=?int", Truth.False)]
    [InlineData("13-C5 first year", BenefitMonths, "month_no=1; carried=0; contrib=?int:0:11", Truth.False)]
    [InlineData("13-C5 month 19", BenefitMonths, "month_no=19; carried=0; contrib=?int:0:119", Truth.False)]
    [InlineData("13-C5 month 18", BenefitMonths, "month_no=18; carried=0; contrib=?int:0:119", Truth.CouldBe)]
    [InlineData("13-C5 month 25", BenefitMonths, "month_no=25; carried=30; contrib=?int", Truth.False)]
    [InlineData("13-C5 no months", BenefitMonths, "month_no=?int; carried=0; contrib=11", Truth.False)]
    [InlineData("20-C3 ended", RentOverlap, "lease_start=?date; lease_end=2020-01-31", Truth.False)]
    [InlineData("20-C3 open end", RentOverlap, "lease_start=?date; lease_end=null:date", Truth.CouldBe)]
    [InlineData("20-C3 late", RentOverlap, "lease_start=2020-05-01; lease_end=?date", Truth.False)]
    [InlineData("22-C3", "(eval - reg).days >= 0 and (eval - reg).days <= 30", "reg=?date; eval=2020-06-30", Truth.CouldBe)]
    [InlineData("22-C2 and C3", "reg >= date(\"2020-06-01\") and (eval - reg) / duration(\"P1D\") > 30", "reg=?date; eval=2020-07-01", Truth.False)]
    [InlineData("22-C2 and C3 just", "reg >= date(\"2020-06-01\") and (eval - reg) / duration(\"P1D\") >= 30", "reg=?date; eval=2020-07-01", Truth.CouldBe)]
    [InlineData("24-C2", Recognised, "recognised=?date; eval=2020-06-30", Truth.CouldBe)]
    [InlineData("24-C2 absent", Recognised, "recognised=null:date; eval=2020-06-30", Truth.False)]
    [InlineData("25-C3 both", Construction, "start_date=?date; finish=?date", Truth.CouldBe)]
    [InlineData("25-C3 finish absent", Construction, "start_date=?date; finish=null:date", Truth.False)]
    [InlineData("25-C3 start", Construction + " and start_date < date(\"2017-01-01\")", "start_date=?date; finish=2019-01-01", Truth.False)]
    [InlineData("25-C3 start just", Construction + " and start_date <= date(\"2017-01-01\")", "start_date=?date; finish=2019-01-01", Truth.CouldBe)]
    [InlineData("31-C3", "tax_2019 - tax_2018 > 0", "tax_2019=0; tax_2018=?dec2", Truth.False)]
    [InlineData("32-C3", ArrivalAge, "birth=1970-01-01; arrival=2020-03-01; category=?A|B|C|D", Truth.CouldBe)]
    [InlineData("32-C3 too old", ArrivalAge, "birth=1960-01-01; arrival=2020-03-01; category=?A|B|C|D", Truth.False)]
    [InlineData("32-C5", "months >= 6 * instalment", "months=?int; instalment=3", Truth.CouldBe)]
    [InlineData("32-C6", Instalment, "instalment=?int; paid=?int", Truth.CouldBe)]
    [InlineData("32-C6 all paid", Instalment, "instalment=?int; paid=3", Truth.False)]
    [InlineData("32-C6 none", Instalment, "instalment=0; paid=?int", Truth.False)]
    [InlineData("36-C2", Invoice, "invoice=2020-05-01; seller=?text", Truth.CouldBe)]
    [InlineData("36-C2 late", Invoice, "invoice=2021-01-01; seller=?text", Truth.False)]
    [InlineData("36-C3 both", Plate, "local=?bool; invoice=?date; plate=?date", Truth.CouldBe)]
    [InlineData("36-C3 no plate", Plate, "local=true; invoice=?date; plate=null:date", Truth.False)]
    [InlineData("36-C3 elsewhere", Plate, "local=false; invoice=?date; plate=?date", Truth.False)]
    [InlineData("36-C2 and C3", Plate + " and invoice <= date(\"2020-12-31\")", "local=true; invoice=?date; plate=2021-03-02", Truth.False)]
    [InlineData("36-C2 and C3 just", Plate + " and invoice <= date(\"2020-12-31\")", "local=true; invoice=?date; plate=2021-03-01", Truth.CouldBe)]
    [InlineData("45-C2", "cur - (if prev = null then 0 else prev) >= 500000", "cur=?dec2; prev=null:number", Truth.CouldBe)]
    [InlineData("45-C2 less", "cur - prev >= 500000", "cur=499999.99; prev=?dec2", Truth.False)]
    [InlineData("46-C1 size", Principal, "principal=2000000; size=?small|micro|individual", Truth.CouldBe)]
    [InlineData("46-C1 beyond", Principal, "principal=3000000.01; size=?small|micro|individual", Truth.False)]
    [InlineData("46-C4 nothing lent", Premium, "insured_days=?int; premium=0.01; principal=0", Truth.False)]
    [InlineData("46-C4 all unknown", Premium, "insured_days=?int; premium=?dec2; principal=?dec2", Truth.CouldBe)]
    [InlineData("46-C4 dear", Premium, "insured_days=365; premium=20000.01; principal=?dec2:0:1000000", Truth.False)]
    [InlineData("46-C4 just", Premium, "insured_days=365; premium=20000; principal=?dec2:0:1000000", Truth.CouldBe)]
    [InlineData("50-C1", "members > 0 and max(0, income) < 700 * members", "members=0; income=?dec2", Truth.False)]
    [InlineData("50-C1 negative", "members > 0 and max(0, income) < 700 * members", "members=1; income=?dec2:-100:100000", Truth.CouldBe)]
    [InlineData("50-C4 three", Houses, "houses=3; members=4; area=?dec2", Truth.False)]
    [InlineData("50-C4 two", Houses, "houses=2; members=4; area=?dec2", Truth.CouldBe)]
    [InlineData("50-C4 large", Houses, "houses=?int:2:10; members=4; area=100.01", Truth.False)]
    [InlineData("51-C1", Destitute, "birth=?date; eval=2020-06-30; in_school=false; disability=\"none\"", Truth.CouldBe)]
    [InlineData("51-C1 adult", Destitute, "birth=1980-01-01; eval=2020-06-30; in_school=?bool; disability=\"none\"", Truth.False)]
    [InlineData("51-C1 disability", Destitute, "birth=1980-01-01; eval=2020-06-30; in_school=false; disability=?none|mental_1", Truth.CouldBe)]
    [InlineData("52-C2", "kind != \"expenditure\" or burden * 100 > income * 50", "kind=\"expenditure\"; burden=0; income=?dec2", Truth.False)]
    [InlineData("52-C2 burden", "kind != \"expenditure\" or burden * 100 > income * 50", "kind=\"expenditure\"; burden=0.01; income=?dec2", Truth.CouldBe)]
    [InlineData("52-C2 kind", "kind != \"expenditure\" or burden * 100 > income * 50", "kind=?emergency|expenditure|income; burden=0; income=0", Truth.CouldBe)]
    [InlineData("52-C3", "kind != \"income\" or income < 2100 * members", "kind=\"income\"; income=?dec2; members=0", Truth.False)]
    [InlineData("54-C3 preschool", Stage, "stage=\"preschool\"; birth=?date; term=2020-09-01; grade=null:number; agriculture=false", Truth.CouldBe)]
    [InlineData("54-C3 vocational", Stage, "stage=?primary|junior|preschool|vocational; birth=2019-01-01; term=2020-09-01; grade=3; agriculture=false", Truth.CouldBe)]
    [InlineData("54-C3 other", Stage, "stage=\"other\"; birth=?date; term=2020-09-01; grade=3; agriculture=?bool", Truth.False)]
    [InlineData("56-C2 income", Disabled, "family=\"low_income\"; grade=?int:1:4; income=500", Truth.False)]
    [InlineData("56-C2 family", Disabled, "family=?dibao|low_income|other; grade=3; income=1050", Truth.CouldBe)]
    [InlineData("56-C2 grade", Disabled, "family=?low_income|other; grade=3; income=?dec2", Truth.False)]
    [InlineData("56-C2 all", Disabled, "family=?dibao|low_income|other; grade=?int; income=?dec2", Truth.CouldBe)]
    [InlineData("59-C2", "subsidy != \"construction\" or area >= (if facility = \"station\" then 200 else 500)", "subsidy=\"construction\"; area=?dec2:0:499; facility=\"centre\"", Truth.False)]
    [InlineData("59-C4", "subsidy != \"operation\" or years and months duration(built, eval) >= duration(\"P12M\")", "subsidy=\"operation\"; built=null:date; eval=2020-06-30", Truth.False)]
    [InlineData("59-C4 built", "subsidy != \"operation\" or years and months duration(built, eval) >= duration(\"P12M\")", "subsidy=\"operation\"; built=?date; eval=2020-06-30", Truth.CouldBe)]
    public void MissingInputs_AreJudgedExactly(string id, string condition, string inputs, Truth expected)
    {
        var possibility = new Inputs(inputs).Judge(condition);

        Assert.True(possibility.IsProven, id);
        Assert.Equal(expected, possibility.Truth);
    }

    [Theory]
    [InlineData("02-C3", "some m in months satisfies m.month >= 参数.from and m.month <= 参数.to", "limit=?dec2", Truth.True)]
    [InlineData("34-C1", "sum(concatenate([0], for m in months[month >= 参数.from] return m.amount)) >= limit", "limit=?dec2", Truth.CouldBe)]
    [InlineData("34-C1 beyond", "sum(concatenate([0], for m in months[month >= 参数.from] return m.amount)) >= limit", "limit=?dec2:350.01", Truth.False)]
    [InlineData("44-C1", "sum(for m in months[month >= 参数.from and amount > limit] return m.amount) > 300", "limit=?dec2", Truth.CouldBe)]
    [InlineData("44-C1 one each", "sum(for m in months[month >= 参数.from and amount > limit] return m.amount) > 300", "limit=?dec2:100", Truth.False)]
    [InlineData("count", "count(months[amount >= limit]) = 2", "limit=?dec2", Truth.CouldBe)]
    [InlineData("count none", "count(months[amount >= limit]) = 4", "limit=?dec2", Truth.False)]
    [InlineData("24-C2", "day <= eval and eval <= day + 参数.period", "day=?date; eval=2020-06-30", Truth.CouldBe)]
    [InlineData("24-C2 late", "day <= eval and eval > day + 参数.period and day >= date(\"2019-06-30\")", "day=?date; eval=2020-06-30", Truth.False)]
    [InlineData("09-C0", "list contains(参数.sizes, size)", "size=?large|medium", Truth.False)]
    [InlineData("09-C0 small", "list contains(参数.sizes, size)", "size=?large|small", Truth.CouldBe)]
    [InlineData("11-C1", "term in [1..参数.most]", "term=?int", Truth.CouldBe)]
    [InlineData("11-C1 long", "term in [1..参数.most] and term > 36", "term=?int", Truth.False)]
    public void ParametersAndRecords_AreFollowed(string id, string condition, string inputs, Truth expected)
    {
        var values = new Inputs(inputs);
        var record = FeelType.ContextOf([new("month", FeelType.String), new("amount", FeelType.Number)]);
        values.Add("months", FeelType.ListOf(record), ListOf(Month("2020-01", 1000m), Month("2020-03", 100m), Month("2020-04", 250m)));
        values.Add("参数", FeelType.ContextOf([
            new("from", FeelType.String), new("to", FeelType.String), new("period", FeelType.YearsMonthsDuration), new("sizes", FeelType.ListOf(FeelType.String)), new("most", FeelType.Number)]),
            FeelValue.Of(new FeelContext(new FeelShape(["from", "to", "period", "sizes", "most"]),
            [
                FeelValue.Of("2020-02"), FeelValue.Of("2020-12"), FeelValue.OfMonths(12), ListOf(FeelValue.Of("small"), FeelValue.Of("micro")), FeelValue.Of((decimal?)36),
            ])));

        var possibility = values.Judge(condition);

        Assert.True(possibility.IsProven, id);
        Assert.Equal(expected, possibility.Truth);
    }

    private static FeelValue Month(string month, decimal amount) =>
        FeelValue.Of(new FeelContext(new FeelShape(["month", "amount"]), [FeelValue.Of(month), FeelValue.Of((decimal?)amount)]));

    private static FeelValue ListOf(params FeelValue[] items) => FeelValue.Of(new FeelList(items));
}
