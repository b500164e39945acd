using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Server;

namespace Wenbao.Funds.Tests.Books;

/// <summary>A town's server with its books, and a reader without scripts for each user.</summary>
internal sealed partial class BooksSite : IAsyncDisposable
{
    private readonly TestFolder folder;
    private readonly WebApplication app;
    private readonly Uri address;

    private BooksSite(TestFolder folder, WebApplication app)
    {
        this.folder = folder;
        this.app = app;
        address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public static async Task<BooksSite> StartAsync()
    {
        var folder = new TestFolder();
        var town = Repository.PathOf("tests/packs/tiny-town");
        foreach (var file in Directory.EnumerateFiles(town, "*", SearchOption.AllDirectories))
        {
            folder.With("town/" + Path.GetRelativePath(town, file), await File.ReadAllTextAsync(file));
        }

        folder.With("town/funds/lines.yaml", BooksScenario.LinesFile).With("town/funds/budget.yaml", BooksScenario.BudgetFile);
        var options = new WenbaoOptions(Path.Combine(folder.Path, "town"), Path.Combine(folder.Path, "data"));
        var app = WenbaoServer.Build(options, "http://127.0.0.1:0").ShouldSucceed();
        Assert.Null(await DistrictDatabase.PrepareAsync(app.Services, CancellationToken.None));
        await app.StartAsync();
        return new BooksSite(folder, app);
    }

    /// <summary>A reader who acts as a user; null for the one the site starts with.</summary>
    public HttpClient Reader(string user)
    {
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie("wenbao_user", user));
        return new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address };
    }

    public async Task<T> GetAsync<T>(IQuery<T> query) =>
        (await app.Services.GetRequiredService<IOperationPipeline>().AskAsync(query, new OperationContext(BooksScenario.Maker))).ShouldSucceed();

    public async Task<T> SendAsync<T>(IOperation<T> operation) =>
        (await app.Services.GetRequiredService<IOperationPipeline>().SendAsync(operation, new OperationContext(BooksScenario.Maker))).ShouldSucceed();

    /// <summary>Opens a page and sends one of its forms as it stands, with some fields filled in.</summary>
    /// <returns>The page that the reader sees then.</returns>
    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient reader, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await reader.GetStringAsync(page);
        var form = Form().Matches(html).Single(f => WebUtility.HtmlDecode(f.Groups["action"].Value) == action).Groups["body"].Value;
        var sent = Input().Matches(form).Select(i => (Name: Attribute(i.Value, "name"), Value: Attribute(i.Value, "value"), Type: Attribute(i.Value, "type")))
            .Where(i => i.Name.Length > 0 && (i.Type != "checkbox" || i.Value.Length > 0) && fields.All(f => f.Name != i.Name))
            .Select(i => KeyValuePair.Create(i.Name, i.Value)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await reader.PostAsync(action, new FormUrlEncodedContent(sent));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form[^>]*method=\"post\"[^>]*action=\"(?<action>[^\"]*)\"[^>]*>(?<body>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();
}
