using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>A subject to be loaded in bulk; it can be filled again for the next one once it is added.</summary>
public sealed class NewSubject
{
    /// <summary>Makes an empty one: all attributes at their no-record value, no records.</summary>
    public NewSubject(SubjectType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Type = type;
        Values = new FeelValue[type.Attributes.Count];
        Lists = new FeelList?[type.Lists.Count];
        Clear();
    }

    /// <summary>The subject type.</summary>
    public SubjectType Type { get; }

    /// <summary>The values, in declared order; derived ones are computed when it is added.</summary>
    public FeelValue[] Values { get; }

    /// <summary>The records, in the order of <see cref="SubjectType.Lists"/>: lists of contexts of <see cref="RecordList.Shape"/>, child lists as last members; null is empty.</summary>
    public FeelList?[] Lists { get; }

    /// <summary>Changes of the past, in any order; each tells the value until the day before.</summary>
    public IList<PastChange> Changes { get; } = [];

    /// <summary>The value of an attribute by its id.</summary>
    /// <exception cref="KeyNotFoundException">No such attribute.</exception>
    public FeelValue this[string id]
    {
        get => Values[Index(id)];
        set => Values[Index(id)] = value;
    }

    /// <summary>Back to empty.</summary>
    public void Clear()
    {
        for (var i = 0; i < Values.Length; i++)
        {
            Values[i] = Type.Attributes[i].NoRecord;
        }

        Array.Clear(Lists);
        Changes.Clear();
    }

    private int Index(string id) => Type.FindAttribute(id)?.Index ?? throw new KeyNotFoundException($"{Type.Id} has no attribute {id}.");
}

/// <summary>A change of the past that is loaded with a subject.</summary>
/// <param name="Attribute">The attribute's id.</param>
/// <param name="OldValue">The value until the day before.</param>
/// <param name="NewValue">The value from the day on.</param>
/// <param name="EffectiveOn">The first day of the new value.</param>
public sealed record PastChange(string Attribute, FeelValue OldValue, FeelValue NewValue, DateOnly EffectiveOn);
