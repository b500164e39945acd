using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Feel;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies;
using Wenbao.Registry;

namespace Wenbao.EndToEnd;

/// <summary>A small district made of the worked examples of the pack's policies: one subject an example, so that every outcome comes up. Decided once.</summary>
internal static class ExampleDistrict
{
    /// <summary>Loads the subjects and decides every policy.</summary>
    public static async Task MakeAsync(IServiceProvider services)
    {
        var registry = services.GetRequiredService<RegistryCatalogue>();
        var library = services.GetRequiredService<PolicyLibrary>();
        var clock = services.GetRequiredService<BusinessClock>();
        await using (var work = await services.GetRequiredService<Database>().BeginAsync())
        {
            foreach (var type in registry.Declaration.SubjectTypes)
            {
                var loader = await BulkLoader.BeginAsync(registry, work, type, new BatchOrigin(clock.Today, clock.Now, "examples"));
                var number = 0;
                foreach (var policy in library.Policies.Where(p => p.Audience == type.Id))
                {
                    foreach (var example in policy.Examples)
                    {
                        await loader.AddAsync(new SubjectMaker(registry.Declaration, type, ++number).Make(policy, example));
                    }
                }

                await loader.CompleteAsync();
            }

            await work.CommitAsync();
        }

        var opened = await services.GetRequiredService<IOperationPipeline>().SendAsync(new OpenFundLines(), new OperationContext(DemoUsers.Operator));
        opened.ShouldSucceed();
        var decided = await services.GetRequiredService<IOperationPipeline>()
            .SendAsync(new DecideRegistry(clock.Today), new OperationContext(DemoUsers.Operator));
        decided.ShouldSucceed();
    }

    /// <summary>The public id of the subject of an example.</summary>
    public static string PublicId(PolicyLibrary library, string policy, string example)
    {
        var one = library.Find(policy).Value;
        var number = library.Policies.Where(p => p.Audience == one.Audience).SelectMany(p => p.Examples.Select(e => (p.Id, Example: e.Id))).ToList()
            .FindIndex(x => x.Id == policy && x.Example == example) + 1;
        return one.Audience == "enterprise" ? CreditCodeOf(number) : $"{one.Audience}-{number:00000}";
    }

    private static string CreditCodeOf(int number)
    {
        var organisation = number.ToString("D8", CultureInfo.InvariantCulture);
        var body = "91370215" + organisation + OrganisationCode.CheckCharacter(organisation);
        return body + CreditCode.CheckCharacter(body);
    }

    private sealed class SubjectMaker(RegistryDeclaration declaration, SubjectType type, int number)
    {
        public NewSubject Make(Policy policy, PolicyExample example)
        {
            var subject = new NewSubject(type);
            foreach (var attribute in type.Attributes)
            {
                subject[attribute.Id] = Usual(attribute, subject[attribute.Id], number);
            }

            if (type.Account is { } account)
            {
                // Every account is another one, so that nobody is paid twice by chance.
                subject[account.Number.Id] = FeelValue.Of($"3702{number:000000000000}");
                subject[account.Bank.Id] = FeelValue.Of("即墨示例银行");
            }

            subject[type.Display.Id] = FeelValue.Of(type.Display.IsMasked ? "王示例" : $"即墨示例{type.Title.Zh}{number}号（{policy.Title.Zh}）");
            FeelValue[]? record = null;
            foreach (var input in policy.Inputs)
            {
                if (!example.Inputs.TryGetProperty(input.Name, out var json))
                {
                    continue;
                }

                switch (input.Source)
                {
                    case InputSource.Attribute { Path: var path } when type.FindAttribute(path) is { Derivation: null } attribute:
                        subject[path] = Read(attribute.Type, json);
                        break;
                    case InputSource.Records records when type.FindList(records.List) is { Parent: null } list:
                        subject.Lists[IndexOf(list)] = Records(list, json, records.FieldNames);
                        break;
                    case InputSource.CaseField { Field: var field } when CaseList(policy) is { } list && list.FindField(field) is { } at:
                        record ??= Empty(list, 1);
                        record[at.Index] = Read(at.Type, json);
                        break;
                    default:
                        break;
                }
            }

            if (record is not null && CaseList(policy) is { Parent: null } cases && policy.Decide is DecidePlan.EachRecord each)
            {
                if (cases.FindField(each.DateField) is { } day && example.Inputs.TryGetProperty("eval_date", out var evaluated))
                {
                    record[day.Index] = Read(day.Type, evaluated);
                }

                subject.Lists[IndexOf(cases)] = new FeelList([FeelValue.Of(new FeelContext(cases.Shape, record))]);
            }

            return subject;
        }

        private RecordList? CaseList(Policy policy) => policy.Decide is DecidePlan.EachRecord each ? type.FindList(each.List) : null;

        private int IndexOf(RecordList list)
        {
            for (var i = 0; i < type.Lists.Count; i++)
            {
                if (ReferenceEquals(type.Lists[i], list))
                {
                    return i;
                }
            }

            throw new KeyNotFoundException(list.Id);
        }

        private FeelList? Records(RecordList list, JsonElement json, IReadOnlyDictionary<string, string> names)
        {
            if (json.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var records = new List<FeelValue>();
            foreach (var item in json.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object))
            {
                var values = Empty(list, records.Count + 1);
                foreach (var property in item.EnumerateObject())
                {
                    if (list.FindField(names.GetValueOrDefault(property.Name, property.Name)) is { } field)
                    {
                        values[field.Index] = Read(field.Type, property.Value);
                    }
                }

                records.Add(FeelValue.Of(new FeelContext(list.Shape, values)));
            }

            return new FeelList([.. records]);
        }

        private FeelValue[] Empty(RecordList list, int row)
        {
            var values = new FeelValue[list.Shape.Names.Count];
            foreach (var field in list.Fields)
            {
                values[field.Index] = Usual(field, field.NoRecord, (number * 100) + row, list.OwnKey.Contains(field));
            }

            return values;
        }

        private FeelValue Usual(RegistryAttribute attribute, FeelValue value, int own, bool isKey = false)
        {
            if (attribute == type.PublicId || attribute == type.Key)
            {
                return FeelValue.Of(attribute.Check == IdentifierCheck.CreditCode ? CreditCodeOf(number) : $"{type.Id}-{number:00000}");
            }

            if (type.Dimensions.GetValueOrDefault("town") == attribute)
            {
                return FeelValue.Of(Some(declaration.Divisions!.Entries.Where(e => e.Kind is "subdistrict" or "town").Select(e => e.Code)));
            }

            if (attribute.Check == IdentifierCheck.Industry)
            {
                return FeelValue.Of(Some(declaration.Industries!.Entries.Where(e => e.Level == 4).Select(e => e.Code)));
            }

            return !isKey && (!value.IsNull || attribute.NullKind != NullKind.Never) ? value : attribute.Type.Kind switch
            {
                AttributeKind.Whole or AttributeKind.Decimal => FeelValue.Of(isKey ? own : 0m),
                AttributeKind.Truth => FeelValue.False,
                AttributeKind.Day => FeelValue.Of(new DateOnly(2015, 1, 1).AddDays(isKey ? own : 0)),
                AttributeKind.Choice => FeelValue.Of(attribute.Type.Choices[0]),
                _ => FeelValue.Of($"{attribute.Id}-{own:000000}"),
            };
        }

        private string Some(IEnumerable<string> codes)
        {
            var all = codes.Order(StringComparer.Ordinal).ToList();
            return all[number * 7919 % all.Count];
        }

        private static FeelValue Read(AttributeType type, JsonElement json) => ValueText.Read(type, json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Null => null,
            _ => json.GetRawText(),
        });
    }
}
