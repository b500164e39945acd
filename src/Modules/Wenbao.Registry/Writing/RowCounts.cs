namespace Wenbao.Registry;

/// <summary>What became of the rows of a file.</summary>
internal sealed class RowCounts
{
    public long Read { get; set; }

    public long Created { get; set; }

    public long Changed { get; set; }

    public long Unchanged { get; set; }

    public long Quarantined { get; set; }
}
