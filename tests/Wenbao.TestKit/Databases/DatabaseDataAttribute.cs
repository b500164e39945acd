using System.Reflection;
using Wenbao.Platform.Data;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Wenbao.TestKit;

/// <summary>Runs a <see cref="DatabaseTheoryAttribute"/> once on SQLite and once on PostgreSQL, each with a fresh <see cref="TestDatabase"/> as its first parameter.</summary>
/// <remarks>Without a PostgreSQL server the second is skipped for everyone to see; where <c>CI=true</c> it fails.</remarks>
/// <param name="more">Further arguments of the test.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class DatabaseDataAttribute(params object?[] more) : DataAttribute
{
    /// <summary>Further arguments of the test.</summary>
    public IReadOnlyList<object?> More { get; } = more;

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => false;

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        ArgumentNullException.ThrowIfNull(disposalTracker);
        var sqlite = await TestDatabase.CreateAsync(DatabaseKind.Sqlite).ConfigureAwait(false);
        disposalTracker.Add(sqlite);
        if (PostgresServer.Missing is { } missing && !PostgresServer.IsRequired)
        {
            return [Row(sqlite), new TheoryDataRow([null, .. More]) { Skip = missing }];
        }

        var postgres = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql).ConfigureAwait(false);
        disposalTracker.Add(postgres);
        return [Row(sqlite), Row(postgres)];
    }

    private TheoryDataRow Row(TestDatabase database) => new([database, .. More]);
}
