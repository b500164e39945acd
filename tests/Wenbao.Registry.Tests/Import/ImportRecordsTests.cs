using Wenbao.Feel;
using Wenbao.TestKit;

namespace Wenbao.Registry.Tests.Import;

public sealed class ImportRecordsTests
{
    private static string C(int n) => RegistryScenario.Code(n);

    [DatabaseTheory, DatabaseData]
    public async Task RecordsAreMerged_ChildrenNest_CompleteFileRemoves(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        await town.ImportAsync($"code,name\n{C(1)},甲\n{C(2)},乙\n{C(3)},丙\n");
        var loans = await town.ImportListAsync("loans", $"代码,合同号,金额\n{C(2)},L1,100\n{C(2)},L2,200.5\n{C(3)},L1,7\n{C(9)},L1,1\n{C(2)},L1,5\n");
        Assert.Equal((5, 3, 2, 2), (loans.Read, loans.Created, loans.Quarantined, loans.ChangedSubjects));
        var payments = await town.ImportListAsync("payments", $"code,no,paid_on,paid\n{C(2)},L2,2020-01-31,1.00\n{C(2)},L2,2020-02-29,2.00\n{C(3)},L9,2020-01-31,1\n");
        Assert.Equal((2, 1), (payments.Created, payments.Quarantined));
        var rows = await town.RowsAsync(new SubjectQuery { Columns = ["name"], Lists = ["loans"], BatchSize = 2 });
        Assert.Equal([0, 2, 1], rows.Select(r => r.Lists[0].Count));
        var second = rows[1].Lists[0][1].AsContext()!;
        Assert.Equal(200.5m, second[1].AsNumber());
        Assert.Equal("[{paid_on: date(\"2020-01-31\"), paid: 1}, {paid_on: date(\"2020-02-29\"), paid: 2}]", FeelText.Write(second[2]).Replace("1.00", "1", StringComparison.Ordinal).Replace("2.00", "2", StringComparison.Ordinal));

        var history = await town.CountAsync("reg_change");
        var same = await town.ImportListAsync("loans", $"code,no,amount\n{C(2)},L1,100\n{C(2)},L2,200.50\n");
        Assert.Equal((2, 0), (same.Unchanged, same.ChangedSubjects));
        Assert.Equal(history, await town.CountAsync("reg_change"));

        var complete = await town.ImportListAsync("loans", $"code,no,amount\n{C(2)},L1,101\n", isComplete: true);
        Assert.Equal((1, 1), (complete.Changed, complete.Removed));
        rows = await town.RowsAsync(new SubjectQuery { Columns = ["name"], Lists = ["loans"] });
        Assert.Equal([0, 1, 1], rows.Select(r => r.Lists[0].Count));
        Assert.Equal(0, await town.CountAsync("reg_firm__payments"));
    }
}
