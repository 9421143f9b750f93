using ProfileSchema;
using ProfileSchema.Client;

namespace Quickstart;

/// <summary>Prints the outcome of a run.</summary>
internal static class Report
{
    /// <summary>The header is line 1, so the first row is line 2.</summary>
    private const int FirstLine = 2;

    public static void Print(BulkResult bulk)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"Bulk update: {bulk.Read} rows read, {bulk.Accepted} accepted, {bulk.Empty} without a value"
        );
        foreach (BulkFileResult file in bulk.Files)
        {
            Console.WriteLine(
                $"  file {file.Number}: {file.Rows} rows, {file.Bytes} bytes, {file.Outcome}, batch {file.BatchId}: "
                    + $"{file.State}, {file.Updated} updated, {file.Failed} failed"
            );
        }

        Console.WriteLine($"  {bulk.Rejected} rejected:");
        foreach (RejectedProfile rejected in bulk.Rejections)
        {
            Console.WriteLine($"    line {rejected.Position + FirstLine}: {rejected.Message}");
        }
    }

    /// <summary>Prints what was sent next to what was fetched. Returns whether they are equal.</summary>
    public static bool Compare(Member sent, FetchedProfile? fetched)
    {
        Console.WriteLine();
        if (fetched is null)
        {
            Console.WriteLine("The profile was not found.");
            return false;
        }

        bool isSame = true;
        Console.WriteLine($"  {"parameter", -16}{"sent", -28}fetched");
        foreach ((string name, string value) in SentParameters(sent))
        {
            string? came = fetched.Attributes.GetValueOrDefault(name)?.Value;
            isSame &= came == value;
            Console.WriteLine($"  {name, -16}{value, -28}{came ?? "(missing)"}{(came == value ? "" : "  <- differs")}");
        }

        Console.WriteLine();
        return isSame;
    }

    /// <summary>The parameters that are sent, decoded.</summary>
    private static IEnumerable<(string Name, string Value)> SentParameters(Member member) =>
        from pair in ProfileSerializer.ToParameterString(member).Split('&').Skip(1)
        let parts = pair.Split('=')
        select (Uri.UnescapeDataString(parts[0])["profile.".Length..], Uri.UnescapeDataString(parts[1]));
}
