using Microsoft.Extensions.Options;

namespace ProfileSchema.Client.Hosting;

/// <summary>The name of a client that a container knows: empty for the one that has none.</summary>
internal sealed record ClientName(string Value)
{
    private const string Http = "ProfileSchema.Client";

    /// <summary>The name of its connections for <see cref="IHttpClientFactory"/>.</summary>
    public static string ToHttpName(string name) => name == Options.DefaultName ? Http : $"{Http}:{name}";

    /// <summary>The name of the client whose connections are named so, or null for connections of others.</summary>
    public static string? FromHttpName(string? name) =>
        name == Http ? Options.DefaultName
        : name?.StartsWith(Http + ":", StringComparison.Ordinal) is true ? name[(Http.Length + 1)..]
        : null;
}
