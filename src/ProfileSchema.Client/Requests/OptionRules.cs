namespace ProfileSchema.Client;

/// <summary>The rules that several kinds of options share. Messages name the option and what is wrong with it.</summary>
internal static class OptionRules
{
    private const int MaxLabelLength = 63;

    // ID-6: becomes part of a host name or of a path.
    public static string RequireHostLabel(string? label, string options, string option)
    {
        bool isHostLabel =
            label is { Length: > 0 and <= MaxLabelLength }
            && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && label[0] != '-'
            && label[^1] != '-';
        return isHostLabel
            ? label!
            : throw Invalid(
                options,
                option,
                "is not 1 to 63 letters, digits and hyphens without a hyphen at either end (ID-6)"
            );
    }

    // AUTH-5
    public static Uri RequireAddress(Uri? address, string options, string option)
    {
        if (
            address is not { IsAbsoluteUri: true }
            || address.UserInfo.Length > 0
            || address.PathAndQuery != "/"
            || address.Fragment.Length > 0
        )
        {
            throw Invalid(options, option, "is not a scheme and a host alone, such as https://target.example.com");
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            throw Invalid(options, option, "is neither https nor http on a loopback address (AUTH-5)");
        }

        return address;
    }

    public static TimeSpan RequirePositive(TimeSpan span, string options, string option) =>
        span > TimeSpan.Zero ? span : throw Invalid(options, option, "is not a positive span of time");

    public static ArgumentException Invalid(string options, string option, string fault) =>
        new($"{options}.{option} {fault}.", option);
}
