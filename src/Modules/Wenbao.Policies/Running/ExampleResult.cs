namespace Wenbao.Policies;

/// <summary>How a worked example came out (算例结果).</summary>
/// <param name="Id">The example's id.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Passes">Whether it came out as expected.</param>
/// <param name="Wanted">What was expected: outcome, failed conditions, unknown conditions, amount in yuan.</param>
/// <param name="Got">What came out, written likewise; or the problem that kept it from being decided.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Actual">What came out; null when it could not be decided.</param>
public sealed record ExampleResult(string Id, string Title, bool Passes, string Wanted, string Got, ExpectedDecision Expected, ExpectedDecision? Actual);
