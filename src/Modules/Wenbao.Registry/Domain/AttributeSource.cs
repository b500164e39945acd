using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>Where values come from (来源).</summary>
/// <param name="Department">The department that answers for the values.</param>
/// <param name="System">Its system; null when the pack names none.</param>
public sealed record AttributeSource(LocalizedText Department, LocalizedText? System)
{
    /// <summary>Department and system in one line.</summary>
    public LocalizedText Text => System is null
        ? Department
        : new LocalizedText($"{Department.Zh} · {System.Zh}", $"{Department.En} · {System.En}");
}
