namespace Wenbao.Synthesis;

/// <summary>Adds the records of one member.</summary>
internal sealed class RecordMaker(RowContext context)
{
    private const int RecordsMax = 10_000;

    /// <summary>Adds records, and those below them.</summary>
    public void Make(IReadOnlyList<RecordRecipe> recipes, Variant? variant, ulong salt)
    {
        for (var i = 0; i < recipes.Count; i++)
        {
            if (variant?.Drops.Contains(recipes[i].List.List.Id) != true && recipes[i].When?.Holds(context) != false)
            {
                Make(recipes[i], variant, salt + (ulong)i * 7919, -1);
            }
        }
    }

    private void Make(RecordRecipe recipe, Variant? variant, ulong salt, int parent)
    {
        var parts = Parts(recipe, salt);
        for (var i = 0; i < parts.Count; i++)
        {
            var row = recipe.List.Add(context.Row, parent);
            context.Records.Add((recipe.List, row));
            context.Index = i;
            if (recipe.Split is { } split)
            {
                context.Variables[split.Part] = Datum.Of(parts[i]);
            }

            if (recipe.Each is { } each)
            {
                each.Column[row] = each.Values[i];
            }

            var recordSalt = salt + (ulong)(i + 1) * 104729;
            foreach (var (column, shape) in recipe.Fields)
            {
                context.Start(recordSalt ^ Draws.Salt(column.Attribute.Id));
                column[row] = (variant?.Fields.GetValueOrDefault((recipe.List.List.Id, column.Attribute.Id)) ?? shape).Draw(context);
            }

            foreach (var division in recipe.Divisions)
            {
                Divide(division, row);
            }

            foreach (var child in recipe.Children)
            {
                if (child.When?.Holds(context) != false)
                {
                    Make(child, variant, recordSalt * 31 + 17, row);
                    context.Index = i;
                }
            }

            context.Records.RemoveAt(context.Records.Count - 1);
        }
    }

    /// <summary>One part for each record: the shares of the split, or zeros that only count.</summary>
    private List<decimal> Parts(RecordRecipe recipe, ulong salt)
    {
        context.Start(salt ^ 5);
        var count = recipe.Each is { } each ? each.Values.Count : recipe.Count is { } shape ? (int)shape.Draw(context).Number : 1;
        if (recipe.Split is not { } split)
        {
            return [.. new decimal[Math.Clamp(count, 0, RecordsMax)]];
        }

        var total = split.Of.Draw(context).Number;
        if (split.AtMost is { } most)
        {
            var top = most.Draw(context).Number;
            count = top > 0 ? (int)decimal.Ceiling(total / top) : 0;
            if (split.Filled)
            {
                return [.. Enumerable.Range(0, Math.Clamp(count, 0, RecordsMax)).Select(i => Math.Min(top, total - i * top))];
            }
        }

        count = Math.Clamp(count, 0, RecordsMax);
        if (count == 0)
        {
            return [];
        }

        var even = decimal.Floor(total / count / split.Step) * split.Step;
        var steps = (int)((total - even * count) / split.Step);
        List<decimal> parts = [.. Enumerable.Range(0, count).Select(i => even + (i < steps ? split.Step : 0))];
        parts[0] += total - parts.Sum();
        return parts;
    }

    private void Divide(DivisionRule division, int row)
    {
        var total = division.Of.Draw(context).Number;
        var left = total;
        for (var i = division.Into.Count - 1; i > 0; i--)
        {
            var (column, share) = division.Into[i];
            var part = decimal.Floor(total * share / division.Step) * division.Step;
            column[row] = Datum.Of(part);
            left -= part;
        }

        division.Into[0].Column[row] = Datum.Of(left);
    }
}
