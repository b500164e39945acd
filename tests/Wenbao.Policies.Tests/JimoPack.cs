using Wenbao.Platform.Packs;

namespace Wenbao.Policies.Tests;

/// <summary>The district's pack with its 60 policies, read once a run.</summary>
internal static class JimoPack
{
    private static readonly Lazy<Pack> Opened = new(() => PackLoader.Load(Repository.PathOf("packs/jimo-2020")).ShouldSucceed());
    private static readonly Lazy<RegistryCatalogue> Declared = new(() => RegistryCatalogue.Read(Opened.Value).ShouldSucceed());
    private static readonly Lazy<PolicyLibrary> Read = new(() => PolicyLibrary.Load(Opened.Value).ShouldSucceed());

    public static Pack Pack => Opened.Value;

    public static RegistryCatalogue Registry => Declared.Value;

    public static PolicyLibrary Library => Read.Value;
}
