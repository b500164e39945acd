using System.Globalization;
using CsCheck;

namespace Wenbao.Kernel.Tests;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Announced = Read();

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void WorkingDaysOfTheYear_AreThoseAnnounced(int year, int workingDays)
    {
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays);
        Assert.Equal(workingDays, days.Count(day => Announced.IsWorkday(day).Value));
    }

    [Theory]
    [InlineData("2020-01-31", false)] // Spring Festival, made longer
    [InlineData("2020-01-19", true)] // a Sunday worked in exchange
    [InlineData("2020-06-27", false)] // a Saturday within a holiday
    [InlineData("2020-06-28", true)] // a Sunday worked in exchange
    [InlineData("2020-06-30", true)]
    [InlineData("2020-07-04", false)]
    public void Day_IsJudgedByTheNotices(string day, bool isWorked) => Assert.Equal(isWorked, Announced.IsWorkday(Day(day)).Value);

    [Theory]
    [InlineData("2020-06-24", 0, "2020-06-24")]
    [InlineData("2020-06-24", 1, "2020-06-28")]
    [InlineData("2020-06-25", 0, "2020-06-28")]
    [InlineData("2020-06-24", 15, "2020-07-16")]
    [InlineData("2020-12-31", 1, "2021-01-04")]
    public void Count_BeginsOnTheDayAfter(string start, int count, string end) => Assert.Equal(Day(end), Announced.Add(Day(start), new WorkingDays(count)).Value);

    [Fact]
    public void AddingAndCounting_AgreeWithEachOther() =>
        Gen.Select(Gen.Int[0, 2000], Gen.Int[1, 200]).Sample((offset, count) =>
        {
            var start = new DateOnly(2019, 1, 1).AddDays(offset);
            var end = Announced.Add(start, new WorkingDays(count)).Value;
            Assert.True(Announced.IsWorkday(end).Value);
            Assert.Equal(new WorkingDays(count), Announced.Between(start, end).Value);
        });

    [Fact]
    public void YearNotAnnounced_IsAProblem_NotAGuess()
    {
        Assert.Equal(CalendarProblems.YearNotAnnounced, Announced.IsWorkday(new DateOnly(2027, 3, 1)).Problem?.Kind);
        Assert.Equal(CalendarProblems.YearNotAnnounced, Announced.Add(new DateOnly(2026, 12, 30), new WorkingDays(5)).Problem?.Kind);
        Assert.Equal(CalendarProblems.YearNotAnnounced, Announced.Between(new DateOnly(2018, 12, 1), new DateOnly(2019, 1, 5)).Problem?.Kind);
        Assert.Contains("2027", Announced.IsWorkday(new DateOnly(2027, 3, 1)).Problem!.What.Zh, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(2019, 8), Announced.AnnouncedYears.Order());
    }

    [Fact]
    public void EndNotLater_CountsNothing()
    {
        var day = new DateOnly(2020, 6, 30);
        Assert.Equal(new WorkingDays(0), Announced.Between(day, day).Value);
        Assert.Equal(new WorkingDays(0), Announced.Between(day, day.AddDays(-9)).Value);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static WorkCalendar Read()
    {
        var rows = ReferenceRows.Of("holidays.csv").ToList();
        return new WorkCalendar(
            rows.Select(r => int.Parse(r[1], CultureInfo.InvariantCulture)),
            rows.Where(r => r[3] == "day_off").Select(r => Day(r[0])),
            rows.Where(r => r[3] == "makeup_workday").Select(r => Day(r[0])));
    }
}
