using System.Globalization;
using Wenbao.Funds;

namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>In the synthetic district money can go where the clauses send it: whoever is found can be paid, but for a few whose account nobody knows.</summary>
public sealed class PayeeScenarioTests(MadeDistrict made)
{
    /// <summary>Found, and no account on record; more would hide the rest, none would hide the problem.</summary>
    private const decimal UnpayablePercentMax = 1m;

    [Fact]
    public async Task FoundSubjects_HaveAnAccount_OrTheOneWhoIsPaidForThemHas()
    {
        await using var district = await made.OpenAsync();
        await using var connection = await district.Database.OpenAsync(TestContext.Current.CancellationToken);
        long found = 0, unpayable = 0;
        foreach (var policy in JimoPack.Library.Policies.Where(p => p.Settlement is "pay" or "loan"))
        {
            foreach (var rule in policy.Payees.Where(r => r.When is null && r.Kind != PayeeKind.Party))
            {
                var type = JimoPack.Registry.Declaration.Find(policy.Audience)!;
                var paid = rule.From is { } reference ? JimoPack.Registry.Declaration.Find(type.FindAttribute(reference)!.Type.Target!)! : type;
                var account = paid.Account!;
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT COUNT(*), COUNT(CASE WHEN p.\"{account.Number.Id}\" IS NULL OR p.\"{account.Bank.Id}\" IS NULL THEN 1 END) "
                    + $"FROM pol_found_subjects f JOIN reg_{type.Id} s ON s.id = f.subject_id "
                    + $"LEFT JOIN reg_{paid.Id} p ON p.\"{paid.PublicId.Id}\" = s.\"{rule.From ?? type.PublicId.Id}\" WHERE f.policy = '{policy.Id}'";
                await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
                Assert.True(await row.ReadAsync(TestContext.Current.CancellationToken));
                found += row.GetInt64(0);
                unpayable += row.GetInt64(1);
            }
        }

        Assert.True(found > 500, "too few to tell");
        Assert.InRange(100m * unpayable / found, 0m, UnpayablePercentMax);
    }

    [Fact]
    public async Task Parties_ThatRecordsAndSubjectsName_AreThoseOfThePack()
    {
        var parties = Parties.Read(JimoPack.Pack).ShouldSucceed();
        await using var district = await made.OpenAsync();
        await using var connection = await district.Database.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var policy in JimoPack.Library.Policies)
        {
            foreach (var rule in policy.Payees.Where(r => r.Kind == PayeeKind.Party))
            {
                var inRecord = policy.Decide is DecidePlan.EachRecord each && JimoPack.Registry.Declaration.Find(policy.Audience)!.FindList(each.List)!.FindField(rule.From!) is not null;
                var table = inRecord ? $"reg_{policy.Audience}__{((DecidePlan.EachRecord)policy.Decide).List}" : "reg_" + policy.Audience;
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT \"{rule.From}\", COUNT(*) FROM {table} GROUP BY 1";
                await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
                var named = new List<string>();
                while (await rows.ReadAsync(TestContext.Current.CancellationToken))
                {
                    Assert.True(!inRecord || !await rows.IsDBNullAsync(0, TestContext.Current.CancellationToken), $"{policy.Id}: {rows.GetInt64(1).ToString(CultureInfo.InvariantCulture)} records name no {rule.From}");
                    named.AddRange(await rows.IsDBNullAsync(0, TestContext.Current.CancellationToken) ? [] : [rows.GetString(0)]);
                }

                Assert.NotEmpty(named);
                Assert.All(named, id => Assert.Equal(rule.Role, parties.FindParty(id)?.Role));
            }
        }
    }
}
