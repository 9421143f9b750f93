using Microsoft.Extensions.Options;

namespace ProfileSchema.Client;

/// <summary>The name of a client that a container knows: empty for the one that has none.</summary>
internal sealed record ClientName(string Value)
{
    private const string Http = "ProfileSchema.Client";

    /// <summary>The name of its connections for <see cref="IHttpClientFactory"/>.</summary>
    public static string ToHttpName(string name) => name == Options.DefaultName ? Http : $"{Http}:{name}";

    public static bool IsHttpName(string? name) =>
        name is not null && (name == Http || name.StartsWith(Http + ":", StringComparison.Ordinal));
}
