using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Web;
using Wenbao.WebKit.Forms;
using Wenbao.WebKit.Texts;

namespace Wenbao.WebKit;

/// <summary>Puts the page of the audit together for a host. It lives here because the audit belongs to the platform, which has no pages, and every host with pages has this project.</summary>
public static class AuditPages
{
    internal const string Address = "/audit";
    internal const string VerifyAddress = "/do/audit/verify";
    private static readonly LocalizedText Title = new("审计", "Audit");
    private static readonly LocalizedText Proved = new("已核验到第 {0} 条，全部完好。", "Proved up to link {0}: all sound.");

    /// <summary>The entries of the main navigation.</summary>
    public static IReadOnlyList<NavigationEntry> Navigation { get; } = [new(Address, Title, [Duty.Auditor, Duty.Operator])];

    /// <summary>Maps what the form of the page posts to.</summary>
    public static IEndpointRouteBuilder MapAuditForms(this IEndpointRouteBuilder routes)
    {
        routes.MapOperationForm<AuditAnchor>(
            VerifyAddress,
            async (http, _, cancel) =>
            {
                // Proved outside any unit of work, so that nobody waits; what is put on record is only that it was.
                var report = await http.RequestServices.GetRequiredService<IOperationPipeline>().AskAsync(new VerifyAudit(), new OperationContext(http.Actor()), cancel).ConfigureAwait(false);
                return report.Map<IOperation<AuditAnchor>>(r => new RecordAuditVerification(r.Head));
            },
            (_, _) => Address,
            head => new LocalizedText(Fill(Proved.Zh, head), Fill(Proved.En, head)));
        return routes;
    }

    private static string Fill(string text, AuditAnchor head) => WebKitTexts.Fill(text, ReaderText.Count(head.Sequence));
}
