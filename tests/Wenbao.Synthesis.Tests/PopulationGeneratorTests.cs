using Wenbao.Kernel;
using Wenbao.Registry;
using Wenbao.TestKit;

namespace Wenbao.Synthesis.Tests;

public sealed class PopulationGeneratorTests
{
    [Fact]
    public void The_same_seed_and_size_give_the_same_district() => Assert.Equal(District.Digest(District.Make(7, 1500)), District.Digest(District.Make(7, 1500)));

    [Fact]
    public void Another_seed_gives_another_district() => Assert.NotEqual(District.Digest(District.Make(1, 300)), District.Digest(District.Make(2, 300)));

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(2500)]
    [InlineData(12000)]
    public void Small_districts_are_made_in_proportion(int size)
    {
        var population = District.Make(3, size);

        Assert.False(population.IsFullSize);
        var enterprises = population.Tables["enterprise"];
        var alive = Enumerable.Range(0, enterprises.Rows).Count(r => enterprises.Find("ended_on")!.IsNullAt(r));
        Assert.InRange(alive, size, size * 1.02 + 32);
        Assert.True(population.Tables["person"].Rows > 0);
        Assert.True(population.Tables["household"].Rows > 0);
        Assert.True(population.Tables["project"].Rows > 0);
    }

    [Fact]
    public void Nearly_everyone_has_a_made_up_account_and_no_two_subjects_the_same()
    {
        var population = District.Make(5, 20000);

        foreach (var (type, prefix) in new[] { ("enterprise", "8000"), ("person", "62290000") })
        {
            var table = population.Tables[type];
            var (numbers, banks) = (table.Find("bank_account")!, table.Find("bank_name")!);
            var known = Enumerable.Range(0, table.Rows).Where(r => !numbers.IsNullAt(r)).Select(r => numbers.FeelAt(r).AsString()!).ToList();
            Assert.InRange(100m * known.Count / table.Rows, 99m, 99.99m);
            Assert.All(known, number => Assert.StartsWith(prefix, number, StringComparison.Ordinal));
            Assert.Equal(known.Count, known.Distinct(StringComparer.Ordinal).Count());
            Assert.All(Enumerable.Range(0, table.Rows).Where(numbers.IsNullAt), r => Assert.True(banks.IsNullAt(r)));
        }

        var people = population.Tables["person"];
        var household = population.Tables["household"];
        var names = Enumerable.Range(0, people.Rows).ToDictionary(r => people.Find("person_no")!.FeelAt(r).AsString()!, r => people.Find("name")!.FeelAt(r).AsString());
        var heads = Enumerable.Range(0, household.Rows).Where(r => !household.Find("head")!.IsNullAt(r)).ToList();
        Assert.InRange(100m * heads.Count / household.Rows, 99m, 100m);
        Assert.All(heads, r => Assert.Equal(names[household.Find("head")!.FeelAt(r).AsString()!], household.Find("head_name")!.FeelAt(r).AsString()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(238601)]
    public void A_size_out_of_range_is_a_problem(int size) =>
        PopulationGenerator.Make(District.Pack, District.Registry, 1, size).ShouldBeProblem(SynthesisProblems.SizeWrong);

    [Fact]
    public void A_pack_without_population_is_a_problem()
    {
        using var folder = new TestFolder().WithPack("empty");

        PopulationGenerator.Make(folder.Load("empty"), District.Registry, 1, 10).ShouldBeProblem(SynthesisProblems.NoPopulation);
    }

    [Fact]
    public void Mistakes_in_the_shapes_are_problems_with_their_place()
    {
        using var folder = new TestFolder().WithPack("small")
            .With("small/registry/thing.yaml", """
                id: thing
                title: {zh: 物, en: Thing}
                public_id: code
                key: code
                display: code
                attributes:
                  - {id: code, name: {zh: 编号, en: Code}, type: string, sensitivity: public, null: {kind: never}}
                  - {id: colour, name: {zh: 颜色, en: Colour}, type: "enum:red|blue", sensitivity: public, null: {kind: absent}, labels: {red: {zh: 红, en: red}, blue: {zh: 蓝, en: blue}}}
                """)
            .With("small/population/population.yaml", "size: 10\ntypes:\n  - {type: thing, files: [thing.yaml]}\n")
            .With("small/population/thing.yaml", """
                strata:
                  - {id: all, count: 10}
                attributes:
                  code: {serial: 3}
                  colour: {pick: [red, green]}
                  weight: 3
                cohorts:
                  - {id: few, where: {colour: red}, set: {colour: {paint: 1}}, recipes: {some: {pick: 11}}}
                """);
        var pack = folder.Load("small");

        var problem = PopulationGenerator.Make(pack, RegistryCatalogue.Read(pack).ShouldSucceed().Declaration, 1, null).Problem;

        string[] codes = [.. problem!.Details!.Select(d => d.Code)];
        Assert.Contains("SYN-0002", codes);
        Assert.Contains("SYN-0003", codes);
        Assert.Contains("SYN-0004", codes);
        Assert.Contains("SYN-0008", codes);
        Assert.All(problem.Details!, d => Assert.NotNull(d.Where));
    }

    [Fact]
    public void The_data_are_labelled_as_synthetic()
    {
        Assert.NotNull(District.Pack.Manifest.SyntheticLabel);
        Assert.Contains("合成", District.Pack.Manifest.SyntheticLabel.Zh, StringComparison.Ordinal);
        Assert.Contains("Synthetic", District.Pack.Manifest.SyntheticLabel.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_are_valid_unlike_real_ones_and_unique()
    {
        var population = District.Make(5, 4000);
        var enterprises = population.Tables["enterprise"];
        var codes = Enumerable.Range(0, enterprises.Rows).Select(r => enterprises.Find("credit_code")!.TextAt(r)!).ToList();
        Assert.All(codes, c => Assert.True(CreditCode.IsValid(c), c));
        Assert.All(codes, c => Assert.Equal('Y', c[8]));
        Assert.Equal(codes.Count, codes.Distinct().Count());

        var people = population.Tables["person"];
        var numbers = Enumerable.Range(0, people.Rows).Select(r => people.Find("identity_number")!.TextAt(r)!).ToList();
        Assert.All(numbers, n => Assert.True(IdentityNumber.IsValid(n, new DateOnly(2020, 6, 30)), n));
        Assert.All(numbers, n => Assert.StartsWith("370299", n, StringComparison.Ordinal));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void Names_to_avoid_are_avoided()
    {
        var population = District.Make(2, 30000);
        var people = population.Tables["person"].Find("name")!;
        var firms = population.Tables["enterprise"].Find("name")!;
        string[] persons = ["张元升", "鞠朝友", "孙健", "衣志杰"];
        string[] brands = ["青岛即发", "青岛大众", "即墨区即发", "即墨区大众"];

        Assert.DoesNotContain(Enumerable.Range(0, population.Tables["person"].Rows), r => persons.Contains(people.TextAt(r)));
        Assert.DoesNotContain(Enumerable.Range(0, population.Tables["enterprise"].Rows), r => brands.Any(b => firms.TextAt(r)!.Contains(b, StringComparison.Ordinal)));
    }

    [Fact]
    public void Required_values_and_keys_of_records_are_there()
    {
        foreach (var table in District.Make(5, 4000).Tables.Values)
        {
            foreach (var column in table.Columns.Where(c => c.Attribute.NullKind == NullKind.Never && c.Attribute.Derivation is null))
            {
                Assert.All(Enumerable.Range(0, table.Rows), r => Assert.False(column.IsNullAt(r), $"{table.Type.Id}.{column.Attribute.Id} row {r}"));
            }

            foreach (var list in table.Lists)
            {
                var keys = list.List.OwnKey.Select(k => list.Columns[k.Index]).ToList();
                var seen = new HashSet<string>();
                Assert.All(Enumerable.Range(0, list.Rows), r => Assert.True(
                    seen.Add($"{list.SubjectAt(r)}/{list.ParentAt(r)}/{string.Join('/', keys.Select(k => k.FeelAt(r)))}"), $"{table.Type.Id}.{list.List.Id} row {r}"));
                foreach (var column in list.Columns.Where(c => c.Attribute.NullKind == NullKind.Never))
                {
                    Assert.All(Enumerable.Range(0, list.Rows), r => Assert.False(column.IsNullAt(r), $"{table.Type.Id}.{list.List.Id}.{column.Attribute.Id} row {r}"));
                }
            }
        }
    }
}
