using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Platform.Audit;

/// <summary>How the audit stands (审计概况): its end, its anchors, and when it was last proved.</summary>
[AllowedTo(Duty.Auditor, Duty.Operator)]
public sealed record GetAuditState : IQuery<AuditState>;

/// <summary>How the audit stands.</summary>
/// <param name="Head">The last link; null for an empty chain.</param>
/// <param name="Anchors">How the keeping of anchors stands; null where none are kept.</param>
/// <param name="Recorded">The link that put the last successful verification on record; null when there is none.</param>
/// <param name="LastHere">The last verification that this process ran; null when there was none.</param>
public sealed record AuditState(AuditLink? Head, AuditAnchorHealth? Anchors, AuditLink? Recorded, AuditVerification? LastHere);

internal sealed class GetAuditStateHandler(Database database, IServiceProvider services, AuditWatch watch) : IQueryHandler<GetAuditState, AuditState>
{
    public async Task<Result<AuditState>> HandleAsync(GetAuditState query, OperationScope scope, CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return new AuditState(
                await LastAsync("").ConfigureAwait(false),
                services.GetService<AuditAnchorKeeper>() is { } keeper ? WithLast(keeper) : null,
                await LastAsync($"WHERE subject = '{RecordAuditVerification.Subject}'").ConfigureAwait(false),
                watch.Last);
        }

        // A process that has committed nothing yet has not looked into the file.
        static AuditAnchorHealth WithLast(AuditAnchorKeeper keeper) => keeper.Health switch
        {
            { Last: null, Problem: null } health => keeper.File.Read() is { IsSuccess: true, Value: [.., var last] } ? health with { Last = last } : health,
            var health => health,
        };

        async Task<AuditLink?> LastAsync(string where)
        {
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
#pragma warning disable CA2100 // made of fixed parts
                command.CommandText = $"SELECT {AuditLog.Columns} FROM plt_audit {where} ORDER BY sequence DESC LIMIT 1";
#pragma warning restore CA2100
                await foreach (var link in AuditLog.ReadAsync(command, database.Dialect, cancel).ConfigureAwait(false))
                {
                    return link;
                }

                return null;
            }
        }
    }
}
