namespace Wenbao.Platform.Data;

/// <summary>Told around each commit of this process, in the order they happen; nobody is by default. Tests that break a process off at a chosen moment stand here.</summary>
/// <remarks>Called on the thread that commits, so it should be quick. What it throws before a commit takes the unit of work back; it must not throw after one.</remarks>
public interface ICommitObserver
{
    /// <summary>Everything is written and will be committed next.</summary>
    /// <param name="work">The name of the unit of work: an operation's name, <c>event/HANDLER</c> for the handler of an event, <c>outbox/EVENT</c> for noting that one was handed out; empty for one without a name.</param>
    void BeforeCommit(string work);

    /// <summary>It is committed; nothing that follows from it has been done yet.</summary>
    /// <param name="work">The name of the unit of work.</param>
    void AfterCommit(string work);
}
