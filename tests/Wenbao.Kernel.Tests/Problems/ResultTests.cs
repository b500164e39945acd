namespace Wenbao.Kernel.Tests;

public sealed class ResultTests
{
    private static readonly ProblemKind Trial = new ProblemCatalogue("TRY").Define(
        1, 422, "第 {0} 行的{1}不对。", "Line {0}: {1} is wrong.", "改正后再试。", "Mend it and try again.");

    [Fact]
    public void Value_IsCarriedOn()
    {
        Result<int> result = 20;
        Assert.True(result.IsSuccess);
        Assert.Null(result.Problem);
        Assert.Equal(21, result.Map(n => n + 1).Value);
        Assert.Equal("20", result.Then<string>(n => $"{n}").Value);
        Assert.Equal(3, Result<IReadOnlyList<int>>.Of([1, 2, 3]).Value.Count);
    }

    [Fact]
    public void Problem_StopsWhatFollows()
    {
        Result<int> result = Trial.With(3, "金额");
        Assert.False(result.IsSuccess);
        Assert.Same(result.Problem, result.Map<int>(_ => throw new InvalidOperationException("not reached")).Problem);
        Assert.Same(result.Problem, result.Then<int>(_ => throw new InvalidOperationException("not reached")).Problem);
        Assert.Throws<InvalidOperationException>(() => result.Value);
    }

    [Fact]
    public void ProblemOfANextStep_IsTheAnswer()
    {
        Result<int> result = 1;
        Assert.Equal(Trial, result.Then<int>(_ => Trial.With(1, "a")).Problem?.Kind);
    }

    [Fact]
    public void NoProblem_IsNotAResult() => Assert.Throws<ArgumentNullException>(() => { Result<int> _ = (Problem)null!; });

    [Fact]
    public void Problem_SaysWhatWhereAndHowToMend()
    {
        var problem = Trial.At("a.csv:3", 3, "金额");
        Assert.Equal("TRY-0001", problem.Code);
        Assert.Equal("第 3 行的金额不对。", problem.What.Zh);
        Assert.Equal("Line 3: 金额 is wrong.", problem.What.En);
        Assert.Equal("TRY-0001 a.csv:3: 第 3 行的金额不对。 改正后再试。", problem.ToString());
        Assert.Equal("TRY-0001 第 3 行的金额不对。 改正后再试。", Trial.With(3, "金额").ToString());
    }

    [Fact]
    public void NumberTakenAlready_IsFoundAtOnce()
    {
        var first = new ProblemCatalogue("TWICE").Define(1, 400, "甲", "a", "乙", "b");
        Assert.Throws<InvalidOperationException>(() => new ProblemCatalogue("TWICE").Define(1, 400, "丙", "c", "丁", "d"));
        Assert.Same(first, ProblemCatalogue.All["TWICE-0001"]);
    }

    [Fact]
    public void Text_IsGivenInTheReadersLanguage()
    {
        var text = new LocalizedText("即墨区", "Jimo District");
        Assert.Equal("即墨区", text.For(System.Globalization.CultureInfo.GetCultureInfo("zh-Hans")));
        Assert.Equal("即墨区", text.For(System.Globalization.CultureInfo.GetCultureInfo("zh-TW")));
        Assert.Equal("Jimo District", text.For(System.Globalization.CultureInfo.GetCultureInfo("en-GB")));
        Assert.Equal("Jimo District", text.For(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("即墨区", text.ToString());
    }
}
