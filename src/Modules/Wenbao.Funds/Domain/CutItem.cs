using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <summary>Why a line is not cut.</summary>
/// <remarks>Source: mechanism S107.</remarks>
public enum CutExemption
{
    /// <summary>It may be cut.</summary>
    None,

    /// <summary>Basic livelihood (基本民生支出).</summary>
    BasicLivelihood,

    /// <summary>Bound by an agreement (有协议约定).</summary>
    BoundByAgreement,
}

/// <summary>One line of a cut list (压减明细).</summary>
/// <param name="Line">The line.</param>
/// <param name="Class">Its class.</param>
/// <param name="Base">What the district has given to it.</param>
/// <param name="Wanted">The percent of the base, rounded to the fen; nought for exempt lines.</param>
/// <param name="Cut">What is cut: as much of the wanted as was free.</param>
/// <param name="Exemption">Why it is not cut.</param>
/// <param name="Evidence">The evidence the pack gives for the exemption; null for lines that are not exempt.</param>
public sealed record CutItem(string Line, FundLineClass Class, Money Base, Money Wanted, Money Cut, CutExemption Exemption, LocalizedText? Evidence)
{
    /// <summary>What should have been cut and could not, because it is committed or spent already.</summary>
    public Money NotCut => Wanted - Cut;
}
