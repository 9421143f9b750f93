using System.Net;

namespace ProfileSchema.Client;

/// <summary>
/// The rules that several kinds of options share. Each says what is wrong with a value and what to do, or null where nothing is;
/// none shows the value.
/// </summary>
internal static class OptionRules
{
    private const int MaxLabelLength = 63;

    // ID-6: becomes part of a host name or of a path.
    public static string? LabelFault(string? label)
    {
        bool isHostLabel =
            label is { Length: > 0 and <= MaxLabelLength }
            && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && label[0] != '-'
            && label[^1] != '-';
        return isHostLabel
            ? null
            : "must have 1 to 63 letters, digits and hyphens, without a hyphen at either end (ID-6). "
                + "Pass the label alone, without a host or a path";
    }

    // AUTH-5
    public static string? AddressFault(Uri? address)
    {
        if (
            address is not { IsAbsoluteUri: true }
            || address.UserInfo.Length > 0
            || address.PathAndQuery != "/"
            || address.Fragment.Length > 0
        )
        {
            return "must be a scheme and a host alone, such as https://target.example.com";
        }

        return address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address))
            ? null
            : "must use https; http is allowed on a loopback address only (AUTH-5)";
    }

    /// <summary>
    /// Whether an address is this machine: an IP address or <c>localhost</c>, into which the platform turns the name <c>loopback</c>
    /// before anybody looks it up. No other name, which a name server may give to any machine (AUTH-5).
    /// </summary>
    public static bool IsLoopback(Uri address) =>
        address.Host == "localhost"
        || (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? ip) && IPAddress.IsLoopback(ip));

    // The platform's timers reach no further than seven weeks, and no answer is worth nearly as long.
    public static string? SpanFault(TimeSpan span) =>
        span > TimeSpan.Zero && span <= TimeSpan.FromDays(1)
            ? null
            : "must be greater than zero and no more than one day";

    public static string? ClockFault(TimeProvider? clock) =>
        clock is null ? "must not be null. Omit it to use TimeProvider.System" : null;

    /// <exception cref="ArgumentException">There is a fault.</exception>
    public static void Require(string? fault, string options, string option)
    {
        if (fault is not null)
        {
            throw Invalid(options, option, fault);
        }
    }

    public static ArgumentException Invalid(string options, string option, string fault) =>
        new($"{options}.{option} {fault}.", option);
}

/// <param name="Fault">What is wrong and what to do, to stand after the name of the option; never the value.</param>
internal readonly record struct OptionFault(string Option, string Fault);
