using System.Globalization;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <content>Changes.</content>
internal static partial class CommitmentStore
{
    /// <summary>Booked commitments of entitlements, held for this unit of work.</summary>
    public static async Task<Dictionary<long, Commitment>> FindBookedAsync(IUnitOfWork work, IReadOnlyList<long> entitlements, CancellationToken cancel)
    {
        var found = new Dictionary<long, Commitment>(entitlements.Count);
        foreach (var chunk in entitlements.Chunk(ChunkMax))
        {
            foreach (var booked in await SelectAsync(work, $"WHERE c.stage = '{nameof(PaymentStage.Booked)}' AND c.entitlement IN ({List(chunk)})", cancel).ConfigureAwait(false))
            {
                found[booked.Entitlement] = booked;
            }
        }

        return found;
    }

    /// <summary>Writes grown bookings and the version that decided them.</summary>
    public static async Task ReviseAsync(IUnitOfWork work, IReadOnlyList<Commitment> revised, CancellationToken cancel)
    {
        var update = work.Command(
            "UPDATE fnd_commitment SET amount_fen = @amount, national_fen = @national, province_fen = @province, city_fen = @city, district_fen = @district, unshared_fen = @unshared, basis = @basis WHERE id = @id");
        await using (update.ConfigureAwait(false))
        {
            foreach (var commitment in revised)
            {
                update.Parameters.Clear();
                update.With(work.Dialect, "amount", ColumnType.Integer, commitment.Amount.Fen)
                    .With(work.Dialect, "national", ColumnType.Integer, commitment.Parts.National)
                    .With(work.Dialect, "province", ColumnType.Integer, commitment.Parts.Province)
                    .With(work.Dialect, "city", ColumnType.Integer, commitment.Parts.City)
                    .With(work.Dialect, "district", ColumnType.Integer, commitment.Parts.District)
                    .With(work.Dialect, "unshared", ColumnType.Integer, commitment.Parts.Unshared)
                    .With(work.Dialect, "basis", ColumnType.Integer, commitment.Basis)
                    .With(work.Dialect, "id", ColumnType.Integer, commitment.Id);
                await update.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Brings commitments to a stage.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="where">Which, as a condition over <c>fnd_commitment</c>.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="since">The business day it begins.</param>
    /// <param name="cancel">Stops the writing.</param>
    /// <param name="more">Further assignments, such as <c>batch = NULL</c>; null for none.</param>
    /// <param name="from">A table joined in the condition, such as <c>fnd_attempt a</c>; null for none.</param>
    /// <param name="parameters">Values for named parameters.</param>
    /// <returns>How many.</returns>
    public static async Task<int> MoveAsync(
        IUnitOfWork work, string where, PaymentStage stage, DateOnly since, CancellationToken cancel, string? more = null, string? from = null, params (string Name, ColumnType Type, object? Value)[] parameters)
    {
        var update = work.Command($"UPDATE fnd_commitment SET stage = @stage, since = @since{(more is null ? "" : ", " + more)}{(from is null ? "" : " FROM " + from)} WHERE {where}")
            .With(work.Dialect, "stage", ColumnType.Text, stage.ToString())
            .With(work.Dialect, "since", ColumnType.Date, since);
        await using (update.ConfigureAwait(false))
        {
            foreach (var (name, type, value) in parameters)
            {
                update.With(work.Dialect, name, type, value);
            }

            return await update.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The condition that names one commitment.</summary>
    public static string ById(long id) => string.Create(CultureInfo.InvariantCulture, $"id = {id}");
}
