using System.Diagnostics;
using Wenbao.Platform.Data;

namespace Wenbao.Crash.Child;

/// <summary>Tells each commit to the parent, and kills the process where it was told to, by the signal that nothing can catch.</summary>
internal sealed class Killer(KillPoint? point, TextWriter output) : ICommitObserver
{
    private readonly Dictionary<string, int> seen = [];

    public void BeforeCommit(string work)
    {
        seen[work] = seen.GetValueOrDefault(work) + 1;
        KillAt(isBefore: true, work);
    }

    public void AfterCommit(string work)
    {
        KillAt(isBefore: false, work);
        output.WriteLine(ChildLines.Commit + work);
        output.Flush();
    }

    private void KillAt(bool isBefore, string work)
    {
        if (point is not null && point.IsBefore == isBefore && point.Work == work && seen[work] == point.Occurrence)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            new ManualResetEventSlim().Wait();
        }
    }
}
