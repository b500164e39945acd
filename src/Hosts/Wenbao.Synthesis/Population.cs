namespace Wenbao.Synthesis;

/// <summary>A made district (合成区域): all tables of one seed and size.</summary>
/// <param name="Seed">The seed it follows from.</param>
/// <param name="Size">How many subjects of the leading type were asked for.</param>
/// <param name="IsFullSize">Whether it has the full size, at which the margins must hold.</param>
/// <param name="Tables">The tables by subject type, in the order they were made.</param>
public sealed record Population(ulong Seed, int Size, bool IsFullSize, IReadOnlyDictionary<string, PopulationTable> Tables);

/// <summary>How far the making of a population is.</summary>
/// <param name="Stage">What is being made: the id of a subject type or of a cohort.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all.</param>
public readonly record struct PopulationProgress(string Stage, int Done, int Total);

/// <summary>Takes the tables of a made district, such as into a database (接收端).</summary>
public interface IPopulationSink
{
    /// <summary>Takes one table with its records and changes. Tables that others refer to come first.</summary>
    /// <param name="table">The table; it may be read on several threads and does not change any more.</param>
    /// <param name="cancel">Stops the work.</param>
    Task WriteAsync(PopulationTable table, CancellationToken cancel);
}
