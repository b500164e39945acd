namespace Wenbao.Policies.Matching;

/// <summary>What the inputs that tell of earlier grants read (已享受情况的来源).</summary>
internal enum MemoryKind
{
    /// <summary>Nothing: each policy is judged alone; accumulations count what the same pass found.</summary>
    Alone,

    /// <summary>What the pass found before, in catalogue order: a found policy shuts out those it excludes.</summary>
    Found,

    /// <summary>What was really granted, and the ledger's balances: a claim is decided so.</summary>
    Granted,
}
