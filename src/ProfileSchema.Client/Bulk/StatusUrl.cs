using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ProfileSchema.Client.Bulk;

/// <summary>
/// Decides whether a status URL may be asked (STATUS-6). It is judged as text and narrowly: two parsers may read one odd
/// URL in two ways, and the ones that Target gives are plain.
/// </summary>
internal static class StatusUrl
{
    private const string TargetDomain = ".tt.omtrdc.net";
    private const string Details = "showDetails=true";
    private const int MaxLength = 8192;

    /// <summary>Printable ASCII without the backslash, which some read as a slash.</summary>
    private static readonly SearchValues<char> UrlCharacters = SearchValues.Create(
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create(
        "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    /// <summary>Gives the address to ask: path and query as they were, with the details asked for (STATUS-1).</summary>
    /// <param name="baseAddress">Where batches are sent. What has its scheme, host and port is asked as it is.</param>
    public static bool TryTrust(string? url, Uri baseAddress, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (url is null or { Length: > MaxLength } || url.AsSpan().ContainsAnyExcept(UrlCharacters))
        {
            return false;
        }

        ReadOnlySpan<char> rest = url;
        if (TakeScheme(ref rest) is not { } scheme)
        {
            return false;
        }

        int end = rest.IndexOfAny("/?#");
        ReadOnlySpan<char> authority = end < 0 ? rest : rest[..end];
        if (!TrySplit(authority, scheme, out ReadOnlySpan<char> host, out int port))
        {
            return false;
        }

        string origin;
        if (
            scheme == baseAddress.Scheme
            && port == baseAddress.Port
            && host.Equals(baseAddress.Host, StringComparison.OrdinalIgnoreCase)
        )
        {
            origin = $"{scheme}://{baseAddress.Host}:{port}";
        }
        else if (port is 80 or 443 && IsTargetHost(host))
        {
            origin = $"https://{host}";
        }
        else
        {
            return false;
        }

        string target = WithDetails(rest[authority.Length..]);
        // Without this option the parser would resolve dots and rewrite escapes.
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return Uri.TryCreate(origin + target, asWritten, out address) && address.PathAndQuery == target;
    }

    /// <summary>The address for a message: the query names the batch (HTTP-2).</summary>
    public static string WithoutQuery(Uri address) => $"{address.Scheme}://{address.Authority}{address.AbsolutePath}";

    private static string? TakeScheme(ref ReadOnlySpan<char> url)
    {
        foreach (string scheme in (ReadOnlySpan<string>)[Uri.UriSchemeHttps, Uri.UriSchemeHttp])
        {
            if (
                url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
                && url[scheme.Length..].StartsWith(Uri.SchemeDelimiter)
            )
            {
                url = url[(scheme.Length + Uri.SchemeDelimiter.Length)..];
                return scheme;
            }
        }

        return null;
    }

    /// <summary>User info stays part of the host or of the port, where nothing accepts it.</summary>
    private static bool TrySplit(ReadOnlySpan<char> authority, string scheme, out ReadOnlySpan<char> host, out int port)
    {
        host = authority;
        port = scheme == Uri.UriSchemeHttps ? 443 : 80;
        int colon = authority.LastIndexOf(':');
        if (colon < 0 || authority[^1] == ']')
        {
            return true;
        }

        host = authority[..colon];
        return int.TryParse(authority[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port);
    }

    private static bool IsTargetHost(ReadOnlySpan<char> host)
    {
        if (!host.EndsWith(TargetDomain, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (string label in host[..^TargetDomain.Length].ToString().Split('.'))
        {
            if (label.Length == 0 || label.AsSpan().ContainsAnyExcept(LabelCharacters))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A path of nothing is asked as <c>/</c>; a fragment is never sent (RFC 9110, 4.2.1 and 7.1).</summary>
    private static string WithDetails(ReadOnlySpan<char> target)
    {
        int fragment = target.IndexOf('#');
        target = fragment < 0 ? target : target[..fragment];
        string root = target is ['/', ..] ? "" : "/";
        int mark = target.IndexOf('?');
        if (mark < 0)
        {
            return $"{root}{target}?{Details}";
        }

        ReadOnlySpan<char> query = target[(mark + 1)..];
        if ($"&{query}&".Contains($"&{Details}&", StringComparison.Ordinal))
        {
            return $"{root}{target}";
        }

        return query is [] or [.., '&'] ? $"{root}{target}{Details}" : $"{root}{target}&{Details}";
    }
}
