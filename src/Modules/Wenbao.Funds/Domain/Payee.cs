namespace Wenbao.Funds;

/// <summary>Who is paid, and onto which account (收款方). The account is personal data: shown with its last four digits only, never in problems, events or the audit.</summary>
/// <param name="PartyType">A subject type of the registry, or <c>party</c> for one of the pack's parties (banks, hospitals, suppliers, trainers, institutions).</param>
/// <param name="PartyId">The public id there.</param>
/// <param name="Name">The name, as the bank must know it.</param>
/// <param name="AccountNumber">The account.</param>
/// <param name="BankName">The bank, in words.</param>
/// <param name="BankCode">The bank's clearing code of 12 digits (联行号); null when only its name is known.</param>
public sealed record Payee(string PartyType, string PartyId, string Name, string AccountNumber, string BankName, string? BankCode);
