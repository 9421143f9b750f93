using System.Text;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Decoding;

namespace ProfileSchema.Emulator.Apis;

/// <summary>The target of a request as sent: the platform's own path is decoded already, which would hide mistakes.</summary>
internal sealed class RequestTarget
{
    private readonly string[] _segments;

    public RequestTarget(string raw)
    {
        int question = raw.IndexOf('?', StringComparison.Ordinal);
        Length = raw.Length;
        Path = question < 0 ? raw : raw[..question];
        RawQuery = question < 0 ? "" : raw[(question + 1)..];
        _segments = Path.Split('/');
    }

    public int Length { get; }

    public string Path { get; }

    public string RawQuery { get; }

    public byte[] QueryBytes => Encoding.Latin1.GetBytes(RawQuery);

    /// <summary>The value of a parameter of the query; null if there is none, or the query cannot be read.</summary>
    public string? FindParameter(string name)
    {
        var fields = new List<KeyValuePair<string, string>>();
        return FormReader.Read(QueryBytes, fields, new ViolationLog()) is null
            ? fields.Find(field => field.Key == name).Value
            : null;
    }

    /// <summary>
    /// Compares the path with a pattern such as <c>/m2/*/profile/update</c>; returns the segment in place of the star, as
    /// sent, or null if the path is another one.
    /// </summary>
    public string? Match(string pattern)
    {
        string[] expected = pattern.Split('/');
        if (expected.Length != _segments.Length)
        {
            return null;
        }

        string? star = null;
        for (int at = 0; at < expected.Length; at++)
        {
            if (expected[at] == "*")
            {
                star = _segments[at];
            }
            else if (expected[at] != _segments[at])
            {
                return null;
            }
        }

        return star;
    }
}
