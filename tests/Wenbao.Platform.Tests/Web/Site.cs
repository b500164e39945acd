using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;
using Wenbao.Platform.Web;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Web;

/// <summary>A small site of the platform's parts on a free port.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TestFolder folder;
    private readonly HttpClientHandler cookies = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };

    private Site(WebApplication app, TestFolder folder)
    {
        this.app = app;
        this.folder = folder;
        Client = new HttpClient(cookies) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<Site> StartAsync()
    {
        var folder = new TestFolder().With("p/pack.yaml",
            "id: p\nversion: 1.0.0\ntitle: {zh: 试验区, en: Test district}\nas_of: 2020-06-30\ndistrict_code: 370215\ndistrict_name: {zh: 试验区, en: Test District}\nsynthetic_label: {zh: 合成数据，非真实, en: Synthetic data}\n");
        var pack = folder.Load("p");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(pack)
            .AddSingleton(new BusinessClock(new TestClock(), pack.Manifest.TimeZone, pack.Manifest.AsOf));
        builder.Services.AddLanguages().AddAntiforgery();
        var app = builder.Build();
        app.UseLanguages();
        app.UseAntiforgery();
        app.MapDemoUsers();
        app.MapGet("/problem", () => PackProblems.Defective.At("p", 1) with { Details = [PackProblems.FileMissing.At("a.csv", "a.csv")] } is var problem ? problem.ToHttp() : Results.Ok());
        app.MapGet("/who", (HttpContext http) => http.Actor() ?? "nobody");
        app.MapGet("/token", (HttpContext http, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(http).RequestToken);
        await app.StartAsync();
        return new Site(app, folder);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        cookies.Dispose();
        await app.DisposeAsync();
        folder.Dispose();
    }
}
