namespace Wenbao.Registry;

/// <summary>The structure of a file breaks at a line; becomes <see cref="RegistryProblems.FileBroken"/>.</summary>
internal sealed class TableBrokenException(int line, Exception? cause = null) : Exception("The file is broken.", cause)
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;
}
