using System.Security.Cryptography;
using System.Text;
using Wenbao.Platform.Packs;
using Wenbao.Registry;
using Wenbao.TestKit;

namespace Wenbao.Synthesis.Tests;

/// <summary>The pack the tests make districts from.</summary>
internal static class District
{
    public static Pack Pack { get; } = PackLoader.Load(Repository.PathOf("packs/jimo-2020")).ShouldSucceed();

    public static RegistryDeclaration Registry { get; } = RegistryCatalogue.Read(Pack).ShouldSucceed().Declaration;

    public static Population Make(ulong seed, int? size) => PopulationGenerator.Make(Pack, Registry, seed, size).ShouldSucceed();

    /// <summary>A digest of every value of every table.</summary>
    public static string Digest(Population population)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in population.Tables.Values)
        {
            foreach (var column in table.Columns)
            {
                for (var row = 0; row < table.Rows; row++)
                {
                    hash.AppendData(Encoding.UTF8.GetBytes(column.FeelAt(row) + "\n"));
                }
            }

            foreach (var list in table.Lists)
            {
                for (var row = 0; row < list.Rows; row++)
                {
                    hash.AppendData(Encoding.UTF8.GetBytes($"{list.List.Id} {list.SubjectAt(row)} {list.ParentAt(row)} {string.Join('|', list.Columns.Select(c => c.FeelAt(row)))}\n"));
                }
            }

            foreach (var change in table.Changes)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(change + "\n"));
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
