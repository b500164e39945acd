using System.Globalization;
using Wenbao.Kernel;

namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>What departments and owners do in scenarios, in few words.</summary>
internal static class ScenarioSteps
{
    private static readonly Dictionary<string, string> OrdinaryFirm = new()
    {
        ["name"] = "即墨试验制造有限公司",
        ["kind"] = "enterprise",
        ["entity_kind"] = "company",
        ["ownership"] = "private",
        ["industry"] = "2011",
        ["town"] = "370215001",
        ["reg_district"] = "370215",
        ["reg_date"] = "2015-03-02",
        ["status"] = "active",
        ["dishonest"] = "false",
        ["org_type"] = "enterprise",
        ["si_district"] = "370215",
        ["staff"] = "50",
        ["revenue_2019"] = "8000000.00",
        ["assets_2019"] = "5000000.00",
        ["trade_key_list"] = "none",
    };

    /// <summary>A credit code that no generated subject has.</summary>
    public static string Code(int number)
    {
        var organisation = "9" + number.ToString("D7", CultureInfo.InvariantCulture);
        var body = "91370282" + organisation + OrganisationCode.CheckCharacter(organisation);
        return body + CreditCode.CheckCharacter(body);
    }

    /// <summary>The market register's file of one small manufacturer of the district, with some columns said otherwise.</summary>
    /// <returns>Its credit code.</returns>
    public static async Task<string> RegisterFirmAsync(this District district, int number, params (string Column, string Value)[] columns)
    {
        var row = new Dictionary<string, string>(OrdinaryFirm) { ["credit_code"] = Code(number) };
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        await district.ImportAsync("enterprise", string.Join(',', row.Keys) + "\n" + string.Join(',', row.Values) + "\n");
        return row["credit_code"];
    }

    /// <summary>A department corrects some values of a subject by a second file.</summary>
    public static async Task CorrectAsync(this District district, string subject, params (string Column, string Value)[] columns)
    {
        var (type, key) = subject.Length == 18 ? ("enterprise", "credit_code") : subject.StartsWith("XM", StringComparison.Ordinal) ? ("project", "project_no") : ("person", "person_no");
        await district.ImportAsync(type, $"{key},{string.Join(',', columns.Select(c => c.Column))}\n{subject},{string.Join(',', columns.Select(c => c.Value))}\n");
    }

    /// <summary>The subject stands in the policy's found list with the amount, and its owner is told the same.</summary>
    public static async Task<Explanation> ShouldBeFoundAsync(this District district, string policy, string subject, string amount)
    {
        Assert.Equal(amount, (await district.FindInListAsync(policy, subject))?.Amount.ToString());
        var told = await district.ExplainAsync(subject, policy);
        Assert.Equal(Outcome.Eligible, told.Outcome);
        Assert.All(told.Conditions, c => Assert.True(c.Result));
        return told;
    }

    /// <summary>The subject is not found; its owner is told exactly these failures, each with a reason, the clause, the values behind it and where they come from.</summary>
    public static async Task<Explanation> ShouldFailAsync(this District district, string policy, string subject, params string[] conditions)
    {
        Assert.Null(await district.FindInListAsync(policy, subject));
        var told = await district.ExplainAsync(subject, policy);
        Assert.Equal(Outcome.Ineligible, told.Outcome);
        Assert.Equal(conditions, told.Conditions.Where(c => c.Result == false).Select(c => c.Id));
        foreach (var failing in told.Conditions.Where(c => c.Result == false))
        {
            Assert.NotEqual("", failing.Reason.Zh);
            Assert.NotEqual("", failing.Reason.En);
            Assert.Contains(told.Policy.Clauses, c => c.Anchor == failing.Clause);
            Assert.All(failing.Inputs, i => Assert.NotEqual("", i.Source.Zh));
        }

        return told;
    }

    /// <summary>It cannot be told; the owner reads which datum is missing and which department has it.</summary>
    public static async Task ShouldLackAsync(this District district, string policy, string subject, string input, string department)
    {
        var told = await district.ExplainAsync(subject, policy);
        Assert.Equal(Outcome.Undetermined, told.Outcome);
        var missing = told.Conditions.Where(c => c.Result is null).SelectMany(c => c.Inputs).Where(i => i.IsMissing).ToList();
        Assert.Equal([input], missing.Select(i => i.Name).Distinct());
        Assert.All(missing, i => Assert.StartsWith(department, i.Source.Zh, StringComparison.Ordinal));
        Assert.All(missing, i => Assert.NotNull(i.NullMeans));
    }

    /// <summary>The only failing condition, with what would mend it: a near miss.</summary>
    public static ExplainedCondition ShouldBeNearMiss(this Explanation told)
    {
        Assert.True(told.IsNearMiss);
        var failing = Assert.Single(told.Conditions, c => c.Result == false);
        Assert.NotNull(failing.Mend);
        return failing;
    }

    /// <summary>The value of a step of the amount.</summary>
    public static decimal Step(this Explanation told, string id) => told.Steps.Single(s => s.Id == id).Value.AsNumber()!.Value;

    /// <summary>The input of a condition.</summary>
    public static ExplainedInput Input(this Explanation told, string condition, string input) =>
        told.Conditions.Single(c => c.Id == condition).Inputs.Single(i => i.Name == input);
}
