using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Wenbao.EndToEnd;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies;
using Wenbao.Server;

[assembly: AssemblyFixture(typeof(Site))]

namespace Wenbao.EndToEnd;

/// <summary>One server with a small district, and one browser, for all tests. Without a browser the tests are skipped at the desk and fail where <c>CI</c> is set.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] BrowserArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private readonly TestFolder data = new();
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the server listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The policies of the district.</summary>
    public PolicyLibrary Library => app!.Services.GetRequiredService<PolicyLibrary>();

    /// <summary>Asks a query as somebody.</summary>
    public async Task<T> AskAsync<T>(IQuery<T> query, string user = DemoUsers.Operator)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IOperationPipeline>().AskAsync(query, new OperationContext(user))).ShouldSucceed();
    }

    /// <summary>Sends an operation as somebody; it must succeed.</summary>
    public async Task<T> SendAsync<T>(IOperation<T> operation, string user = DemoUsers.Operator) => (await TrySendAsync(operation, user)).ShouldSucceed();

    /// <summary>Sends an operation as somebody.</summary>
    public async Task<Result<T>> TrySendAsync<T>(IOperation<T> operation, string user = DemoUsers.Operator) =>
        await app!.Services.GetRequiredService<IOperationPipeline>().SendAsync(operation, new OperationContext(user));

    /// <summary>Moves the business day on, beginning each day on the way. Only for a site that no other test uses.</summary>
    public async Task MoveToAsync(DateOnly day)
    {
        var clock = app!.Services.GetRequiredService<BusinessClock>();
        while (clock.Today < day)
        {
            clock.MoveTo(clock.Today.AddDays(1));
            await SendAsync(new BeginBusinessDay(clock.Today));
        }
    }

    /// <summary>Where screenshots go for somebody to look at; null when nobody asked for them.</summary>
    public static string? Screenshots { get; } = Environment.GetEnvironmentVariable("WENBAO_SCREENSHOTS");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var options = new WenbaoOptions(PackFolder(), Path.Combine(data.Path, "data"));
        app = WenbaoServer.Build(options, "http://127.0.0.1:0").ShouldSucceed();
        Assert.Null(await DistrictDatabase.PrepareAsync(app.Services, CancellationToken.None));
        await ExampleDistrict.MakeAsync(app.Services);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        if (Screenshots is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        if (Chromium() is not null)
        {
            playwright = await Playwright.CreateAsync();
            browser = await LaunchAsync();
        }
    }

    /// <summary>Whether the browser lives.</summary>
    public bool HasBrowser => browser is { IsConnected: true };

    /// <summary>A new page of a given width; the caller closes its context.</summary>
    /// <param name="width">The width in CSS pixels.</param>
    /// <param name="withScripts">Whether the browser may run scripts at all; axe needs them.</param>
    /// <param name="user">Who reads; null for whom the site begins with, empty for a visitor.</param>
    public async Task<IPage> OpenAsync(int width = 1280, bool withScripts = true, string? user = null)
    {
        if (browser is null)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, "No Chromium on this machine.");
            Assert.Fail("No Chromium on this machine.");
        }

        if (!HasBrowser)
        {
            // A browser that died of one page must not take the other pages' tests with it.
            browser = await LaunchAsync();
        }

        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 780 : 900 },
            BypassCSP = withScripts,
            JavaScriptEnabled = withScripts,
        });
        if (user is not null)
        {
            await context.AddCookiesAsync([new Cookie { Name = "wenbao_user", Value = user.Length == 0 ? "visitor" : user, Url = Address.ToString() }]);
        }

        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        data.Dispose();
    }

    private Task<IBrowser> LaunchAsync() =>
        playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium(), Args = BrowserArguments });

    private static string? Chromium() =>
        new[] { Environment.GetEnvironmentVariable("WENBAO_CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private static string PackFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var pack = Path.Combine(folder.FullName, "packs", "jimo-2020");
            if (Directory.Exists(pack))
            {
                return pack;
            }
        }

        throw new DirectoryNotFoundException("packs/jimo-2020");
    }
}
