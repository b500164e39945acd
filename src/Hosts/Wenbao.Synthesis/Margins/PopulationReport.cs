using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Registry;

namespace Wenbao.Synthesis;

/// <summary>Compares the registry, and what deciding gives, with the figures the synthetic district must reproduce (边际核对).</summary>
public static class PopulationReport
{
    private const string MarginsPath = "population/margins.yaml";

    private static readonly LocalizedText LaterTables = new("以后模块的表", "tables of later modules");
    private static readonly LocalizedText Ledgers = new("权益、账户和拨付记录", "entitlements, accounts and payments");
    private static readonly LocalizedText Deciding = new("判定", "deciding");

    /// <summary>Measures all margins of the pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="registry">What it declares about its registry.</param>
    /// <param name="reader">Reads the registry.</param>
    /// <param name="decided">Gives figures of decided cases; null when nothing has been decided.</param>
    /// <param name="ledger">Gives figures of entitlements and ledger; null when there are none.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>A figure a line, in the order of the pack; or the problem with the pack's margins.</returns>
    public static async Task<Result<IReadOnlyList<MarginFigure>>> MakeAsync(
        Pack pack, RegistryDeclaration registry, SubjectReader reader, IDecidedFigures? decided, ILedgerFigures? ledger = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var read = Read(pack, registry);
        if (!read.IsSuccess)
        {
            return read.Problem!;
        }

        foreach (var ofType in read.Value.Where(l => l.Rows is not null).GroupBy(l => l.Rows!.Type))
        {
            await MeasureAsync(ofType.Key, [.. ofType.Select(l => l.Rows!)], reader, cancel).ConfigureAwait(false);
        }

        var figures = new List<MarginFigure>();
        foreach (var line in read.Value)
        {
            var got = line.Rows?.Result ?? (line.Decided is { } measure && decided is not null ? await decided.MeasureAsync(measure, cancel).ConfigureAwait(false) : null);
            var settled = line.Ledger is { } wanted && ledger is not null ? await ledger.MeasureAsync(wanted, cancel).ConfigureAwait(false) : null;
            figures.Add(line.Figure with { Got = got, Ledger = settled, WaitsFor = got is null && settled is null ? WaitsFor(line) : null });
        }

        return figures;
    }

    /// <summary>Measures what needs no deciding on a district in memory; everything else waits.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="registry">What it declares about its registry.</param>
    /// <param name="population">The district.</param>
    public static Result<IReadOnlyList<MarginFigure>> Make(Pack pack, RegistryDeclaration registry, Population population)
    {
        ArgumentNullException.ThrowIfNull(population);
        var read = Read(pack, registry);
        if (!read.IsSuccess)
        {
            return read.Problem!;
        }

        foreach (var ofType in read.Value.Where(l => l.Rows is not null).GroupBy(l => l.Rows!.Type.Id))
        {
            Measure(population.Tables[ofType.Key], [.. ofType.Select(l => l.Rows!)]);
        }

        return read.Value.Select(l => l.Figure with { Got = l.Rows?.Result, WaitsFor = l.Rows is null ? WaitsFor(l) : null }).ToArray();
    }

    /// <summary>The figures that deciding gives, with their measures, in the order of the pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="registry">What it declares about its registry.</param>
    public static Result<IReadOnlyList<(MarginFigure Figure, DecidedMeasure Measure)>> DecidedMeasures(Pack pack, RegistryDeclaration registry) =>
        Read(pack, registry).Map<IReadOnlyList<(MarginFigure, DecidedMeasure)>>(lines => [.. lines.Where(l => l.Decided is not null).Select(l => (l.Figure, l.Decided!))]);

    /// <summary>The figures that entitlements and ledger give, with their measures, in the order of the pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="registry">What it declares about its registry.</param>
    public static Result<IReadOnlyList<(MarginFigure Figure, LedgerMeasure Measure)>> LedgerMeasures(Pack pack, RegistryDeclaration registry) =>
        Read(pack, registry).Map<IReadOnlyList<(MarginFigure, LedgerMeasure)>>(lines => [.. lines.Where(l => l.Ledger is not null).Select(l => (l.Figure, l.Ledger!))]);

    private static LocalizedText WaitsFor(Line line) => line.Decided is not null ? Deciding : line.Figure.Due == "money" ? Ledgers : LaterTables;

    private static Result<IReadOnlyList<Line>> Read(Pack pack, RegistryDeclaration registry)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(registry);
        if (pack.Find(MarginsPath) is not { } file)
        {
            return SynthesisProblems.NoPopulation.With(MarginsPath);
        }

        var reader = new PackReader();
        var lines = new List<Line>();
        foreach (var margin in reader.ReadYaml(file).Required("margins").Items())
        {
            margin.Allow("tolerance", "measured_as", "note");
            var policies = margin.Optional("policies")?.Texts() ?? [];
            var within = Within(margin.Optional("period")?.Text());
            foreach (var figure in margin.Required("figures").Items())
            {
                lines.Add(ReadLine(margin, figure, policies, within, registry));
            }
        }

        return reader.Complete<IReadOnlyList<Line>>(lines, MarginsPath);
    }

    private static Line ReadLine(PackNode margin, PackNode figure, IReadOnlyList<string> policies, Period? within, RegistryDeclaration registry)
    {
        var value = new MarginFigure(
            margin.Required("id").Text(), figure.Required("name").Text(), margin.Required("quote").Text(), margin.Required("due").Text(), margin.Required("unit").Text(),
            figure.Required("value").Decimal(), figure.Required("min").Decimal(), figure.Required("max").Decimal(), null, null);
        if (figure.Optional("measure") is not { } measure)
        {
            return new Line(value, null, null, null);
        }

        var ledger = measure.Optional("ledger");
        if (ledger?.Optional("capital") is { } capital)
        {
            return new Line(value, null, null, new LedgerMeasure(null, null, [], capital.Text(), within));
        }

        if (measure.Optional("decided") is not { } decided)
        {
            return new Line(value, RowMeasure.Read(measure, registry), null, null);
        }

        var attributes = measure.Optional("attribute") is { } same
            ? policies.ToDictionary(p => p, _ => same.Text(), StringComparer.Ordinal)
            : ByPolicy(measure.Optional("attributes"));
        var found = new DecidedMeasure(
            policies, decided.Enum<DecidedFigure>(), ByPolicy(measure.Optional("where")), attributes,
            measure.Optional("steps")?.Texts() ?? [], measure.Optional("less")?.Texts() ?? [], measure.Optional("of")?.Text());
        return new Line(value, null, found, ReadLedger(measure, ledger, found, within));
    }

    /// <summary>Entitlements are told apart by the line that paid them where found cases are by an attribute, so that the figure stands in the books.</summary>
    private static LedgerMeasure ReadLedger(PackNode measure, PackNode? ledger, DecidedMeasure found, Period? within)
    {
        var lines = ledger?.Optional("lines")?.Texts() ?? [];
        if (found.Where.Count > 0 && lines.Count == 0)
        {
            measure.Report(PackProblems.RuleBroken, "写了 where 的边际，要在 ledger 中写明资金科目（lines）。", "A margin with “where” names the fund lines that count in the ledger (ledger: lines).");
        }

        return new LedgerMeasure(found with { Where = new Dictionary<string, string>() }, ledger?.Optional("stage")?.Enum<LedgerStage>(), lines, null, within);
    }

    /// <summary>The days of a margin's period: two days, or from the first day of the year to the day; null for a period in words.</summary>
    private static Period? Within(string? period) => period?.Split('/') switch
    {
        [var first, var last] when Day(first) is { } from && Day(last) is { } to && from <= to => new Period(from, to),
        [var day] when Day(day) is { } to => new Period(new DateOnly(to.Year, 1, 1), to),
        _ => null,
    };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

    private static Dictionary<string, string> ByPolicy(PackNode? node) =>
        (node?.Entries() ?? []).ToDictionary(e => e.Key, e => e.Value.Text(), StringComparer.Ordinal);

    private static async Task MeasureAsync(SubjectType type, IReadOnlyList<RowMeasure> measures, SubjectReader reader, CancellationToken cancel)
    {
        int[] needs = [.. measures.Where(m => m.List is null).SelectMany(m => m.Needs).Distinct().Order()];
        List<RecordList> lists = [.. measures.Select(m => m.List).OfType<RecordList>().Distinct()];
        var query = new SubjectQuery { Columns = [.. needs.Select(n => type.Attributes[n].Id)], Lists = [.. lists.Select(l => l.Id)], WithHistory = false };
        var frame = new FeelValue[measures.Max(m => m.FrameSize)];
        await foreach (var batch in reader.StreamAsync(type, query, cancel).ConfigureAwait(false))
        {
            foreach (var row in batch.Rows)
            {
                for (var i = 0; i < needs.Length; i++)
                {
                    frame[needs[i]] = row.Values[i];
                }

                AddSubject(measures, frame);
                foreach (var measure in measures.Where(m => m.List is not null))
                {
                    foreach (var record in row.Lists[lists.IndexOf(measure.List!)].Items)
                    {
                        record.AsContext()!.Values[..measure.List!.Fields.Count].CopyTo(frame);
                        measure.Add(frame);
                    }
                }
            }
        }
    }

    private static void Measure(PopulationTable table, IReadOnlyList<RowMeasure> measures)
    {
        var frame = new FeelValue[measures.Max(m => m.FrameSize)];
        int[] needs = [.. measures.Where(m => m.List is null).SelectMany(m => m.Needs).Distinct()];
        for (var row = 0; row < table.Rows; row++)
        {
            foreach (var column in needs)
            {
                frame[column] = table.Columns[column].FeelAt(row);
            }

            AddSubject(measures, frame);
        }

        foreach (var measure in measures.Where(m => m.List is not null))
        {
            var records = table.FindList(measure.List!.Id)!;
            for (var row = 0; row < records.Rows; row++)
            {
                foreach (var column in measure.Needs)
                {
                    frame[column] = records.Columns[column].FeelAt(row);
                }

                measure.Add(frame);
            }
        }
    }

    private static void AddSubject(IReadOnlyList<RowMeasure> measures, FeelValue[] frame)
    {
        foreach (var measure in measures)
        {
            if (measure.List is null)
            {
                measure.Add(frame);
            }
        }
    }

    private sealed record Line(MarginFigure Figure, RowMeasure? Rows, DecidedMeasure? Decided, LedgerMeasure? Ledger);
}
