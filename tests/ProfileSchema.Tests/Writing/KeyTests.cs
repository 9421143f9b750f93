using CsCheck;

namespace ProfileSchema.Tests.Writing;

public sealed class KeyTests
{
    [Fact]
    [Trait("Clause", "ID-1")]
    public void Each_kind_has_its_name_in_a_form_and_in_a_batch()
    {
        Assert.Equal("mbox3rdPartyId=a%20b&profile.v=1", Form("a b", ProfileKeyKind.ThirdPartyId));
        Assert.Equal("mboxPC=1-2.28_0&profile.v=1", Form("1-2.28_0", ProfileKeyKind.PcId));
        Assert.Equal("batch=thirdPartyId,v\na%20b,1\n", Batch("a b", ProfileKeyKind.ThirdPartyId));
        Assert.Equal("batch=pcId,v\n1-2.28_0,1\n", Batch("1-2.28_0", ProfileKeyKind.PcId));
    }

    [Theory]
    [Trait("Clause", "ID-4")]
    [InlineData(null, RejectionReason.KeyMissing)]
    [InlineData("", RejectionReason.KeyMissing)]
    [InlineData(" \t\u00A0", RejectionReason.KeyMissing)]
    [InlineData(".", RejectionReason.KeyIsPathSegment)]
    [InlineData("..", RejectionReason.KeyIsPathSegment)]
    [InlineData("a\u0000b", RejectionReason.KeyCharacter)]
    [InlineData("a\nb", RejectionReason.KeyCharacter)]
    [InlineData("a\u007Fb", RejectionReason.KeyCharacter)]
    [InlineData("a\u0085b", RejectionReason.KeyCharacter)]
    public void A_key_of_either_kind_that_is_no_id_is_rejected(string? key, RejectionReason reason)
    {
        Assert.Equal(reason, Rejection(key, ProfileKeyKind.ThirdPartyId));
        Assert.Equal(reason, Rejection(key, ProfileKeyKind.PcId));
        Assert.Equal(reason, ProfileKeyRules.Check(ProfileKeyKind.ThirdPartyId, key));
    }

    [Fact]
    [Trait("Clause", "URL-3")]
    public void A_key_with_half_of_a_surrogate_pair_is_rejected()
    {
        Assert.Equal(RejectionReason.InvalidUnicode, Rejection("a\uD83Db", ProfileKeyKind.ThirdPartyId));
        Assert.Equal(RejectionReason.InvalidUnicode, ProfileKeyRules.Check(ProfileKeyKind.PcId, "a\uD83Db"));
    }

    [Theory]
    [Trait("Clause", "ID-3")]
    [InlineData("a+b", RejectionReason.KeyCharacter)]
    [InlineData("a/b", RejectionReason.KeyCharacter)]
    [InlineData("%2B", RejectionReason.None)]
    [InlineData("...", RejectionReason.None)]
    [InlineData(" a", RejectionReason.None)]
    public void A_customers_id_holds_no_plus_and_no_slash(string key, RejectionReason reason)
    {
        Assert.Equal(reason, ProfileKeyRules.Check(ProfileKeyKind.ThirdPartyId, key));
        if (reason is RejectionReason.None)
        {
            Assert.Equal($"mbox3rdPartyId={Uri.EscapeDataString(key)}&profile.v=1", Form(key));
        }
        else
        {
            Assert.Equal(reason, Rejection(key, ProfileKeyKind.ThirdPartyId));
        }
    }

    [Fact]
    [Trait("Clause", "ID-3")]
    public void A_customers_id_has_at_most_256_characters()
    {
        string longest = new('é', 256);
        Assert.Equal($"mbox3rdPartyId={Uri.EscapeDataString(longest)}&profile.v=1", Form(longest));
        Assert.Equal(RejectionReason.KeyTooLong, Rejection(longest + "x", ProfileKeyKind.ThirdPartyId));
    }

    [Fact]
    public void Guids_and_integers_are_keys()
    {
        Gen.Guid.Sample(key =>
            Assert.StartsWith($"mbox3rdPartyId={key:D}&", Form(key, (ref w, in k) => w.WriteKey(k)))
        );
        Assert.StartsWith("mbox3rdPartyId=-5&", Form(-5, (ref w, in k) => w.WriteKey(k)));
        Assert.StartsWith($"mbox3rdPartyId={ulong.MaxValue}&", Form(ulong.MaxValue, (ref w, in k) => w.WriteKey(k)));
        Assert.StartsWith($"mbox3rdPartyId={uint.MaxValue}&", Form(uint.MaxValue, (ref w, in k) => w.WriteKey(k)));
        Assert.StartsWith("mbox3rdPartyId=200&", Form((byte)200, (ref w, in k) => w.WriteKey(k)));
        Assert.StartsWith($"mbox3rdPartyId={Int128.MinValue}&", Form(Int128.MinValue, (ref w, in k) => w.WriteKey(k)));
        Assert.StartsWith(
            $"mbox3rdPartyId={UInt128.MaxValue}&",
            Form(UInt128.MaxValue, (ref w, in k) => w.WriteKey(k))
        );
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public void The_message_of_a_rejected_key_says_what_to_do_and_not_the_key()
    {
        var exception = Assert.Throws<ProfileValidationException>(() => Form("secret/4711"));
        Assert.Equal(
            "Test: the key contains '+', '/', or a control character, which Target doesn't support. Use an ID without them.",
            exception.Message
        );
        Assert.DoesNotContain("4711", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_that_writes_no_key_or_too_few_parameters_is_told_so()
    {
        var noKey = new TestContract<string>((ref w, in v) => w.Write("v"u8, v), ["v"]);
        var tooFew = new TestContract<string>((ref w, in v) => w.WriteKey(v), ["v"]);
        Assert.Throws<InvalidOperationException>(() => ProfileSerializer.ToParameterString("a", noKey));
        Assert.Throws<InvalidOperationException>(() => ProfileSerializer.ToParameterString("a", tooFew));
    }

    private static TestContract<string> Contract(ProfileKeyKind kind) =>
        new(
            (ref writer, in key) =>
            {
                writer.WriteKey(key);
                writer.Write("v"u8, 1);
            },
            ["v"],
            kind
        );

    private static string Form(string key, ProfileKeyKind kind = ProfileKeyKind.ThirdPartyId) =>
        ProfileSerializer.ToParameterString(key, Contract(kind));

    private static string Form<T>(T key, WriteBody<T> writeKey) =>
        ProfileSerializer.ToParameterString(
            key,
            new TestContract<T>(
                (ref writer, in k) =>
                {
                    writeKey(ref writer, k);
                    writer.Write("v"u8, 1);
                },
                ["v"]
            )
        );

    private static string Batch(string key, ProfileKeyKind kind) =>
        ProfileSerializer.ToBatchString([key], Contract(kind));

    private static RejectionReason Rejection(string? key, ProfileKeyKind kind)
    {
        // A null key in a profile that is there, as an unset member of a record.
        var contract = new TestContract<string?[]>(
            (ref writer, in profile) =>
            {
                writer.WriteKey(profile[0]);
                writer.Write("v"u8, 1);
            },
            ["v"],
            kind
        );
        var exception = Assert.Throws<ProfileValidationException>(() =>
            ProfileSerializer.ToParameterString([key], contract)
        );
        Assert.Null(exception.Parameter);
        return exception.Reason;
    }
}
