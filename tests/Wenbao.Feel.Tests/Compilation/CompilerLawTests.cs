using CsCheck;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Feel.Tests.Compilation;

/// <summary>The law of the two executables: the same tree over the same frame gives the same value.</summary>
public sealed class CompilerLawTests
{
    [Fact]
    public void AnyTypedExpression_CompiledAndInterpreted_Agree() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            var random = new Random(seed);
            var texts = new RandomExpressions(random);
            var names = new RandomFrame();
            var text = random.Next(3) == 0 ? texts.Number(4) : texts.Truth(4);
            var root = names.Bind(text);
            var compiled = FeelCompiler.Compile(root);
            var test = FeelCompiler.CompilePredicate(root);
            var interpreted = FeelExecutables.Interpret(root);
            for (var i = 0; i < 20; i++)
            {
                var frame = names.Fill(random, 10);
                var expected = interpreted.Evaluate((FeelValue[])frame.Clone());
                var copy = (FeelValue[])frame.Clone();
                Assert.True(expected == compiled.Evaluate(copy), $"{text} over {Describe(names, frame)}: {expected} but compiled {compiled.Evaluate(copy)}");
                Assert.True(expected.IsTrue == test(copy), $"{text} over {Describe(names, frame)}: {expected} but tested {test(copy)}");
            }
        },
        iter: 120,
        threads: 1);

    [Fact]
    public void ManyConditions_MaskHasABitForEachThatIsTrue() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            var random = new Random(seed);
            var texts = new RandomExpressions(random);
            var names = new RandomFrame();
            BoundNode[] conditions = [.. Enumerable.Range(0, 12).Select(_ => names.Bind(texts.Truth(3)))];
            var mask = FeelCompiler.CompilePredicateMask(conditions);
            var frame = names.Fill(random, 15);
            var expected = 0UL;
            for (var i = 0; i < conditions.Length; i++)
            {
                expected |= FeelExecutables.Interpret(conditions[i]).Evaluate((FeelValue[])frame.Clone()).IsTrue ? 1UL << i : 0UL;
            }

            Assert.Equal(expected, mask((FeelValue[])frame.Clone()));
        },
        iter: 30,
        threads: 1);

    [Fact]
    public void DecisionTables_CompiledAndInterpreted_Agree() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            var random = new Random(seed);
            var texts = new RandomExpressions(random);
            var names = new RandomFrame();
            var table = Table(random, texts, names);
            var compiled = FeelCompiler.Compile(table);
            var interpreted = FeelExecutables.Interpret(table);
            for (var i = 0; i < 20; i++)
            {
                var frame = names.Fill(random, 10);
                Assert.Equal(interpreted.Evaluate((FeelValue[])frame.Clone()), compiled.Evaluate(frame));
            }
        },
        iter: 40,
        threads: 1);

    [Fact]
    public void Contexts_CompiledAndInterpreted_Agree() => Gen.Int[0, int.MaxValue - 1].Sample(
        seed =>
        {
            var random = new Random(seed);
            var texts = new RandomExpressions(random);
            var names = new RandomFrame();
            var root = names.Bind($"{{ one: {texts.Number(3)}, two: {texts.Truth(3)} and one > 1, three: if two then one else {texts.Number(2)} }}");
            var frame = names.Fill(random, 10);

            Assert.Equal(FeelExecutables.Interpret(root).Evaluate((FeelValue[])frame.Clone()), FeelCompiler.Compile(root).Evaluate(frame));
        },
        iter: 40,
        threads: 1);

    [Fact]
    public void EntriesOfAContext_LaterOnesSeeEarlierOnes()
    {
        var names = new RandomFrame();
        var context = Assert.IsType<BoundContext>(names.Bind("{ big: a > 10, twice: function(x) x * 2, both: big and twice(a) < 30 }"));
        var frame = names.Scope.Layout.NewFrame();
        frame[names.Slots["a"].Slot] = FeelValue.Of((decimal?)12);

        var mask = FeelCompiler.CompileEntryMask(context.Entries)(frame);

        Assert.Equal(0b101UL, mask);
    }

    [Fact]
    public void SumThatOverflows_IsNull()
    {
        var names = new RandomFrame();
        var compiled = FeelCompiler.Compile(names.Bind("a + a * 2"));
        var frame = names.Scope.Layout.NewFrame();
        frame[names.Slots["a"].Slot] = FeelValue.Of((decimal?)decimal.MaxValue);

        Assert.True(compiled.Evaluate(frame).IsNull);
    }

    private static BoundDecisionTable Table(Random random, RandomExpressions texts, RandomFrame names)
    {
        BoundEntry[] inputs =
        [
            new("n", names.Scope.Define("n", FeelType.Number), names.Bind(texts.Number(2))),
            new("w", names.Scope.Define("w", FeelType.String), names.Slots["s"]),
        ];
        string[] numbers = ["< 3", "[1..5]", "> a", "-", "not(2)", "0, 4"];
        string[] words = ["\"x\"", "\"y\", \"z\"", "-", "not(\"x\")"];
        BoundRule[] rules =
        [
            .. Enumerable.Range(0, 3).Select(_ => new BoundRule(
                [
                    FeelEngine.BindUnaryTests(numbers[random.Next(numbers.Length)], names.Scope, FeelType.Number, inputs[0].Slot).Root,
                    FeelEngine.BindUnaryTests(words[random.Next(words.Length)], names.Scope, FeelType.String, inputs[1].Slot).Root,
                ],
                [names.Bind(random.Next(4) == 0 ? "s" : texts.Number(2))],
                null)),
        ];
        var policy = random.Next(2) == 0 ? FeelHitPolicy.First : FeelHitPolicy.Unique;
        return new(policy, FeelAggregation.None, inputs, rules, [], [], random.Next(2) == 0 ? [null] : [names.Bind("7")], FeelType.Any, default);
    }

    private static string Describe(RandomFrame names, FeelValue[] frame) =>
        string.Join(", ", names.Slots.Select(pair => pair.Key + "=" + FeelText.Write(frame[pair.Value.Slot])));
}
