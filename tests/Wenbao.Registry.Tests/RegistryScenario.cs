using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Platform;
using Wenbao.Platform.Operations;
using Wenbao.TestKit;

namespace Wenbao.Registry.Tests;

/// <summary>A small town's registry in a fresh database, with everything that operations need.</summary>
internal sealed class RegistryScenario : IAsyncDisposable
{
    public const string Firm = """
        id: firm
        title: {zh: 企业, en: Firm}
        public_id: code
        key: code
        display: name
        dimensions: {kind: kind}
        attributes:
          - {id: code, name: {zh: 代码, en: Code}, type: string, null: {kind: never}, check: credit_code}
          - {id: name, name: {zh: 名称, en: Name}, type: string, null: {kind: never}, source: {department: {zh: 市监局, en: Market office}, system: {zh: 登记库, en: Register}}}
          - {id: kind, name: {zh: 类别, en: Kind}, type: "enum:farm|mill", labels: {farm: {zh: 农场, en: farm}, mill: {zh: 工厂, en: mill}}}
          - {id: staff, name: {zh: 人数, en: Staff}, type: int, unit: {zh: 人, en: persons}, range: [0, 100000]}
          - {id: revenue, name: {zh: 收入, en: Revenue}, type: "decimal(18,2)", unit: {zh: 元, en: yuan}, no_record: 0.00}
          - {id: listed, name: {zh: 上市, en: Listed}, type: bool, no_record: false}
          - {id: founded, name: {zh: 成立日, en: Founded}, type: date, range: [1949-10-01, 2020-12-31]}
          - {id: phone, name: {zh: 电话, en: Phone}, type: string, sensitivity: secret, null: {kind: absent}}
          - {id: large, name: {zh: 大型, en: Large}, type: bool, derive: {feel: "if staff = null then null else staff >= 100"}}
        lists:
          - id: loans
            title: {zh: 贷款, en: Loans}
            key: [no]
            fields:
              - {id: no, name: {zh: 合同号, en: Contract}, type: string, null: {kind: never}}
              - {id: amount, name: {zh: 金额, en: Amount}, type: "decimal(18,2)", null: {kind: never}}
          - id: payments
            title: {zh: 还款, en: Payments}
            key: [paid_on]
            parent: loans
            fields:
              - {id: paid_on, name: {zh: 还款日, en: Paid on}, type: date, null: {kind: never}}
              - {id: paid, name: {zh: 还款额, en: Paid}, type: "decimal(18,2)"}
        """;

    public const string Plan = """
        id: plan
        title: {zh: 项目, en: Plan}
        public_id: no
        key: no
        display: title
        attributes:
          - {id: no, name: {zh: 项目号, en: Number}, type: string, null: {kind: never}}
          - {id: title, name: {zh: 项目名, en: Title}, type: string}
          - {id: owner, name: {zh: 业主, en: Owner}, type: "ref:firm"}
        """;

    private readonly ServiceProvider services;
    private int files;

    private RegistryScenario(TestDatabase database, TestFolder folder, RegistryCatalogue registry, ServiceProvider services)
    {
        Database = database;
        Folder = folder;
        Registry = registry;
        this.services = services;
    }

    public TestDatabase Database { get; }

    public TestFolder Folder { get; }

    public RegistryCatalogue Registry { get; }

    public SubjectType FirmType => Registry.Declaration.Find("firm")!;

    public SubjectReader Reader => services.GetRequiredService<SubjectReader>();

    public static async Task<RegistryScenario> StartAsync(TestDatabase database)
    {
        var folder = new TestFolder().WithPack("town").With("town/registry/firm.yaml", Firm).With("town/registry/plan.yaml", Plan);
        var pack = folder.Load("town");
        var registry = RegistryCatalogue.Read(pack).ShouldSucceed();
        (await RegistrySchema.EnsureAsync(database.Database, registry.Declaration)).ShouldSucceed();
        var services = new ServiceCollection().AddPlatform(pack, database.Database).AddRegistry(registry).BuildServiceProvider();
        return new RegistryScenario(database, folder, registry, services);
    }

    public static string Code(int number)
    {
        var body = "91370215" + number.ToString("00000000", System.Globalization.CultureInfo.InvariantCulture);
        body += OrganisationCode.CheckCharacter(body.AsSpan(8, 8));
        return body + CreditCode.CheckCharacter(body);
    }

    public string File(string content, Encoding? encoding = null, string extension = ".csv")
    {
        var path = Path.Combine(Folder.Path, $"file{++files}{extension}");
        System.IO.File.WriteAllText(path, content, encoding ?? new UTF8Encoding(false));
        return path;
    }

    public string NewPath(string extension = ".csv") => Path.Combine(Folder.Path, $"file{++files}{extension}");

    public Task<Result<T>> SendAsync<T>(IOperation<T> operation) =>
        services.GetRequiredService<IOperationPipeline>().SendAsync(operation, new OperationContext(DemoUsers.Operator), TestContext.Current.CancellationToken);

    public Task<Result<T>> AskAsync<T>(IQuery<T> query) =>
        services.GetRequiredService<IOperationPipeline>().AskAsync(query, new OperationContext(DemoUsers.Operator), TestContext.Current.CancellationToken);

    public async Task<ImportResult> ImportAsync(string content, DateOnly? asOf = null) =>
        (await SendAsync(new ImportSubjects("firm", File(content), asOf))).ShouldSucceed();

    public async Task<ImportResult> ImportListAsync(string list, string content, bool isComplete = false) =>
        (await SendAsync(new ImportRecords("firm", list, File(content), isComplete))).ShouldSucceed();

    public async Task<FeelValue> ValueAsync(int firm, string attribute, DateOnly? asOf = null) =>
        (await Reader.FindAsync(FirmType, Code(firm), new SubjectQuery { Columns = [attribute], AsOf = asOf })).ShouldSucceed().Row.Values[0];

    public async Task<List<SubjectRow>> RowsAsync(SubjectQuery? query = null, string type = "firm")
    {
        var rows = new List<SubjectRow>();
        await foreach (var batch in Reader.StreamAsync(Registry.Declaration.Find(type)!, query ?? new SubjectQuery()))
        {
            rows.AddRange(batch.Rows);
        }

        return rows;
    }

    public async Task<long> CountAsync(string table)
    {
        await using var connection = await Database.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Folder.Dispose();
    }
}
