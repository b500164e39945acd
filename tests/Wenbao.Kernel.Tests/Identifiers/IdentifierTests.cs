using System.Globalization;
using CsCheck;

namespace Wenbao.Kernel.Tests;

public sealed class IdentifierTests
{
    private const string CreditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly DateOnly Today = new(2026, 6, 30);

    private static readonly Gen<string> CreditCodes =
        Gen.Select(Gen.Char[CreditCodeAlphabet].Array[2], Gen.Char['0', '9'].Array[6], Gen.Char[CreditCodeAlphabet].Array[8]).Select((office, division, body) =>
        {
            var front = new string([.. office, .. division, .. body, OrganisationCode.CheckCharacter(body)!.Value]);
            return front + CreditCode.CheckCharacter(front);
        });

    private static readonly Gen<string> IdentityNumbers = Gen.Select(Gen.Int[100_000, 999_999], Gen.Int[0, 40_000], Gen.Int[1, 999]).Select((division, born, sequence) =>
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{division}{new DateOnly(1900, 1, 1).AddDays(born):yyyyMMdd}{sequence:000}");
        return body + IdentityNumber.CheckCharacter(body);
    });

    public static TheoryData<string, string, bool> Vectors()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var row in ReferenceRows.Of("code-vectors.csv"))
        {
            data.Add(row[0], row[1], row[2] == "1");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Vector_IsJudgedAsListed(string kind, string code, bool isValid) =>
        Assert.Equal(isValid, kind == "uscc" ? CreditCode.IsValid(code) : IdentityNumber.IsValid(code, Today));

    [Fact]
    public void Vectors_AreAllThere()
    {
        Assert.Equal(25, Vectors().Count);
        Assert.Equal(13, ReferenceRows.Of("code-vectors.csv").Count(r => r[2] == "1"));
    }

    [Theory]
    [InlineData("91350100M000100Y43")] // the example of GB 32100-2015
    public void ExampleOfTheStandard_IsValid(string code)
    {
        Assert.True(CreditCode.IsValid(code));
        Assert.True(OrganisationCode.IsValid(code[8..17]));
    }

    [Theory]
    [InlineData("11010519491231002X")] // the examples of GB 11643-1999
    [InlineData("440524188001010014")]
    public void ExamplesOfTheStandard_AreValid(string number) => Assert.True(IdentityNumber.IsValid(number, Today));

    [Fact]
    public void OneWrongCharacterOfACreditCode_IsFound() => CreditCodes.Sample(
        code =>
        {
            Assert.True(CreditCode.IsValid(code));
            Assert.True(OrganisationCode.IsValid(code.AsSpan(8, 9)));
            return Changed(code).All(wrong => !CreditCode.IsValid(wrong));
        },
        iter: 200);

    [Fact]
    public void OneWrongCharacterOfAnOrganisationCode_IsFound() => CreditCodes.Select(code => code.Substring(8, 9)).Sample(
        code => Changed(code).All(wrong => !OrganisationCode.IsValid(wrong) || IsSameResidue(code, wrong)), iter: 200);

    [Fact]
    public void OneWrongCharacterOfAnIdentityNumber_IsFound() => IdentityNumbers.Sample(
        number =>
        {
            Assert.True(IdentityNumber.IsValid(number, new DateOnly(2100, 1, 1)));
            return Changed(number).All(wrong => !IdentityNumber.IsValid(wrong, new DateOnly(2100, 1, 1)));
        },
        iter: 200);

    [Fact]
    public void WrongText_IsInvalid_NeverAnException() => Gen.String.Sample(text =>
    {
        _ = CreditCode.IsValid(text);
        _ = OrganisationCode.IsValid(text);
        _ = IdentityNumber.IsValid(text, Today);
        _ = IdentityNumber.BirthDate(text);
        Assert.Equal(text.Length, IdentityNumber.Mask(text).Length);
    });

    [Fact]
    public void BirthAfterToday_IsInvalid()
    {
        const string Born = "370299202006309984";
        Assert.True(IdentityNumber.IsValid(Born, new DateOnly(2020, 6, 30)));
        Assert.False(IdentityNumber.IsValid(Born, new DateOnly(2020, 6, 29)));
        Assert.Equal(new DateOnly(2020, 6, 30), IdentityNumber.BirthDate(Born));
    }

    [Fact]
    public void MaskedNumber_HidesTheBirthDate() => Assert.Equal("370299********0017", IdentityNumber.Mask("370299196006300017"));

    [Fact]
    public void TypedCode_IsTrimmedAndRaisedBeforeItIsChecked() =>
        Assert.True(CreditCode.IsValid(CreditCode.Normalize(" 91370215y00000016y\t")));

    /// <summary>Every text that differs in one character; the characters tried are all of ASCII's digits and letters.</summary>
    private static IEnumerable<string> Changed(string code)
    {
        for (var at = 0; at < code.Length; at++)
        {
            foreach (var other in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".Where(c => c != code[at]))
            {
                yield return string.Concat(code.AsSpan(0, at), [other], code.AsSpan(at + 1));
            }
        }
    }

    /// <summary>GB 11714 counts letters 10 to 35 modulo 11, so characters eleven apart are the same to it; the credit code's own check tells them apart.</summary>
    private static bool IsSameResidue(string code, string wrong)
    {
        var at = Enumerable.Range(0, code.Length).First(i => code[i] != wrong[i]);
        return at < 8 && (Worth(code[at]) - Worth(wrong[at])) % 11 == 0;
    }

    private static int Worth(char c) => c <= '9' ? c - '0' : c - 'A' + 10;
}
