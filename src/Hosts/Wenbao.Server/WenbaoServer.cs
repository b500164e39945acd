using System.IO.Compression;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Web;
using Wenbao.Policies;
using Wenbao.Server.Web;
using Wenbao.WebKit;
using Wenbao.WebKit.Forms;

namespace Wenbao.Server;

/// <summary>The web server of a district: pages rendered on the server, without scripts.</summary>
public static class WenbaoServer
{
    /// <summary>Where it listens when nothing else is said: this machine only.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>Builds the server; the caller prepares the database (<see cref="DistrictDatabase"/>) and runs it.</summary>
    /// <param name="options">What to work on.</param>
    /// <param name="addresses">Where to listen; none means <see cref="DefaultAddress"/>.</param>
    /// <returns>The server; or every problem of the pack at once.</returns>
    public static Result<WebApplication> Build(WenbaoOptions options, params string[] addresses)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(addresses);
        // The folder of the program, not the one it was started from, so that a stray appsettings.json changes nothing.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(addresses.Length == 0 ? [DefaultAddress] : addresses);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var added = builder.Services.AddWenbao(options);
        if (!added.IsSuccess)
        {
            return added.Problem!;
        }

        AddWeb(builder.Services, options);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddWeb(IServiceCollection services, WenbaoOptions options)
    {
        services.AddPolicyPages();
        services.AddWebKit([.. PolicyPages.Navigation, .. FundsPages.Navigation, .. AuditPages.Navigation]);
        services.AddRazorComponents();
        services.AddHealthChecks().AddAuditCheck();
        services.AddHostedService<DemoDayWatcher>();
        services.AddBusinessDayKeeper();
        // Keys outlive the process, so that a form opened before a restart can still be sent.
        services.AddDataProtection().SetApplicationName("wenbao").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataDirectory, "keys")));
        services.AddResponseCompression(o => o.EnableForHttps = false);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddSingleton(provider => new DemoUserDefault(DemoUsers.All.First(u => u.Duties.Contains(Duty.PolicyOfficer)).Actor));
    }

    private static void Use(WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseResponseCompression();
        app.UseLanguages();
        app.Use(SecurityHeaders.Add);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseFormGuard();
        app.UseAntiforgery();
        app.MapHealthChecks("/healthz");
        app.MapTheme();
        app.MapDemoUsers();
        app.MapFundsForms();
        app.MapPolicyForms();
        app.MapAuditForms();
        app.MapRazorComponents<App>().AddAdditionalAssemblies(PageAssemblies.All);
    }
}
