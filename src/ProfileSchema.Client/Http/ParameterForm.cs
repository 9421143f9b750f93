using System.Net.Http.Headers;
using System.Text;

namespace ProfileSchema.Client.Http;

/// <summary>Reads the parameters of a single update as they were written for it (SINGLE-1).</summary>
internal static class ParameterForm
{
    private const string Prefix = "profile.";

    /// <summary>The type of every body that is sent: a form's, for batch files too (SINGLE-1, BULK-2).</summary>
    public static MediaTypeHeaderValue ContentType => new("application/x-www-form-urlencoded");

    /// <summary>The key, which stands first: between the first <c>=</c> and the first <c>&amp;</c>.</summary>
    public static string KeyOf(ReadOnlySpan<byte> form)
    {
        int start = form.IndexOf((byte)'=') + 1;
        int end = form.IndexOf((byte)'&');
        return Decode(end < 0 ? form[start..] : form[start..end]);
    }

    /// <summary>The names, without their prefix (NAME-1), and values behind the key.</summary>
    public static List<KeyValuePair<string, string>> ParametersOf(ReadOnlySpan<byte> form)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        for (int next = form.IndexOf((byte)'&'); next >= 0; next = form.IndexOf((byte)'&'))
        {
            form = form[(next + 1)..];
            int equals = form.IndexOf((byte)'=');
            int end = form.IndexOf((byte)'&');
            ReadOnlySpan<byte> value = form[(equals + 1)..(end < 0 ? form.Length : end)];
            parameters.Add(new(Decode(form[Prefix.Length..equals]), Decode(value)));
        }

        return parameters;
    }

    private static string Decode(ReadOnlySpan<byte> encoded) =>
        Uri.UnescapeDataString(Encoding.ASCII.GetString(encoded));
}
