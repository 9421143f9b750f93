using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;

namespace ProfileSchema.Client.Tests.Duplicates;

public sealed class Poly1305Tests
{
    private static readonly BigInteger Modulus = BigInteger.Pow(2, 130) - 5;

    /// <summary>RFC 8439, 2.5.2, whose tag is the hash and the number that is added at the end.</summary>
    [Fact]
    public void The_hash_is_that_of_the_standard()
    {
        byte[] key = Convert.FromHexString("85D6BE7857556D337F4452FE42D506A8");
        byte[] added = Convert.FromHexString("0103808AFB0DB2FD4ABFF6AF4149F51B");
        UInt128 hash = new Poly1305(key).Hash("Cryptographic Forum Research Group"u8);
        byte[] tag = ((BigInteger)unchecked(hash + (UInt128)Number(added))).ToByteArray(isUnsigned: true);
        Assert.Equal("A8061DC1305136C6C22B8BAF0C0127A9", Convert.ToHexString(tag));
    }

    [Fact]
    public void The_hash_is_the_rest_of_the_polynomial() =>
        Gen.Select(Gen.Byte.Array[16], Gen.OneOf(Gen.Byte.Array[0, 70], Gen.Const(byte.MaxValue).Array[0, 70]))
            .Sample((key, data) => Assert.Equal(Expected(key, data), new Poly1305(key).Hash(data)), iter: 20_000);

    /// <summary>Results just below and above the modulus, which random data does not give.</summary>
    [Fact]
    public void The_hash_is_reduced_at_the_ends_of_its_range()
    {
        byte[] key = new byte[16];
        key[0] = 2;
        for (int last = 0xE0; last <= 0xFF; last++)
        {
            for (int first = 0xE0; first <= 0xFF; first++)
            {
                byte[] block = [(byte)first, .. Enumerable.Repeat((byte)0xFF, 14), (byte)last];
                byte[] data = [.. block, .. block, .. block];
                Assert.Equal(Expected(key, data), new Poly1305(key).Hash(data));
            }
        }
    }

    [Fact]
    public void Ids_that_differ_have_hashes_that_differ()
    {
        var hash = new Poly1305([.. Enumerable.Range(1, 16).Select(i => (byte)(13 * i))]);
        string[] ids =
        [
            .. Enumerable.Range(0, 100_000).Select(i => i.ToString(CultureInfo.InvariantCulture)),
            .. Enumerable.Range(0, 100_000).Select(i => i.ToString("D12", CultureInfo.InvariantCulture)),
            .. Enumerable.Range(1, 200).Select(i => new string('0', i + 1)),
        ];
        UInt128[] hashes = [.. ids.Select(id => hash.Hash(Encoding.ASCII.GetBytes(id)))];
        Assert.Equal(ids.Distinct().Count(), hashes.Distinct().Count());
    }

    private static UInt128 Expected(byte[] key, byte[] data)
    {
        BigInteger clamped = Number(key) & Number(Convert.FromHexString("FFFFFF0FFCFFFF0FFCFFFF0FFCFFFF0F"));
        BigInteger sum = 0;
        foreach (byte[] block in data.Chunk(16))
        {
            sum = (sum + Number([.. block, 1])) * clamped % Modulus;
        }

        return (UInt128)(sum % BigInteger.Pow(2, 128));
    }

    private static BigInteger Number(byte[] littleEndian) => new(littleEndian, isUnsigned: true);
}
