using System.Reflection;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The page on which each rule has its heading.</summary>
internal static class RulesPage
{
    /// <summary>Null in a build that does not know where its documentation is published.</summary>
    private static readonly string? Address = typeof(RulesPage)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(data => data.Key == "RulesPage")
        ?.Value;

    /// <summary>The address of a rule's heading; null if there is none. An editor opens it, so a path within the repository is no use.</summary>
    public static string? LinkTo(string id) => Address is null ? null : $"{Address}#{id.ToLowerInvariant()}";
}
