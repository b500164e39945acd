using CsCheck;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;
using Wenbao.Feel.Possibilities;
using Wenbao.Feel.Tests.Compilation;

namespace Wenbao.Feel.Tests.Possibilities;

/// <summary>Set evaluation against trying every value of small domains with the plain interpreter.</summary>
public sealed class PossibilityLawTests
{
    private static readonly DateOnly FirstDay = new(2020, 2, 20);

    private static readonly Dictionary<string, (ValueDomain Domain, FeelValue[] Values)> Small = new()
    {
        ["a"] = (ValueDomain.WholeNumbers(0, 12), [.. Enumerable.Range(0, 13).Select(i => FeelValue.Of((decimal?)i))]),
        ["b"] = (ValueDomain.Decimals(1, -0.5m, 1.5m), [.. Enumerable.Range(-5, 21).Select(i => FeelValue.Of((decimal?)(i / 10m)))]),
        ["c"] = (ValueDomain.WholeNumbers(-3, 3), [.. Enumerable.Range(-3, 7).Select(i => FeelValue.Of((decimal?)i))]),
        ["p"] = (ValueDomain.Boolean, [FeelValue.True, FeelValue.False]),
        ["q"] = (ValueDomain.Boolean, [FeelValue.True, FeelValue.False]),
        ["s"] = (ValueDomain.Enumeration(["x", "y", "xy", "w"]), [FeelValue.Of("x"), FeelValue.Of("y"), FeelValue.Of("xy"), FeelValue.Of("w")]),
        ["t"] = (ValueDomain.Enumeration(["x", "z"]), [FeelValue.Of("x"), FeelValue.Of("z")]),
        ["d"] = (ValueDomain.Dates(FirstDay, FirstDay.AddDays(24)), [.. Enumerable.Range(0, 25).Select(i => FeelValue.Of((DateOnly?)FirstDay.AddDays(i)))]),
        ["e"] = (ValueDomain.Dates(FirstDay, FirstDay.AddDays(12)), [.. Enumerable.Range(0, 13).Select(i => FeelValue.Of((DateOnly?)FirstDay.AddDays(i)))]),
    };

    [Fact]
    public void SmallDomains_AnswerIsWhatTryingAllValuesGives()
    {
        var unproven = 0;
        var judged = 0;
        Gen.Int[0, int.MaxValue - 1].Sample(
            seed =>
            {
                var random = new Random(seed);
                var names = new RandomFrame();
                var text = new RandomExpressions(random).Truth(4);
                var root = names.Bind(text);
                var frame = names.Fill(random, 10);
                var unknown = Small.Keys.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToArray();
                UnknownSlot[] unknowns = [.. unknown.Select(name => new UnknownSlot(names.Slots[name].Slot, Small[name].Domain))];
                var (anyTrue, anyOther) = TryAll(FeelExecutables.Interpret(root), (FeelValue[])frame.Clone(), unknown, names);

                var possibility = PossibilityEvaluator.Evaluate(root, frame, unknowns);

                var about = $"{text} with {string.Join(", ", unknown)} unknown over {Describe(names, frame)}";
                Assert.True(!anyTrue || possibility.MayBeTrue, about + ": not seen that it could be true");
                Assert.True(anyTrue || !possibility.MayBeTrue || !possibility.IsProven, about + ": claimed that it could be true");
                Assert.True(!anyOther || possibility.Truth != Truth.True, about + ": claimed that it is always true");
                Interlocked.Add(ref unproven, possibility.IsProven ? 0 : 1);
                Interlocked.Increment(ref judged);
            },
            iter: 1500,
            threads: 1);
        Assert.True(unproven * 50 < judged, $"{unproven} of {judged} could not be decided.");
    }

    /// <summary>Domains too large to try out: whatever a trial finds the answer must allow.</summary>
    [Fact]
    public void LargeDomains_TrialsNeverFindWhatWasRuledOut() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            var random = new Random(seed);
            var names = new RandomFrame();
            var text = new RandomExpressions(random).Truth(4);
            var root = names.Bind(text);
            var frame = names.Fill(random, 10);
            var unknown = new[] { "a", "b", "c", "s", "t", "d", "e" }.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToArray();
            UnknownSlot[] unknowns = [.. unknown.Select(name => new UnknownSlot(names.Slots[name].Slot, Large(name)))];
            var possibility = PossibilityEvaluator.Evaluate(root, frame, unknowns);
            var condition = FeelExecutables.Interpret(root);
            for (var i = 0; i < 150; i++)
            {
                foreach (var name in unknown)
                {
                    frame[names.Slots[name].Slot] = Trial(name, random);
                }

                var isTrue = condition.Evaluate((FeelValue[])frame.Clone()).IsTrue;
                var about = $"{text} with {string.Join(", ", unknown)} unknown over {Describe(names, frame)}: {possibility.Truth} but {isTrue}";
                Assert.True(isTrue ? possibility.MayBeTrue : possibility.Truth != Truth.True, about);
            }
        },
        iter: 500,
        threads: 1);

    [Fact]
    public void Frame_IsLeftAsItWas()
    {
        var inputs = new Inputs("a=?int; b=3; rows=[\"x\"]");
        var root = inputs.Bind("string length(string(a)) > b and a > b");
        var frame = inputs.Frame();
        var before = (FeelValue[])frame.Clone();

        PossibilityEvaluator.Evaluate(root, frame, inputs.Unknowns);

        Assert.Equal(before, frame);
    }

    private static (bool AnyTrue, bool AnyOther) TryAll(IFeelExecutable condition, FeelValue[] frame, string[] unknown, RandomFrame names)
    {
        var (anyTrue, anyOther) = (false, false);
        Turn(0);
        return (anyTrue, anyOther);

        void Turn(int index)
        {
            if (index == unknown.Length)
            {
                var isTrue = condition.Evaluate(frame).IsTrue;
                anyTrue |= isTrue;
                anyOther |= !isTrue;
                return;
            }

            foreach (var value in Small[unknown[index]].Values)
            {
                frame[names.Slots[unknown[index]].Slot] = value;
                Turn(index + 1);
            }
        }
    }

    private static ValueDomain Large(string name) => name switch
    {
        "a" => ValueDomain.WholeNumbers(),
        "b" => ValueDomain.Decimals(2, -1000m),
        "c" => ValueDomain.Numbers(),
        "s" or "t" => ValueDomain.Text,
        _ => ValueDomain.Dates(),
    };

    /// <summary>A value near the constants of random expressions, now and then a far one.</summary>
    private static FeelValue Trial(string name, Random random) => name switch
    {
        "a" => FeelValue.Of((decimal?)(random.Next(8) == 0 ? random.Next() : random.Next(16))),
        "b" => FeelValue.Of((decimal?)(random.Next(8) == 0 ? random.Next(100_000) : random.Next(-300, 1300) / 100m)),
        "c" => FeelValue.Of((decimal?)(random.Next(8) == 0 ? random.Next() / 7m : random.Next(0, 13_000) / 1000m)),
        "s" or "t" => FeelValue.Of((string?)(random.Next(6) switch { 0 => "x", 1 => "y", 2 => "xy", 3 => "z", 4 => "", _ => "x" + random.Next(9) })),
        _ => FeelValue.Of((DateOnly?)(random.Next(8) == 0 ? new DateOnly(1900, 1, 1).AddDays(random.Next(90_000)) : new DateOnly(2020, 1, 1).AddDays(random.Next(120)))),
    };

    private static string Describe(RandomFrame names, FeelValue[] frame) =>
        string.Join(", ", names.Slots.Select(pair => pair.Key + "=" + FeelText.Write(frame[pair.Value.Slot])));
}
