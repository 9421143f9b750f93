using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ProfileSchema.Emulator;

/// <summary>Makes ids of the form that Target gives to visitors, the same ones for the same seed.</summary>
internal sealed class PcIdSequence(int seed)
{
    private const ulong VisitorRange = 1_000_000_000_000_000;
    private const ulong SessionRange = 1_000_000;

    private int _last;

    public string Next()
    {
        _last++;
        string step = string.Create(CultureInfo.InvariantCulture, $"{seed}:{_last}");
        ReadOnlySpan<byte> hash = SHA256.HashData(Encoding.ASCII.GetBytes(step));
        ulong visitor = BinaryPrimitives.ReadUInt64LittleEndian(hash) % VisitorRange;
        ulong session = BinaryPrimitives.ReadUInt64LittleEndian(hash[sizeof(ulong)..]) % SessionRange;
        return string.Create(CultureInfo.InvariantCulture, $"{visitor:D15}-{session:D6}.28_0");
    }
}
