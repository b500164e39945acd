namespace Wenbao.Crash.Child;

/// <summary>A commit of an undisturbed run.</summary>
/// <param name="Command">The key of the command that it belongs to.</param>
/// <param name="Work">The name of the unit of work: the operation's, or that of an event's handling that follows from it.</param>
internal sealed record CommitPoint(string Command, string Work);

/// <summary>Where a child kills itself: around the first commit of a name since it came to a command.</summary>
/// <param name="IsBefore">Before the commit, or right after it.</param>
/// <param name="At">The commit.</param>
/// <param name="IsPast">Whether earlier children came to the command already, so that what follows from it may come as soon as the child starts.</param>
internal sealed record KillPoint(bool IsBefore, CommitPoint At, bool IsPast)
{
    public static KillPoint Parse(string text)
    {
        var parts = text.Split('|');
        return new KillPoint(parts[0] == "before", new CommitPoint(parts[1], parts[2]), parts[3] == "past");
    }

    public override string ToString() => $"{(IsBefore ? "before" : "after")}|{At.Command}|{At.Work}|{(IsPast ? "past" : "ahead")}";
}
