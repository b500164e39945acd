using System.Runtime.CompilerServices;
using Wenbao.Funds.Persistence;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Tests;

/// <summary>The tables that every database of these tests starts with.</summary>
internal static class Templates
{
    [ModuleInitializer]
    internal static void Declare() => TestDatabase.StartWith(MigratedContext.Of<FundsDb>(), MigratedContext.Of<PaymentsDb>());
}
