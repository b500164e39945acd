using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

internal sealed class IfEvaluator(BoundIf node) : Evaluator
{
    private readonly Evaluator condition = Evaluators.For(node.Condition);
    private readonly Evaluator then = Evaluators.For(node.Then);
    private readonly Evaluator otherwise = Evaluators.For(node.Else);

    public override FeelValue Evaluate(FeelValue[] frame) => condition.Evaluate(frame).IsTrue ? then.Evaluate(frame) : otherwise.Evaluate(frame);
}

/// <summary>An iterator ready to run.</summary>
internal sealed class IteratorEvaluator(BoundIterator node)
{
    private readonly Evaluator domain = Evaluators.For(node.Domain);
    private readonly Evaluator? end = node.End is null ? null : Evaluators.For(node.End);

    public int Slot => node.Variable.Slot;

    /// <summary>What the variable takes in turn; null when the domain is no list, range or pair of ends.</summary>
    public FeelList? Values(FeelValue[] frame)
    {
        var start = domain.Evaluate(frame);
        if (end is null)
        {
            return Filtering.Domain(start);
        }

        return Filtering.Count(start, end.Evaluate(frame)) is { } counted ? new FeelList(counted) : null;
    }
}

internal sealed class ForEvaluator(BoundFor node) : Evaluator
{
    private readonly IteratorEvaluator[] iterators = [.. node.Iterators.Select(iterator => new IteratorEvaluator(iterator))];
    private readonly Evaluator body = Evaluators.For(node.Body);

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        List<FeelValue> results = [];
        return Turn(0, frame, results) ? FeelValue.Of(new FeelList([.. results])) : FeelValue.Null;
    }

    private bool Turn(int level, FeelValue[] frame, List<FeelValue> results)
    {
        if (level == iterators.Length)
        {
            if (node.Partial is { } partial)
            {
                frame[partial.Slot] = FeelValue.Of(new FeelList([.. results]));
            }

            results.Add(body.Evaluate(frame));
            return results.Count <= (node.Partial is null ? EvaluationLimits.TurnsMax : EvaluationLimits.PartialTurnsMax);
        }

        if (iterators[level].Values(frame) is not { } values)
        {
            return false;
        }

        foreach (var value in values.Items)
        {
            frame[iterators[level].Slot] = value;
            if (!Turn(level + 1, frame, results))
            {
                return false;
            }
        }

        return true;
    }
}

internal sealed class QuantifiedEvaluator(BoundQuantified node) : Evaluator
{
    private readonly IteratorEvaluator[] iterators = [.. node.Iterators.Select(iterator => new IteratorEvaluator(iterator))];
    private readonly Evaluator condition = Evaluators.For(node.Condition);

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        var turns = 0;
        var result = Turn(0, frame, ref turns);
        return turns > EvaluationLimits.TurnsMax ? FeelValue.Null : FeelValue.Of(result);
    }

    private bool? Turn(int level, FeelValue[] frame, ref int turns)
    {
        if (level == iterators.Length)
        {
            turns++;
            return condition.Evaluate(frame).AsBoolean();
        }

        if (iterators[level].Values(frame) is not { } values)
        {
            return null;
        }

        bool? result = node.Every;
        foreach (var value in values.Items)
        {
            frame[iterators[level].Slot] = value;
            var turn = Turn(level + 1, frame, ref turns);
            result = node.Every ? Logic.And(result, turn) : Logic.Or(result, turn);
            if (result == !node.Every || turns > EvaluationLimits.TurnsMax)
            {
                break;
            }
        }

        return result;
    }
}
