using System.Net;
using System.Text.Json.Nodes;

namespace Wenbao.Platform.Tests.Web;

public sealed class WebEdgeTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Problem_IsAnsweredAsRfc9457_InBothLanguages()
    {
        using var response = await site.Client.GetAsync(new Uri("/problem", UriKind.Relative));
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(("urn:wenbao:problem:PACK-0002", 422, "数据包有 1 处问题。"), ((string)body["type"]!, (int)body["status"]!, (string)body["title"]!));
        Assert.Equal(("PACK-0002", "p", "The pack has 1 problem(s)."), ((string)body["code"]!, (string)body["where"]!, (string)body["what"]!["en"]!));
        Assert.NotEmpty((string)body["traceId"]!);
        Assert.Equal(("PACK-0005", "a.csv"), ((string)body["errors"]![0]!["code"]!, (string)body["errors"]![0]!["where"]!));
    }

    [Fact]
    public async Task English_IsAskedForOnce_AndRemembered()
    {
        Assert.Contains("数据包有", await TitleAsync("/problem"), StringComparison.Ordinal);
        Assert.Contains("The pack", await TitleAsync("/problem?lang=en"), StringComparison.Ordinal);
        Assert.Contains("The pack", await TitleAsync("/problem"), StringComparison.Ordinal);
        Assert.Contains("数据包有", await TitleAsync("/problem?lang=zh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrowsersOwnLanguage_IsNotAsked()
    {
        site.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB");
        Assert.Contains("数据包有", await TitleAsync("/problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DemoUser_IsChosenByTheForm_AndForgedPostsAreRefused()
    {
        using var forged = await PostAsync(("user", "operator"), ("back", "/"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal("nobody", await site.Client.GetStringAsync(new Uri("/who", UriKind.Relative)));

        var token = await site.Client.GetStringAsync(new Uri("/token", UriKind.Relative));
        using var chosen = await PostAsync(("user", "operator"), ("back", "//elsewhere.example"), ("__RequestVerificationToken", token));
        Assert.Equal((HttpStatusCode.Redirect, "/"), (chosen.StatusCode, chosen.Headers.Location!.ToString()));
        Assert.Equal("operator", await site.Client.GetStringAsync(new Uri("/who", UriKind.Relative)));
    }

    private async Task<HttpResponseMessage> PostAsync(params (string Key, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Key, f.Value)));
        return await site.Client.PostAsync(new Uri("/demo-user", UriKind.Relative), form);
    }

    private async Task<string> TitleAsync(string path)
    {
        using var response = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["title"]!;
    }
}
