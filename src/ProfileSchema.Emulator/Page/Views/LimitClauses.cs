namespace ProfileSchema.Emulator;

/// <summary>The clauses that set a length, a size or a number of calls.</summary>
internal static class LimitClauses
{
    private static readonly HashSet<string> All =
    [
        "ID-3",
        "NAME-2",
        "VALUE-6",
        "SINGLE-2",
        "SINGLE-5",
        "BATCH-4",
        "BATCH-5",
        "BULK-5",
    ];

    public static bool Contains(string clause) => All.Contains(clause);
}
