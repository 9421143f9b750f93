using System.Buffers;

namespace ProfileSchema;

/// <summary>Encodes the header of a batch file whose parameters are known only at run time (BATCH-1).</summary>
internal static class BatchHeaderEncoding
{
    public static byte[] Encode(ProfileKeyKind keyKind, IReadOnlyList<ProfileParameter> parameters)
    {
        var header = new ArrayBufferWriter<byte>();
        header.Write("batch="u8);
        header.Write(keyKind is ProfileKeyKind.ThirdPartyId ? "thirdPartyId"u8 : "pcId"u8);
        foreach (ProfileParameter parameter in parameters)
        {
            header.Write(","u8);
            header.Write(parameter.EncodedName);
        }

        header.Write("\n"u8);
        return header.WrittenSpan.ToArray();
    }
}
