using ProfileSchema.Emulator.Calls;

namespace ProfileSchema.Emulator.Decoding;

/// <summary>Reads <c>name=value&amp;name=value</c>, the form of a query and of a single update's body (SINGLE-1).</summary>
internal static class FormReader
{
    /// <summary>The one media type in which updates are sent (SINGLE-1, BULK-2).</summary>
    public const string ContentType = "application/x-www-form-urlencoded";

    /// <summary>Appends the fields. Returns why the form cannot be read, or null.</summary>
    public static Refusal? Read(
        ReadOnlySpan<byte> form,
        ICollection<KeyValuePair<string, string>> fields,
        ViolationLog violations
    )
    {
        if (form.IsEmpty)
        {
            return null;
        }

        bool more = true;
        while (more)
        {
            more = Separated.Take(ref form, (byte)'&', out ReadOnlySpan<byte> field);
            int equals = field.IndexOf((byte)'=');
            if (equals < 0)
            {
                violations.Report("SINGLE-1", "A parameter has no equals sign.");
                equals = field.Length;
            }

            DecodedText name = PercentDecoder.Decode(field[..equals], PlusReading.Space);
            DecodedText value = PercentDecoder.Decode(
                equals < field.Length ? field[(equals + 1)..] : [],
                PlusReading.Space
            );
            DecodingFlaws flaws = name.Flaws | value.Flaws;
            flaws.Report(violations);
            if (name.Text is null || value.Text is null)
            {
                return flaws.ToRefusal();
            }

            fields.Add(new KeyValuePair<string, string>(name.Text, value.Text));
        }

        return null;
    }
}
