using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Server;

namespace Wenbao.Policies.Tests.Pages;

/// <summary>Texts that people write are shown as texts, whatever they hold.</summary>
public sealed class HostileTextTests
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'";

    [Fact]
    public async Task NamesAndReasonsWithMarkup_AreShownAsTheyAreWritten()
    {
        using var folder = new TestFolder();
        await using var app = WenbaoServer.Build(new WenbaoOptions(Repository.PathOf("tests/packs/pay-town"), Path.Combine(folder.Path, "data")), "http://127.0.0.1:0").ShouldSucceed();
        Assert.Null(await DistrictDatabase.PrepareAsync(app.Services, CancellationToken.None));
        var pipeline = app.Services.GetRequiredService<IOperationPipeline>();
        async Task<T> SendAsync<T>(IOperation<T> operation, string actor) => (await pipeline.SendAsync(operation, new OperationContext(actor))).ShouldSucceed();

        var file = Path.Combine(folder.Path, "firms.csv");
        await File.WriteAllTextAsync(file, "firm_no,apprentices,training_cost,bank_account,bank_name\nPT1,8,1000.00,6222000000000001,<script>alert(3)</script>\n");
        await SendAsync(new ImportSubjects("enterprise", file), DemoUsers.Operator);
        var granted = (await SendAsync(new ClaimEntitlement("apprentice-grant", "PT1", AccountTail: "0001"), "owner")).Cases[0].Entitlement;
        await SendAsync(new HoldEntitlement(granted, Hostile), "policy-officer");
        await SendAsync(new AnswerHold(granted, Hostile + "答"), "owner");
        await SendAsync(new ProposeBudgetChange(BudgetChangeKind.Appropriate, "town_grants", Money.FromYuan(1m), Hostile), "finance-officer");
        await app.StartAsync();

        using var reader = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        reader.DefaultRequestHeaders.Add("Cookie", "wenbao_user=operator");
        var seen = 0;
        foreach (var address in (string[])[$"/entitlements/{granted}", "/subjects/enterprise/PT1/money", "/subjects/enterprise/PT1/inbox", "/inbox/DepartmentOfficer", "/books/budget", "/subjects/enterprise/PT1", "/entitlements?q=%3Cscript%3Ealert(4)%3C%2Fscript%3E", "/subjects/enterprise/%3Cscript%3Ealert(5)%3C%2Fscript%3E"])
        {
            var page = await reader.GetStringAnyAsync(address);
            Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
            seen += page.Contains("&lt;script&gt;alert(1)", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(seen >= 3, $"The hostile reason was shown on {seen} pages only.");
        await app.StopAsync();
    }
}

/// <summary>Pages that say no are pages too.</summary>
internal static class AnyPage
{
    /// <summary>What is answered, whatever the status.</summary>
    public static async Task<string> GetStringAnyAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return await answer.Content.ReadAsStringAsync();
    }
}
