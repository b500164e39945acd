namespace Wenbao.Registry;

/// <summary>Which attributes of a subject type hold the account that money is paid onto (收款账户).</summary>
/// <param name="Holder">The name that the bank must know; the display attribute unless the pack says otherwise.</param>
/// <param name="Number">The account's number; secret.</param>
/// <param name="Bank">The bank, in words.</param>
/// <param name="BankCode">The bank's clearing code of 12 digits (联行号); null when the registry does not have it.</param>
public sealed record SubjectAccount(RegistryAttribute Holder, RegistryAttribute Number, RegistryAttribute Bank, RegistryAttribute? BankCode);
