namespace Wenbao.Crash.Child;

/// <summary>What a child writes, a line each, for its parent to read.</summary>
internal static class ChildLines
{
    /// <summary>Its services stand; the first command comes next.</summary>
    public const string Ready = "READY";

    /// <summary>A unit of work was committed; its name follows.</summary>
    public const string Commit = "COMMIT ";

    /// <summary>A command was answered; its key follows, a digest of the answer, and one of the answer without what depends on moments.</summary>
    public const string Outcome = "OUTCOME ";

    /// <summary>The script is through.</summary>
    public const string Done = "DONE";
}
