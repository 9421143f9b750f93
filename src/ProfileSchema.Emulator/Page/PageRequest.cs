using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ProfileSchema.Emulator;

/// <summary>What the address of a view asks for. What cannot be read counts as not given.</summary>
internal sealed class PageRequest(IQueryCollection query)
{
    public string? Account => Text("account");

    public string Search => Text("search") ?? "";

    public string Operation => Text("operation") ?? "";

    public string? PcId => Text("pcId");

    public string? Id => Text("id");

    public long? Number => Long("number");

    /// <summary>The number of the call before which a list begins.</summary>
    public long? Before => Long("before");

    /// <summary>The page of a list, from 1.</summary>
    public int Page => (int)Math.Clamp(Long("page") ?? 1, 1, int.MaxValue);

    private string? Text(string name) => query.TryGetValue(name, out var values) ? values[^1] : null;

    private long? Long(string name) =>
        long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
