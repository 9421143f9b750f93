using System.Buffers;
using ProfileSchema.Emulator.Calls;

namespace ProfileSchema.Emulator.Decoding;

/// <summary>Which ids a profile may have.</summary>
internal static class IdRules
{
    private static readonly SearchValues<char> NotInThirdPartyIds = SearchValues.Create("+/");

    public static Refusal? Check(TargetId id)
    {
        string value = id.Value;
        if (string.IsNullOrWhiteSpace(value))
        {
            return new Refusal("ID-4", "The ID is empty or white space.");
        }

        if (value is "." or "..")
        {
            return new Refusal("ID-4", "The ID is . or .., which a URL path can't contain.");
        }

        if (value.Any(char.IsControl))
        {
            return new Refusal("ID-4", "The ID contains a control character.");
        }

        if (id.Kind != TargetIdKind.ThirdPartyId)
        {
            return null;
        }

        if (value.Length > ServiceLimits.ThirdPartyIdLength)
        {
            return new Refusal("ID-3", "The third-party ID has more than 256 characters.");
        }

        return value.AsSpan().ContainsAny(NotInThirdPartyIds)
            ? new Refusal("ID-3", "The third-party ID contains + or /.")
            : null;
    }
}
