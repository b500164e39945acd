using Wenbao.Feel.Evaluation;
using Wenbao.Feel.Syntax;

namespace Wenbao.Feel.Binding;

internal sealed partial class Binder
{
    private BoundBinary BindBinary(BinarySyntax binary, BindingScope scope)
    {
        var left = Bind(binary.Left, scope);
        var right = Bind(binary.Right, scope);
        if (binary.Operator is FeelOperator.And or FeelOperator.Or)
        {
            CheckCondition(left);
            CheckCondition(right);
            return new BoundBinary(binary.Operator, left, right, FeelType.Boolean, binary.Span);
        }

        if (binary.Operator >= FeelOperator.Equal)
        {
            if (!TypeRules.Comparable(left.Type, right.Type))
            {
                ReportOperands(binary, left, right);
            }

            return new BoundBinary(binary.Operator, left, right, FeelType.Boolean, binary.Span);
        }

        var type = TypeRules.Arithmetic(binary.Operator, left.Type, right.Type);
        if (type is null)
        {
            ReportOperands(binary, left, right);
        }

        return new BoundBinary(binary.Operator, left, right, type ?? FeelType.Null, binary.Span);
    }

    private BoundNode BindNegate(NegateSyntax negate, BindingScope scope)
    {
        var operand = Bind(negate.Operand, scope);
        if (operand is BoundLiteral literal)
        {
            return Literal(Arithmetic.Negate(literal.Value), literal.Type, negate.Span);
        }

        var type = operand.Type.Kind is FeelKind.Number or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration or FeelKind.Null ? operand.Type : FeelType.Any;
        return new BoundNegate(operand, type, negate.Span);
    }

    private void ReportOperands(BinarySyntax binary, BoundNode left, BoundNode right) =>
        Report(FeelDiagnosticKinds.OperandTypes.At(binary.Span, Symbol(binary.Operator), TypeRules.Write(left.Type), TypeRules.Write(right.Type)));

    private void CheckCondition(BoundNode condition)
    {
        if (condition.Type.Kind is not (FeelKind.Boolean or FeelKind.Any or FeelKind.Null))
        {
            Report(FeelDiagnosticKinds.ConditionNotBoolean.At(condition.Span, TypeRules.Write(condition.Type)));
        }
    }

    private static string Symbol(FeelOperator operation) => operation switch
    {
        FeelOperator.Add => "+",
        FeelOperator.Subtract => "-",
        FeelOperator.Multiply => "*",
        FeelOperator.Divide => "/",
        FeelOperator.Power => "**",
        FeelOperator.Equal => "=",
        FeelOperator.NotEqual => "!=",
        FeelOperator.Less => "<",
        FeelOperator.LessOrEqual => "<=",
        FeelOperator.Greater => ">",
        FeelOperator.GreaterOrEqual => ">=",
        FeelOperator.And => "and",
        _ => "or",
    };
}
