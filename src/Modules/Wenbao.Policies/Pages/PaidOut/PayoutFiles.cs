using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Platform.Web;

namespace Wenbao.Policies.Pages.PaidOut;

/// <summary>The file that the page of payouts hands out.</summary>
internal static class PayoutFiles
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(PayoutChoice.File, ExportAsync);

    private static async Task<IResult> ExportAsync(HttpContext http, string? from, string? to, string? by, string? policy, CancellationToken cancel)
    {
        var choice = PayoutChoice.Read(from, to, by, policy, http.RequestServices.GetRequiredService<BusinessClock>().Today);
        var payouts = await http.RequestServices.GetRequiredService<IOperationPipeline>().AskAsync(choice.Query, new OperationContext(http.Actor()), cancel).ConfigureAwait(false);
        return payouts.IsSuccess
            ? Results.File(Encoding.UTF8.GetBytes(PayoutTexts.Csv(payouts.Value)), "text/csv; charset=utf-8", $"payouts-{PayoutChoice.Written(choice.Within.From)}-{PayoutChoice.Written(choice.Within.To)}.csv")
            : payouts.Problem!.ToHttp();
    }
}
