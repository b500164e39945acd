using Microsoft.AspNetCore.Components;
using Wenbao.Feel;
using Wenbao.Registry;
using Wenbao.WebKit;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>The records behind a condition, folded away; personal fields stay hidden.</summary>
public sealed partial class RecordTable
{
    private const int RowsMax = 24;

    /// <summary>The policy.</summary>
    [Parameter, EditorRequired]
    public Policy Policy { get; set; } = null!;

    /// <summary>An input whose value is a list of records.</summary>
    [Parameter, EditorRequired]
    public ExplainedInput Input { get; set; } = null!;

    [Inject]
    private ValueWords Words { get; set; } = null!;

    private IReadOnlyList<FeelContext> Records { get; set; } = [];

    private IReadOnlyList<(int Index, string Title, RegistryAttribute? Field)> Columns { get; set; } = [];

    private int Left { get; set; }

    private string Title => Policy.Title.For() + " · " + Input.Label.For();

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var items = Input.Value.AsList()?.Items.ToArray() ?? [];
        Records = [.. items.Take(RowsMax).Select(i => i.AsContext()).OfType<FeelContext>()];
        Left = items.Length - Records.Count;
        var list = Words.ListOf(Policy, Input.Name);
        var names = (Policy.Inputs.FirstOrDefault(i => i.Name == Input.Name)?.Source as InputSource.Records)?.FieldNames;
        Columns = Records.Count == 0 ? [] : [.. Records[0].Shape.Names.Select((name, index) => Column(name, index, list, names)).Where(c => c.Field is not { IsMasked: true })];
    }

    private (int Index, string Title, RegistryAttribute? Field) Column(string name, int index, RecordList? list, IReadOnlyDictionary<string, string>? names)
    {
        var declared = Input.Type.Fields.FirstOrDefault(f => f.ModelName == name)?.Name ?? name;
        var field = list?.FindField(names?.GetValueOrDefault(declared, declared) ?? declared);
        return (index, ReaderText.IsChinese ? name : field?.Name.For() ?? declared, field);
    }
}
