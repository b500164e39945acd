using System.Security.Cryptography;
using System.Text;
using Wenbao.Feel;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>How the declaration lies in tables: <c>reg_TYPE</c> a subject type, <c>reg_TYPE__LIST</c> a record list, one column an attribute.</summary>
internal static class RegistryTables
{
    public const string Columns = "reg_column";
    public const string Batches = "reg_batch";
    public const string Changes = "reg_change";
    public const string Changed = "reg_changed";

    public static readonly Column Id = new("id", ColumnType.Integer);
    public static readonly Column BatchId = new("batch_id", ColumnType.Integer);
    public static readonly Column SubjectId = new("subject_id", ColumnType.Integer);
    public static readonly Column RowId = new("row_id", ColumnType.Integer);
    public static readonly Column ParentRowId = new("parent_row_id", ColumnType.Integer);

    public static string Subjects(SubjectType type) => "reg_" + type.Id;

    public static string Records(SubjectType type, RecordList list) => $"reg_{type.Id}__{list.Id}";

    /// <summary>The columns of a subject table: id, batch, attributes.</summary>
    public static IReadOnlyList<Column> SubjectColumns(SubjectType type) => [Id, BatchId, .. type.Attributes.Select(ColumnOf)];

    /// <summary>The columns of a record table: subject, row, parent row of a child list, batch, fields.</summary>
    public static IReadOnlyList<Column> RecordColumns(RecordList list) =>
        list.Parent is null
            ? [SubjectId, RowId, BatchId, .. list.Fields.Select(ColumnOf)]
            : [SubjectId, RowId, ParentRowId, BatchId, .. list.Fields.Select(ColumnOf)];

    /// <summary>How many columns of a record table stand in front of the fields.</summary>
    public static int RecordPrefix(RecordList list) => list.Parent is null ? 3 : 4;

    public static Column ColumnOf(RegistryAttribute attribute) => new(attribute.Id, TypeOf(attribute.Type));

    public static ColumnType TypeOf(AttributeType type) => type.Kind switch
    {
        AttributeKind.Whole => ColumnType.Integer,
        AttributeKind.Decimal => ColumnType.Decimal(type.Precision, type.Scale),
        AttributeKind.Truth => ColumnType.Boolean,
        AttributeKind.Day => ColumnType.Date,
        _ => ColumnType.Text,
    };

    /// <summary>What must not change under a column that holds data; the codes of a choice may.</summary>
    public static string Signature(AttributeType type) => type.Kind == AttributeKind.Choice ? "enum" : type.Text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A value as bulk writers and parameters take it; an empty text is null.</summary>
    public static object? ToClr(FeelValue value, AttributeType type)
    {
        if (value.IsNull)
        {
            return null;
        }

        return type.Kind switch
        {
            AttributeKind.Whole => decimal.ToInt64(value.AsNumber()!.Value),
            AttributeKind.Decimal => value.AsNumber()!.Value,
            AttributeKind.Truth => value.IsTrue,
            AttributeKind.Day => value.AsDate()!.Value,
            _ => value.AsString() is { Length: > 0 } text ? text : null,
        };
    }

    /// <summary>The name of an index, within PostgreSQL's 63 bytes.</summary>
    public static string IndexName(string table, string column)
    {
        var name = $"ix_{table}_{column}";
        return name.Length <= 60 ? name : $"{name[..48]}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4))}";
    }
}
