namespace Wenbao.Crash.Child;

/// <summary>What a child writes, a line each, for its parent to read.</summary>
internal static class ChildLines
{
    /// <summary>Its services stand; the first command comes next.</summary>
    public const string Ready = "READY";

    /// <summary>A unit of work was committed; the key of the command follows that it belongs to, and its name.</summary>
    public const string Commit = "COMMIT ";

    /// <summary>A command was answered; its key follows, a digest of the answer, and one of the answer without what depends on moments.</summary>
    public const string Outcome = "OUTCOME ";

    /// <summary>A command was refused, and the child ends; the code of the problem follows.</summary>
    public const string Refused = "REFUSED ";

    /// <summary>The script is through.</summary>
    public const string Done = "DONE";
}
