using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies;
using Wenbao.Registry;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao inbox</c>: the notices of a subject, or of the officers of a duty.</summary>
internal static class InboxCommand
{
    private static string Separator => Texts.Colon.For() == "：" ? "、" : ", ";

    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var recipient = new Argument<string>("SUBJECT") { Description = "对象编号，或职责如 PolicyOfficer / A subject's number, or a duty such as PolicyOfficer" };
        var read = new Option<bool>("--mark-read") { Description = "列出后全部标为已读 / Mark all as read afterwards" };
        var stopped = new Option<NoticeKind[]?>("--stop") { Description = "不再告知这些消息 / Kinds that are not told any more", HelpName = "KIND", AllowMultipleArgumentsPerToken = true };
        var digest = new Option<NoticeDigest?>("--digest") { Description = "可以等的消息多久汇总一次 / How often notices are told that can wait", HelpName = "None|Daily|Weekly" };
        var command = new Command("inbox", "收件箱：未读的在前；也可设置告知方式 / Notices, unread ones first; or what is told, and how often") { recipient, read, stopped, digest };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var inbox = await InboxOfAsync(district, parsed.GetRequiredValue(recipient), stop).ConfigureAwait(false);
            if (parsed.GetResult(stopped) is not null || parsed.GetResult(digest) is not null)
            {
                return await WishAsync(district, terminal, parsed, inbox, parsed.GetResult(stopped) is null ? null : parsed.GetValue(stopped), parsed.GetValue(digest), options, stop).ConfigureAwait(false);
            }

            var found = await district.AskAsync(new FindNotices(inbox), stop).ConfigureAwait(false);
            if (!found.IsSuccess)
            {
                return terminal.Refuse(found.Problem!);
            }

            Write(terminal, found.Value, parsed.GetValue(options.Json));
            if (!parsed.GetValue(read))
            {
                return WenbaoCommand.Success;
            }

            var marked = await district.SendAsync(new MarkNoticesRead(inbox, found.Value.Newest), stop).ConfigureAwait(false);
            if (!marked.IsSuccess)
            {
                return terminal.Refuse(marked.Problem!);
            }

            if (!parsed.GetValue(options.Json))
            {
                terminal.Line(ClaimCliTexts.MarkedRead.With(marked.Value.Count));
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    /// <summary>Changes what is told; what is not named stays as it was.</summary>
    private static async Task<int> WishAsync(
        District district, Terminal terminal, ParseResult parsed, Inbox inbox, NoticeKind[]? stopped, NoticeDigest? digest, GlobalOptions options, CancellationToken cancel)
    {
        var found = await district.AskAsync(new FindNotices(inbox), cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return terminal.Refuse(found.Problem!);
        }

        // An inbox without settings is asked all the same: the operation says why it has none.
        var before = found.Value.Wishes ?? new NoticeWishes([], NoticeDigest.None, 0);
        var set = await district.SendAsync(new SetNoticePreferences(inbox, stopped ?? before.Stopped, digest ?? before.Digest), cancel).ConfigureAwait(false);
        if (!set.IsSuccess)
        {
            return terminal.Refuse(set.Problem!);
        }

        var now = set.Value;
        if (parsed.GetValue(options.Json))
        {
            terminal.Json(new { stopped = now.Stopped.Select(k => k.ToString()), digest = now.Digest.ToString(), version = now.Version });
        }
        else
        {
            var kinds = now.Stopped.Count == 0 ? ClaimCliTexts.Nothing.For() : string.Join(Separator, now.Stopped.Select(k => NoticeTexts.Word(k).For()));
            terminal.Line(ClaimCliTexts.WishesNow.With(kinds, NoticeTexts.Word(now.Digest).For()));
        }

        return WenbaoCommand.Success;
    }

    private static async Task<Inbox> InboxOfAsync(District district, string recipient, CancellationToken cancel)
    {
        // By its name only: a subject's number must not be taken for the number of a duty.
        if (Enum.GetNames<Duty>().Contains(recipient))
        {
            return Inbox.OfOfficers(Enum.Parse<Duty>(recipient));
        }

        var reader = district.Services.GetRequiredService<SubjectReader>();
        foreach (var type in district.Registry.Declaration.SubjectTypes)
        {
            if ((await reader.NumbersAsync(type, [recipient], cancel).ConfigureAwait(false)).Count > 0)
            {
                return Inbox.OfSubject(type.Id, recipient);
            }
        }

        return Inbox.OfSubject("", recipient);
    }

    private static void Write(Terminal terminal, NoticePage page, bool json)
    {
        if (json)
        {
            terminal.Json(new
            {
                unread = page.Unread,
                notices = page.Items.Select(n => new
                {
                    id = n.Id,
                    kind = n.Kind.ToString(),
                    on = ClaimJson.Day(n.On),
                    read = n.IsRead,
                    entitlement = n.Entitlement,
                    amountFen = n.Amount?.Fen,
                    policies = n.Policies.Select(p => p.Id),
                    reason = ClaimJson.Of(n.Reason),
                }),
                digests = page.Groups.Where(g => g.Day is not null).Select(g => new
                {
                    on = ClaimJson.Day(g.Day),
                    read = g.Items[0].IsRead,
                    counts = g.Counts.Select(c => new { kind = c.Kind.ToString(), count = c.Count }),
                    notices = g.Items.Select(n => n.Id),
                }),
                stopped = page.Wishes?.Stopped.Select(k => k.ToString()),
                digest = page.Wishes?.Digest.ToString(),
            });
            return;
        }

        if (page.Items.Count == 0)
        {
            terminal.Line(ClaimCliTexts.NoNotices.For());
            return;
        }

        terminal.Line(ClaimCliTexts.Unread.With(page.Unread));
        var table = new Table().Border(TableBorder.Simple).AddColumns(ClaimCliTexts.Day.For(), ClaimCliTexts.Notice.For(), ClaimCliTexts.Policy.For(), ClaimCliTexts.Number.For())
            .AddColumn(ClaimCliTexts.Amount.For(), c => c.RightAligned()).AddColumns(ClaimCliTexts.Reason.For(), ClaimCliTexts.Read.For());
        foreach (var group in page.Groups)
        {
            if (group.Day is { } day)
            {
                table.AddRow(ClaimJson.Day(day)!, ClaimCliTexts.DigestOf.With(string.Join(Separator, group.Counts.Select(c => NoticeTexts.Word(c.Kind).For() + " " + ClaimJson.Number(c.Count)))), "", "", "", "", "");
            }

            foreach (var notice in group.Items)
            {
                table.AddRow(
                    group.Day is null ? ClaimJson.Day(notice.On)! : "", (group.Day is null ? "" : "· ") + NoticeTexts.Word(notice.Kind).For(), Markup.Escape(string.Join(Separator, notice.Policies.Select(p => p.Title.For()))),
                    notice.Entitlement is { } id ? ClaimJson.Number(id) : "", notice.Amount?.ToString() ?? "", Markup.Escape(notice.Reason?.For() ?? ""), (notice.IsRead ? Texts.Yes : Texts.No).For());
            }
        }

        terminal.Console.Write(table);
    }
}
