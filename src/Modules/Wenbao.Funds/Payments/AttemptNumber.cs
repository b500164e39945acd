namespace Wenbao.Funds.Payments;

/// <summary>Numbers of attempts: the batch and the place in it in one number, so that the payments of a batch lie side by side and are found without an index.</summary>
internal static class AttemptNumber
{
    /// <summary>The most payments of a batch that the number has room for.</summary>
    public const int OrdinalsMax = 999_999;

    private const long Step = OrdinalsMax + 1;

    /// <summary>The number of a payment.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="ordinal">Its place in the batch, from 1.</param>
    public static long Of(long batch, long ordinal) => (batch * Step) + ordinal;

    /// <summary>The batch of a payment.</summary>
    public static long BatchOf(long attempt) => attempt / Step;

    /// <summary>The place of a payment in its batch.</summary>
    public static long OrdinalOf(long attempt) => attempt % Step;

    /// <summary>The condition that names the payments of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="column">The column with the number.</param>
    public static string Among(long batch, string column = "id") =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{column} BETWEEN {Of(batch, 1)} AND {Of(batch, OrdinalsMax)}");
}
