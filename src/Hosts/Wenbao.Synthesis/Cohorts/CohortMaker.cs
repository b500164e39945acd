using Wenbao.Platform.Packs;

namespace Wenbao.Synthesis;

/// <summary>Picks the members of cohorts and gives them their values and records.</summary>
internal sealed class CohortMaker(PopulationState state, PopulationTable table, PackReader reader, Dependencies dependencies)
{
    private readonly RowContext context = new(table, state.Seed);

    /// <summary>Makes one cohort.</summary>
    public void Make(Cohort cohort)
    {
        var order = Candidates(cohort);
        var taken = new HashSet<int>();
        foreach (var recipe in cohort.Recipes)
        {
            var members = Pick(cohort, recipe, order, taken);
            var wanted = state.Scaled(recipe.Count);
            if (recipe.Mode == PickMode.Count && members.Count < wanted && state.Scale == 1)
            {
                reader.Report(SynthesisProblems.TooFewCandidates.At(cohort.Place, $"{cohort.Id}/{recipe.Id}", wanted, members.Count));
            }

            Fill(cohort, recipe, members);
        }
    }

    private List<int> Candidates(Cohort cohort)
    {
        var salt = Draws.Salt(cohort.Id);
        var keyed = new List<(double Key, int Row)>();
        for (var row = 0; row < table.Rows; row++)
        {
            context.Row = row;
            if (cohort.Where is { } where && !where.Holds(context))
            {
                continue;
            }

            var weight = cohort.Weight is null ? 1.0 : (double)cohort.Weight.Draw(context).Number;
            if (weight > 0)
            {
                // Efraimidis and Spirakis: the largest keys are a weighted draw without replacement.
                context.Start(salt);
                keyed.Add((Math.Log(1 - context.Random.Unit()) / weight, row));
            }
        }

        keyed.Sort(static (a, b) => a.Key != b.Key ? b.Key.CompareTo(a.Key) : a.Row.CompareTo(b.Row));
        return keyed.ConvertAll(k => k.Row);
    }

    private List<int> Pick(Cohort cohort, Recipe recipe, List<int> order, HashSet<int> taken)
    {
        var wanted = recipe.Mode == PickMode.Rest ? int.MaxValue : state.Scaled(recipe.Count);
        string[] touched = [.. cohort.Sets.Concat(recipe.Variants.SelectMany(v => v.Sets)).Select(s => s.Column.Attribute.Id).Concat(recipe.NullOneOf.Where(n => !n.Contains('.')))
            .Concat(recipe.NoRecords ? [] : cohort.Records.Select(r => r.List.List.Id)).Distinct()];
        var members = new List<int>();
        foreach (var row in order)
        {
            if (members.Count >= wanted)
            {
                break;
            }

            if (taken.Contains(row))
            {
                continue;
            }

            context.Row = row;
            if (recipe.Where is { } where && !where.Holds(context))
            {
                continue;
            }

            if (!Array.Exists(touched, name => table.IsClaimed(name, row)))
            {
                taken.Add(row);
                members.Add(row);
            }
        }

        return members;
    }

    private void Fill(Cohort cohort, Recipe recipe, List<int> members)
    {
        var salt = Draws.Salt(cohort.Id + "/" + recipe.Id);
        var variants = Variants(recipe, members, salt);
        var variables = members.ConvertAll(_ => new Datum[cohort.VariableCount]);
        foreach (var (position, name, shape) in cohort.Variables)
        {
            var variableSalt = salt ^ Draws.Salt("$" + name);
            for (var i = 0; i < members.Count; i++)
            {
                Enter(members[i], i, variables[i]);
                context.Start(variableSalt);
                variables[i][position] = (variants[i]?.Variables.GetValueOrDefault(position) ?? shape).Draw(context);
            }

            if (recipe.Allots.TryGetValue(position, out var rule))
            {
                Allot(cohort.Place, cohort.Id + "/" + recipe.Id + ".$" + name, rule, position, members, variables);
            }
        }

        var records = new RecordMaker(context);
        string[] claimed = cohort.Claims ? [.. cohort.Keeps, .. cohort.Where?.Attributes ?? [], .. recipe.Where?.Attributes ?? []] : [];
        for (var i = 0; i < members.Count; i++)
        {
            Enter(members[i], i, variables[i]);
            Set(cohort.Sets, salt, cohort.Claims);
            Set(variants[i]?.Sets ?? [], salt ^ 1, cohort.Claims);
            dependencies.Refresh(context, cohort.Sets, variants[i]?.Sets ?? []);
            if (!recipe.NoRecords)
            {
                records.Make(cohort.Records, variants[i], salt);
            }

            Hide(recipe, salt);
            foreach (var name in claimed)
            {
                dependencies.Claim(name, members[i]);
            }

            foreach (var record in cohort.Records)
            {
                table.Claim(record.List.List.Id, members[i]);
            }

            state.Join(cohort.Id, table, members[i]);
            state.Join(cohort.Id + "/" + recipe.Id, table, members[i]);
            if (variants[i] is { } variant)
            {
                state.Join(cohort.Id + "/" + recipe.Id + "/" + variant.Name, table, members[i]);
            }
        }
    }

    private void Enter(int row, int member, Datum[] variables)
    {
        context.Row = row;
        context.Member = member;
        context.Variables = variables;
    }

    private void Set(IReadOnlyList<(PopulationColumn Column, ValueShape Shape)> sets, ulong salt, bool claims)
    {
        foreach (var (column, shape) in sets)
        {
            context.Start(salt ^ Draws.Salt(column.Attribute.Id));
            column[context.Row] = shape.Draw(context);
            if (claims)
            {
                dependencies.Claim(column.Attribute.Id, context.Row);
            }
        }
    }

    private Variant?[] Variants(Recipe recipe, List<int> members, ulong salt)
    {
        var chosen = new Variant?[members.Count];
        if (recipe.Variants.Count == 0)
        {
            return chosen;
        }

        var at = 0;
        foreach (var variant in recipe.Variants.Where(v => v.Count is not null))
        {
            for (var end = Math.Min(members.Count, at + state.Scaled(variant.Count!.Value)); at < end; at++)
            {
                chosen[at] = variant;
            }
        }

        var drawn = recipe.Variants.Where(v => v.Count is null).ToList();
        var sum = drawn.Sum(v => v.Weight);
        for (; at < members.Count && drawn.Count > 0; at++)
        {
            context.Row = members[at];
            context.Start(salt ^ 2);
            var left = context.Random.Unit() * sum;
            chosen[at] = drawn.Find(v => (left -= v.Weight) < 0) ?? drawn[^1];
        }

        return chosen;
    }

    private void Allot(string? place, string what, AllotRule rule, int position, List<int> members, List<Datum[]> variables)
    {
        var total = state.Scale == 1 ? rule.Total : rule.Total * state.Scale;
        total -= rule.Less is { } less ? variables.Sum(v => v[less].Number) : 0;
        var weights = new double[members.Count];
        var (low, high) = (new long[members.Count], new long[members.Count]);
        for (var i = 0; i < members.Count; i++)
        {
            Enter(members[i], i, variables[i]);
            weights[i] = Math.Max(0, (double)variables[i][position].Number);
            low[i] = rule.Min is null ? 0 : (long)decimal.Ceiling(rule.Min.Draw(context).Number / rule.Step);
            high[i] = rule.Max is null ? long.MaxValue / 4 : Math.Max(low[i], (long)decimal.Floor(rule.Max.Draw(context).Number / rule.Step));
        }

        var parts = Allotment.Share((long)decimal.Round(total / rule.Step), weights, low, high);
        if (parts is null && state.Scale == 1)
        {
            reader.Report(SynthesisProblems.CannotAllot.At(place, what, total, rule.Step * low.Sum(l => (decimal)l), rule.Max is null ? "∞" : rule.Step * high.Sum(h => (decimal)h)));
        }

        for (var i = 0; i < members.Count; i++)
        {
            variables[i][position] = Datum.Of((parts?[i] ?? Math.Clamp((long)(variables[i][position].Number / rule.Step), low[i], high[i])) * rule.Step);
        }
    }

    private void Hide(Recipe recipe, ulong salt)
    {
        if (recipe.NullOneOf.Count == 0)
        {
            return;
        }

        context.Start(salt ^ 3);
        var name = recipe.NullOneOf[(int)context.Random.Between(0, recipe.NullOneOf.Count - 1)];
        var parts = name.Split('.');
        if (parts.Length == 1)
        {
            table.Find(name)![context.Row] = Datum.Null;
            dependencies.Claim(name, context.Row);
        }
        else if (table.FindList(parts[0]) is { } list)
        {
            for (var row = list.Rows - 1; row >= 0 && list.SubjectAt(row) == context.Row; row--)
            {
                list.Find(parts[1])![row] = Datum.Null;
            }
        }
    }
}
