using System.Reflection;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The folder of the documentation with a page for each rule.</summary>
internal static class RulePages
{
    /// <summary>Null in a build that doesn't know where its documentation is published.</summary>
    private static readonly string? Address = typeof(RulePages)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(data => data.Key == "RulePages")
        ?.Value;

    /// <summary>Gets the address of a rule's page, or null if there is none. An editor opens it, so it is never a relative path.</summary>
    public static string? LinkTo(string id) => Address is null ? null : $"{Address}/{id.ToLowerInvariant()}.md";
}
