using System.Diagnostics;
using Wenbao.Platform.Data;

namespace Wenbao.Crash.Child;

/// <summary>Tells each commit to the parent, and kills the process where it was told to, by the signal that nothing can catch.</summary>
internal sealed class Killer(KillPoint? point, TextWriter output) : ICommitObserver
{
    private string command = "start";
    private bool isArmed = point is { IsPast: true };

    /// <summary>The script comes to a command.</summary>
    public void Reach(string key)
    {
        command = key;
        isArmed |= point?.At.Command == key;
    }

    public void BeforeCommit(string work) => KillAt(isBefore: true, work);

    public void AfterCommit(string work)
    {
        KillAt(isBefore: false, work);
        output.WriteLine($"{ChildLines.Commit}{command} {work}");
        output.Flush();
    }

    private void KillAt(bool isBefore, string work)
    {
        if (isArmed && point!.IsBefore == isBefore && point.At.Work == work)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            new ManualResetEventSlim().Wait();
        }
    }
}
