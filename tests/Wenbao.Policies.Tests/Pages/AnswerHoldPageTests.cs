using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Platform.Operations;
using Wenbao.Server;

namespace Wenbao.Policies.Tests.Pages;

/// <summary>A firm finds why it is held, and where to answer, on the page of its entitlement.</summary>
public sealed class AnswerHoldPageTests
{
    [Fact]
    public async Task Firm_IsLedFromItsInboxToTheForm_AndTheOfficerReadsTheAnswer()
    {
        using var folder = new TestFolder();
        await using var app = WenbaoServer.Build(new WenbaoOptions(Repository.PathOf("tests/packs/pay-town"), Path.Combine(folder.Path, "data")), "http://127.0.0.1:0").ShouldSucceed();
        Assert.Null(await DistrictDatabase.PrepareAsync(app.Services, CancellationToken.None));
        var pipeline = app.Services.GetRequiredService<IOperationPipeline>();
        async Task<T> SendAsync<T>(IOperation<T> operation, string actor) => (await pipeline.SendAsync(operation, new OperationContext(actor))).ShouldSucceed();

        var file = Path.Combine(folder.Path, "firms.csv");
        await File.WriteAllTextAsync(file, "firm_no,apprentices,training_cost,bank_account,bank_name\nPT1,8,1000.00,6222000000000001,合成银行\n");
        await SendAsync(new ImportSubjects("enterprise", file), DemoUsers.Operator);
        var granted = (await SendAsync(new ClaimEntitlement("apprentice-grant", "PT1", AccountTail: "0001"), "owner")).Cases[0].Entitlement;
        await SendAsync(new HoldEntitlement(granted, "请补交合同"), "policy-officer");
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        var inbox = await ReadAsync(address, "owner", "/subjects/enterprise/PT1/inbox");
        Assert.Contains("请补交合同", inbox, StringComparison.Ordinal);
        Assert.Contains($"href=\"/entitlements/{granted}\"", inbox, StringComparison.Ordinal);
        Assert.Contains($"action=\"/do/entitlements/{granted}/answer\"", await ReadAsync(address, "owner", $"/entitlements/{granted}"), StringComparison.Ordinal);
        Assert.DoesNotContain("/answer\"", await ReadAsync(address, "policy-officer", $"/entitlements/{granted}"), StringComparison.Ordinal);

        await SendAsync(new AnswerHold(granted, "合同已补交"), "owner");
        Assert.Contains("合同已补交", await ReadAsync(address, "policy-officer", $"/entitlements/{granted}"), StringComparison.Ordinal);
        Assert.DoesNotContain("/answer\"", await ReadAsync(address, "owner", $"/entitlements/{granted}"), StringComparison.Ordinal);

        // The inbox of a duty belongs to all its officers: nobody sets it for the others.
        var officers = await ReadAsync(address, "department-officer", "/inbox/DepartmentOfficer");
        Assert.Contains($"href=\"/entitlements/{granted}\"", officers, StringComparison.Ordinal);
        Assert.DoesNotContain("/settings\"", officers, StringComparison.Ordinal);
        Assert.Contains("/settings\"", inbox, StringComparison.Ordinal);

        // The way back to the decision names the version that decided.
        Assert.Contains("/policies/apprentice-grant/versions/1-", await ReadAsync(address, "policy-officer", $"/entitlements/{granted}"), StringComparison.Ordinal);
        await app.StopAsync();
    }

    private static async Task<string> ReadAsync(Uri address, string user, string page)
    {
        using var reader = new HttpClient { BaseAddress = address };
        reader.DefaultRequestHeaders.Add("Cookie", "wenbao_user=" + user);
        return System.Net.WebUtility.HtmlDecode(await reader.GetStringAsync(new Uri(page, UriKind.Relative)));
    }
}
