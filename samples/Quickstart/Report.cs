using ProfileSchema;
using ProfileSchema.Client;

namespace Quickstart;

/// <summary>What a person wants to see of a run.</summary>
internal static class Report
{
    /// <summary>The first row below the header of the file is its second line.</summary>
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

    /// <summary>Prints what was sent beside what came back; true if it is the same.</summary>
    public static bool Compare(Member sent, FetchedProfile? fetched)
    {
        Console.WriteLine();
        if (fetched is null)
        {
            Console.WriteLine("The profile did not come back.");
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

    /// <summary>The parameters as they are on the wire, decoded again.</summary>
    private static IEnumerable<(string Name, string Value)> SentParameters(Member member) =>
        from pair in ProfileSerializer.ToParameterString(member).Split('&').Skip(1)
        let parts = pair.Split('=')
        select (Uri.UnescapeDataString(parts[0])["profile.".Length..], Uri.UnescapeDataString(parts[1]));
}
