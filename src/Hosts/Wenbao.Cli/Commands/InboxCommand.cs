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
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var recipient = new Argument<string>("SUBJECT") { Description = "对象编号，或职责如 PolicyOfficer / A subject's number, or a duty such as PolicyOfficer" };
        var read = new Option<bool>("--mark-read") { Description = "列出后全部标为已读 / Mark all as read afterwards" };
        var command = new Command("inbox", "收件箱：未读的在前 / Notices, unread ones first") { recipient, read };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var inbox = await InboxOfAsync(district, parsed.GetRequiredValue(recipient), stop).ConfigureAwait(false);
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
                stopped = page.Wishes.Stopped.Select(k => k.ToString()),
                digest = page.Wishes.Digest.ToString(),
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
        foreach (var notice in page.Items)
        {
            table.AddRow(
                ClaimJson.Day(notice.On)!, NoticeTexts.Word(notice.Kind).For(), Markup.Escape(string.Join(Texts.Colon.For() == "：" ? "、" : ", ", notice.Policies.Select(p => p.Title.For()))),
                notice.Entitlement is { } id ? ClaimJson.Number(id) : "", notice.Amount?.ToString() ?? "", Markup.Escape(notice.Reason?.For() ?? ""), (notice.IsRead ? Texts.Yes : Texts.No).For());
        }

        terminal.Console.Write(table);
    }
}
