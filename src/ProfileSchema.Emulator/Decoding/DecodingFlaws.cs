using ProfileSchema.Emulator.Calls;

namespace ProfileSchema.Emulator.Decoding;

/// <summary>What was wrong with an encoded name or value.</summary>
[Flags]
internal enum DecodingFlaws
{
    None = 0,
    RawByte = 1,
    RawPlus = 2,
    LowerCaseHex = 4,
    NeedlessEscape = 8,
    BrokenEscape = 16,
    BrokenUtf8 = 32,
    EncodedSurrogate = 64,
}

/// <summary>The protocol rules behind the flaws.</summary>
internal static class DecodingFlawsExtensions
{
    private static readonly (DecodingFlaws Flaw, Refusal Meaning)[] Readable =
    [
        (DecodingFlaws.RawByte, new("URL-2", "A byte outside the unreserved set isn't encoded as %XX.")),
        (DecodingFlaws.RawPlus, new("URL-2", "A + isn't encoded; whether it means a space isn't documented.")),
        (DecodingFlaws.LowerCaseHex, new("URL-2", "A %XX has lowercase hexadecimal digits.")),
        (DecodingFlaws.NeedlessEscape, new("URL-2", "An unreserved byte is encoded as %XX.")),
    ];

    private static readonly (DecodingFlaws Flaw, Refusal Meaning)[] Unreadable =
    [
        (DecodingFlaws.BrokenEscape, new("URL-1", "A % isn't followed by two hexadecimal digits.")),
        (DecodingFlaws.BrokenUtf8, new("URL-1", "The decoded bytes aren't valid UTF-8.")),
        (
            DecodingFlaws.EncodedSurrogate,
            new("URL-3", "The decoded bytes contain a surrogate, which isn't valid UTF-8.")
        ),
    ];

    public static bool ForbidReading(this DecodingFlaws flaws) => flaws >= DecodingFlaws.BrokenEscape;

    /// <summary>Why there is no reading; null if there is one.</summary>
    public static Refusal? ToRefusal(this DecodingFlaws flaws) =>
        Array.Find(Unreadable, entry => flaws.HasFlag(entry.Flaw)).Meaning;

    /// <summary>Reports what was read all the same.</summary>
    public static void Report(this DecodingFlaws flaws, ViolationLog violations, int? row = null)
    {
        if (flaws == DecodingFlaws.None)
        {
            return;
        }

        foreach ((DecodingFlaws flaw, Refusal meaning) in Readable)
        {
            if (flaws.HasFlag(flaw))
            {
                violations.Report(meaning.Rule, meaning.Message, row);
            }
        }
    }
}
