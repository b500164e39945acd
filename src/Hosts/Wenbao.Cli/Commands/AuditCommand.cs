using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao audit</c>: proves the audit chain, and shows links of it.</summary>
internal static class AuditCommand
{
    private static readonly LocalizedText Proved = new("审计链完好：共 {0} 条，末条 {1}，哈希 {2}。", "The audit chain is sound: {0} links, the last of {1}, hash {2}.");
    private static readonly LocalizedText Empty = new("审计链为空。", "The audit chain is empty.");
    private static readonly LocalizedText AnchorsHold = new("{0} 个锚点全部在链上，最后一个是第 {1} 条（{2} 留存）。", "All {0} anchors are on the chain, the last of link {1} (kept {2}).");
    private static readonly LocalizedText NoAnchors = new("没有锚点文件，尾部若被截断查不出来。", "There is no anchor file: a tail that was cut could not have been seen.");
    private static readonly LocalizedText Witnessed = new("{0}：{1} 份与封存的摘要一致。", "{0}: {1} match the digests that were sealed.");
    private static readonly LocalizedText Recorded = new("本次核验已记入审计。", "This verification is on record.");
    private static readonly LocalizedText More = new("后面还有，用 --from {0} 继续。", "There are more: go on with --from {0}.");
    private static readonly LocalizedText Nothing = new("没有审计记录。", "No links found.");
    private static readonly LocalizedText At = new("时刻", "Moment");
    private static readonly LocalizedText Actor = new("用户", "User");
    private static readonly LocalizedText Operation = new("办理", "Operation");
    private static readonly LocalizedText Subject = new("对象", "Subject");
    private static readonly LocalizedText Digest = new("摘要", "Digest");

    public static Command Make(GlobalOptions options, Terminal terminal) =>
        new("audit", "审计：核验、查看 / The audit: verify it, look into it") { Verify(options, terminal), Show(options, terminal) };

    private static Command Verify(GlobalOptions options, Terminal terminal)
    {
        var anchors = new Option<FileInfo>("--anchors") { Description = "另存的锚点文件副本 / A copy of the anchor file kept elsewhere", HelpName = "FILE" };
        anchors.AcceptExistingOnly();
        var noRecord = new Option<bool>("--no-record") { Description = "核验成功也不记入审计 / Do not put a success on record" };
        var command = new Command("verify", "核验审计链、锚点和封存的内容 / Prove the chain, the anchors and what was sealed") { anchors, noRecord };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var report = await district.AskAsync(new VerifyAudit(parsed.GetValue(anchors)?.FullName), stop).ConfigureAwait(false);
            if (!report.IsSuccess)
            {
                return terminal.Refuse(report.Problem!);
            }

            var isRecorded = !parsed.GetValue(noRecord) && report.Value.Head.Sequence > 0;
            if (isRecorded && await district.SendAsync(new RecordAuditVerification(report.Value.Head), stop).ConfigureAwait(false) is { Problem: { } problem })
            {
                return terminal.Refuse(problem);
            }

            Write(terminal, report.Value, parsed.GetValue(options.Json), isRecorded);
            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static Command Show(GlobalOptions options, Terminal terminal)
    {
        var from = new Option<long?>("--from") { Description = "从第几条起；不写则从末尾往前 / First link; without it, from the end backwards", HelpName = "N" };
        var take = new Option<int>("--take") { Description = "最多几条，1 至 1000 / At most so many, 1 to 1000", HelpName = "M", DefaultValueFactory = _ => 20 };
        var subject = new Option<string?>("--subject") { Description = "只看一个对象 / One subject only", HelpName = "SUBJECT" };
        var actor = new Option<string?>("--actor") { Description = "只看一个用户 / One user only", HelpName = "USER" };
        var day = new Option<DateOnly?>("--day") { Description = "只看一天 / One day only", HelpName = "DATE" };
        take.Validators.Add(result =>
        {
            if (result.GetValue(take) is < 1 or > FindAuditLinks.TakeMax)
            {
                result.AddError(new LocalizedText("--take 要在 1 至 1000 之间。", "--take is between 1 and 1000.").For());
            }
        });
        var command = new Command("show", "查看审计记录 / Show links of the audit") { from, take, subject, actor, day };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var found = await district.AskAsync(
                new FindAuditLinks(parsed.GetValue(subject), parsed.GetValue(actor), parsed.GetValue(day), parsed.GetValue(from), null, parsed.GetValue(take)), stop).ConfigureAwait(false);
            if (!found.IsSuccess)
            {
                return terminal.Refuse(found.Problem!);
            }

            Write(terminal, found.Value, parsed.GetValue(options.Json), parsed.GetValue(from) is not null);
            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static void Write(Terminal terminal, AuditReport report, bool json, bool isRecorded)
    {
        if (json)
        {
            terminal.Json(new
            {
                links = report.Head.Sequence,
                hash = report.Head.Hash,
                at = report.HeadAt is { } at ? Moment(at) : null,
                anchors = report.Anchors,
                lastAnchor = report.LastAnchor is { } last ? new { link = last.Anchor.Sequence, hash = last.Anchor.Hash, at = Moment(last.At) } : null,
                witnesses = report.Witnesses.Select(w => new { subjects = w.SubjectPrefix, proved = w.Proved }),
                recorded = isRecorded,
            });
            return;
        }

        terminal.Line(report.HeadAt is { } moment ? Proved.With(Count(report.Head.Sequence), Moment(moment), report.Head.Hash) : Empty.For());
        terminal.Line(report.LastAnchor is { } anchor ? AnchorsHold.With(Count(report.Anchors), Count(anchor.Anchor.Sequence), Moment(anchor.At)) : NoAnchors.For());
        foreach (var witness in report.Witnesses)
        {
            terminal.Line(Witnessed.With(witness.Title.For(), Count(witness.Proved)));
        }

        if (isRecorded)
        {
            terminal.Line(Recorded.For());
        }
    }

    private static void Write(Terminal terminal, AuditPage page, bool json, bool isAscending)
    {
        if (json)
        {
            terminal.Json(page.Links.Select(link => new
            {
                link = link.Sequence,
                at = Moment(link.Entry.At),
                actor = link.Entry.Actor,
                operation = link.Entry.Operation,
                subject = link.Entry.Subject,
                digest = link.Entry.Digest,
                previousHash = link.PreviousHash,
                hash = link.Hash,
            }));
            return;
        }

        if (page.Links.Count == 0)
        {
            terminal.Line(Nothing.For());
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("#", At.For(), Actor.For(), Operation.For(), Subject.For(), Digest.For());
        foreach (var link in page.Links)
        {
            table.AddRow(
                Count(link.Sequence),
                Moment(link.Entry.At),
                Markup.Escape(link.Entry.Actor),
                Markup.Escape(link.Entry.Operation),
                Markup.Escape(link.Entry.Subject),
                Markup.Escape(link.Entry.Digest.Length > 12 ? link.Entry.Digest[..12] + "…" : link.Entry.Digest));
        }

        terminal.Console.Write(table);
        if (page.HasMore && isAscending)
        {
            terminal.Line(More.With(page.Links[^1].Sequence + 1));
        }
    }

    private static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
