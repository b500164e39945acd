using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Funds;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Server;

namespace Wenbao.Policies.Tests.Pages;

/// <summary>The pages of what was paid out and what is late, in a town whose officers pay one firm and forget the other.</summary>
public sealed class PayoutPageTests
{
    [Fact]
    public async Task Pages_TellWhatWasPaidOut_AndWhatIsLate()
    {
        using var folder = new TestFolder();
        await using var app = WenbaoServer.Build(new WenbaoOptions(Repository.PathOf("tests/packs/pay-town"), Path.Combine(folder.Path, "data")), "http://127.0.0.1:0").ShouldSucceed();
        Assert.Null(await DistrictDatabase.PrepareAsync(app.Services, CancellationToken.None));
        await PayOneAndForgetOneAsync(app.Services, folder);
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        using var finance = Reader(address, "finance-officer");
        Assert.Contains("/payments/totals", await finance.GetStringAsync("/payments?lang=en"), StringComparison.Ordinal);
        var totals = await finance.GetStringAsync("/payments/totals?from=2020-01-01&by=Level&lang=en");
        Assert.Contains("Mean days, claim to payment", totals, StringComparison.Ordinal);
        Assert.Contains("total-row", totals, StringComparison.Ordinal);
        using var file = await finance.GetAsync("/payments/totals.csv?by=Policy");
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Policy,apprentice-grant,", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var late = await finance.GetStringAsync("/payments/late?lang=en");
        Assert.Contains("PT2", late, StringComparison.Ordinal);
        Assert.DoesNotContain("PT1", late, StringComparison.Ordinal);
        Assert.Contains("committed, to be published", late, StringComparison.Ordinal);

        using var officer = Reader(address, "policy-officer");
        Assert.Contains("/payments/totals", await officer.GetStringAsync("/"), StringComparison.Ordinal);
        using var owner = Reader(address, "owner");
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.GetAsync("/payments/totals")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.GetAsync("/payments/totals.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.GetAsync("/payments/late")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.GetAsync("/payments/totals?from=2020-06-30&to=2020-06-01")).StatusCode);
        await app.StopAsync();
    }

    private static HttpClient Reader(Uri address, string user)
    {
        var reader = new HttpClient { BaseAddress = address };
        reader.DefaultRequestHeaders.Add("Cookie", "wenbao_user=" + user);
        return reader;
    }

    private static async Task PayOneAndForgetOneAsync(IServiceProvider services, TestFolder folder)
    {
        var (pipeline, clock) = (services.GetRequiredService<IOperationPipeline>(), services.GetRequiredService<BusinessClock>());
        async Task<T> SendAsync<T>(IOperation<T> operation, string actor) => (await pipeline.SendAsync(operation, new OperationContext(actor))).ShouldSucceed();

        var file = Path.Combine(folder.Path, "firms.csv");
        await File.WriteAllTextAsync(file, "firm_no,apprentices,training_cost,bank_account,bank_name\nPT1,8,1000.00,6222000000000001,合成镇银行\nPT2,8,1000.00,6222000000000002,合成镇银行\n");
        await SendAsync(new ImportSubjects("enterprise", file), DemoUsers.Operator);
        await SendAsync(new ClaimEntitlement("apprentice-grant", "PT1", AccountTail: "0001"), "owner");
        var list = await SendAsync(new PublishList(), "finance-officer");
        await SendAsync(new ClaimEntitlement("apprentice-grant", "PT2", AccountTail: "0002"), "owner");
        clock.MoveTo(list.Until.AddDays(1));
        var batch = (await SendAsync(new MakeBatch(), "finance-officer")).Batch;
        await SendAsync(new ReleaseBatch(batch), "finance-approver");
        await SendAsync(new ExportBatch(batch), "finance-officer");
        var orders = (await pipeline.AskAsync(new GetBatchFile(batch), new OperationContext("finance-officer"))).ShouldSucceed();
        foreach (var answer in BankSimulator.Answer(orders.Content, new BankBehaviour()).ShouldSucceed())
        {
            var message = Path.Combine(folder.Path, answer.Name);
            await File.WriteAllBytesAsync(message, answer.Content);
            await SendAsync(new ImportBankMessage(message, answer.Name), "finance-officer");
        }

        clock.MoveTo(list.Until.AddDays(30));
    }
}
