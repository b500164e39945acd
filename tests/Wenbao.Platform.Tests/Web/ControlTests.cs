using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.WebKit.Controls;
using Wenbao.WebKit.Resources;

namespace Wenbao.Platform.Tests.Web;

public sealed class ControlTests
{
    [Fact]
    public void EveryText_IsInBothLanguages() => Assert.Empty(WebKitTexts.All.Untranslated());

    [Theory]
    [InlineData(Outcome.Eligible, "zh-CN", "符合")]
    [InlineData(Outcome.NearMiss, "en", "Near miss")]
    [InlineData(Outcome.Undetermined, "zh-CN", "待核实")]
    [InlineData(Outcome.Ineligible, "en", "Not eligible")]
    public async Task Outcome_IsSaidInWords_WithAnIconNobodyHears(Outcome outcome, string culture, string text)
    {
        var html = await RenderAsync<OutcomeBadge>(culture, ("Value", outcome));
        Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.Contains("aria-hidden=\"true\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_IsShortForPeople_ExactInTheMarkup()
    {
        var html = await RenderAsync<MoneyText>("zh-CN", ("Value", (Money?)new Money(1_234_567_89)));
        Assert.Contains("123.4568 万元", html, StringComparison.Ordinal);
        Assert.Contains("value=\"1234567.89\"", html, StringComparison.Ordinal);
        Assert.Contains("1,234,567.89 yuan", await RenderAsync<MoneyText>("en", ("Value", (Money?)new Money(1_234_567_89)), ("IsExact", true)), StringComparison.Ordinal);
        Assert.Contains("无", await RenderAsync<MoneyText>("zh-CN", ("Value", null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Date_IsForPeopleAndForMachines()
    {
        Assert.Equal("<time datetime=\"2020-06-30\">2020年6月30日</time>", (await RenderAsync<DateText>("zh-CN", ("Value", (DateOnly?)new DateOnly(2020, 6, 30)))).Trim());
        Assert.Contains("30 June 2020", await RenderAsync<DateText>("en", ("Value", (DateOnly?)new DateOnly(2020, 6, 30))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problem_SaysWhatWhereAndHowToMend()
    {
        var problem = PackProblems.Defective.At("p", 1) with { Details = [PackProblems.FileMissing.At("a.csv", "<a>.csv")] };
        var html = await RenderAsync<ProblemPanel>("en", ("Value", problem), decode: false);
        foreach (var part in (string[])["role=\"alert\"", "PACK-0002", "The pack has 1 problem(s).", "Mend each", "PACK-0005", "&lt;a&gt;.csv"])
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pager_IsPlainLinks_AndNothingWhenThereIsNothingToTurn()
    {
        var html = await RenderAsync<Pager>("zh-CN", ("NextHref", "/list?after=9"), ("Total", 238600L));
        Assert.Contains("href=\"/list?after=9\"", html, StringComparison.Ordinal);
        Assert.Contains("共 238,600 条", html, StringComparison.Ordinal);
        Assert.DoesNotContain("上一页", html, StringComparison.Ordinal);
        Assert.Equal("", (await RenderAsync<Pager>("zh-CN")).Trim());
    }

    [Fact]
    public async Task FilterFields_HaveTheirLabels()
    {
        var html = await RenderAsync<FilterForm>("zh-CN", ("Action", "/list"), ("ChildContent", (RenderFragment)(content =>
        {
            content.OpenComponent<FilterField>(0);
            content.AddComponentParameter(1, "Label", "名称");
            content.AddComponentParameter(2, "Name", "name");
            content.CloseComponent();
            content.OpenComponent<FilterChoice>(3);
            content.AddComponentParameter(4, "Label", "街道");
            content.AddComponentParameter(5, "Name", "town");
            content.AddComponentParameter(6, "Value", "2");
            content.AddComponentParameter(7, "Choices", (IReadOnlyList<KeyValuePair<string, string>>)[new("1", "甲"), new("2", "乙")]);
            content.CloseComponent();
        })));
        foreach (var part in (string[])["method=\"get\"", "<label for=\"filter-name\">名称</label>", "id=\"filter-name\"", "<label for=\"filter-town\">街道</label>", "<option value=\"2\" selected>乙</option>"])
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TilesBreadcrumbsAndEmptyStates_ShowWhatTheyAreGiven()
    {
        Assert.Contains("aria-label=\"主体 238,600\"", await RenderAsync<StatTile>("zh-CN", ("Label", "主体"), ("Value", "238,600"), ("Href", "/s")), StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\">P</span>", await RenderAsync<Breadcrumbs>("en", ("Steps", (IReadOnlyList<Breadcrumb>)[new("L", "/l"), new("P")])), StringComparison.Ordinal);
        Assert.Contains("Nothing", await RenderAsync<EmptyState>("en", ("Title", "Nothing"), ("Hint", "Load a pack")), StringComparison.Ordinal);
    }

    private static Task<string> RenderAsync<TComponent>(string culture, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent => RenderAsync<TComponent>(culture, parameters, decode: true);

    private static Task<string> RenderAsync<TComponent>(string culture, (string Name, object? Value) parameter, bool decode)
        where TComponent : IComponent => RenderAsync<TComponent>(culture, [parameter], decode);

    private static async Task<string> RenderAsync<TComponent>(string culture, (string Name, object? Value)[] parameters, bool decode)
        where TComponent : IComponent
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value)))).ToHtmlString());
        return decode ? WebUtility.HtmlDecode(html) : html;
    }
}
