using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace ProfileSchema.Tests.Writing;

[Trait("Clause", "HASH-1")]
public sealed class HashTests
{
    [Fact]
    public void A_hash_is_lower_case_hex_of_the_utf8_bytes()
    {
        Assert.Equal(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            Hash("abc", ProfileHash.Sha256)
        );
        Arbitrary
            .Text.Where(text => text.Length > 0)
            .Sample(text => Assert.Equal(Reference(text), Hash(text, ProfileHash.Sha256)));
        string huge = new('ä', 100_000);
        Assert.Equal(Reference(huge), Hash(huge, ProfileHash.Sha256));
    }

    [Theory]
    [InlineData("Ann.Smith+x@Example.COM")]
    [InlineData("  ann.smith+x@example.com\t")]
    public void An_address_is_trimmed_and_in_lower_case(string email) =>
        Assert.Equal(Reference("ann.smith+x@example.com"), Hash(email, ProfileHash.Sha256Email));

    [Theory]
    [InlineData("+46 (70) 123-45.67")]
    [InlineData("0046701234567")]
    [InlineData(" +46/701234567 ")]
    [InlineData("+46 (0)70 123 45 67")]
    [InlineData("0046(0)701234567")]
    [InlineData("+46\u00A070\u2011123 45 67")]
    public void A_phone_number_is_in_the_form_of_e164(string phone) =>
        Assert.Equal(Reference("+46701234567"), Hash(phone, ProfileHash.Sha256Phone));

    [Theory]
    [InlineData("ann", ProfileHash.Sha256Email)]
    [InlineData("@example.com", ProfileHash.Sha256Email)]
    [InlineData("ann@", ProfileHash.Sha256Email)]
    [InlineData(" ", ProfileHash.Sha256Email)]
    [InlineData("0701234567", ProfileHash.Sha256Phone)]
    [InlineData("+46", ProfileHash.Sha256Phone)]
    [InlineData("+0701234567", ProfileHash.Sha256Phone)]
    [InlineData("00 070 123 45 67", ProfileHash.Sha256Phone)]
    [InlineData("(0)701234567", ProfileHash.Sha256Phone)]
    [InlineData("+1234567890123456", ProfileHash.Sha256Phone)]
    [InlineData("+46 70 123 ext. 5", ProfileHash.Sha256Phone)]
    [InlineData("+٤٦٧٠١٢٣٤٥٦٧", ProfileHash.Sha256Phone)]
    public void What_is_no_address_or_number_is_rejected(string value, ProfileHash hash) =>
        Assert.Equal(
            RejectionReason.NotNormalizable,
            OneValue.Rejection(value, (ref writer, in v) => Key(ref writer).WriteHashed("v"u8, v, hash))
        );

    [Fact]
    [Trait("Clause", "URL-3")]
    public void Text_without_a_utf8_form_is_rejected() =>
        Assert.Equal(
            RejectionReason.InvalidUnicode,
            OneValue.Rejection(
                "\uD83D",
                (ref writer, in v) => Key(ref writer).WriteHashed("v"u8, v, ProfileHash.Sha256)
            )
        );

    [Fact]
    [Trait("Clause", "VALUE-4")]
    public void Nothing_is_not_hashed()
    {
        Assert.Null(Hash(null, ProfileHash.Sha256));
        Assert.Null(Hash("", ProfileHash.Sha256Email));
    }

    [Fact]
    public void Other_values_are_hashed_as_their_text()
    {
        Assert.Equal(Reference("4711"), OneValue.Encoded(4711, (ref w, in v) => Key(ref w).WriteHashed("v"u8, v)));
        var id = Guid.Parse("7d4446b0-b1c9-4f0e-8a3a-2d5a6f1c0b11");
        Assert.Equal(
            Reference(id.ToString("N")),
            OneValue.Encoded(id, (ref w, in v) => Key(ref w).WriteHashed("v"u8, v, "N"))
        );
    }

    [Fact]
    public void A_hashed_key_comes_back_as_its_hash_only()
    {
        RejectedProfile? rejected = null;
        var contract = new TestContract<string>(
            (ref writer, in key) =>
            {
                writer.WriteKey(key, ProfileHash.Sha256Email);
                writer.Write("v"u8, double.NaN);
            },
            ["v"]
        );
        using var writer = new BatchFileWriter<string>(contract, onRejected: r => rejected = r);
        writer.Add("Ann@example.com");
        Assert.Equal(Reference("ann@example.com"), rejected!.Key);
        writer.Add("ann");
        Assert.Equal((null, RejectionReason.NotNormalizable), (rejected.Key, rejected.Reason));
        writer.Add(" ");
        Assert.Equal(RejectionReason.KeyMissing, rejected.Reason);
    }

    private static string? Hash(string? value, ProfileHash hash) =>
        OneValue.Encoded(value, (ref writer, in v) => Key(ref writer).WriteHashed("v"u8, v, hash));

    private static string Reference(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();

    private static ref ProfileWriter Key(ref ProfileWriter writer)
    {
        writer.WriteKey(OneValue.Key);
        return ref writer;
    }
}
