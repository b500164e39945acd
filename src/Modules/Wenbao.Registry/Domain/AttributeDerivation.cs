namespace Wenbao.Registry;

/// <summary>How an attribute follows from other attributes of its subject (派生).</summary>
public abstract record AttributeDerivation
{
    private protected AttributeDerivation()
    {
    }
}

/// <summary>By a FEEL expression over attribute ids.</summary>
/// <param name="Expression">The expression.</param>
public sealed record FeelDerivation(string Expression) : AttributeDerivation;

/// <summary>By a decision of a model in the pack.</summary>
/// <param name="Model">The file of the model, relative to the pack, such as <c>models/sme-size.dmn</c>.</param>
/// <param name="Decision">The name or id of the decision.</param>
/// <param name="Inputs">The model's input (name or id) to the FEEL expression over attribute ids that fills it.</param>
public sealed record ModelDerivation(string Model, string Decision, IReadOnlyDictionary<string, string> Inputs) : AttributeDerivation;
