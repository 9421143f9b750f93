using ProfileSchema;
using ProfileSchema.Client;

namespace CrmImport;

/// <summary>Prints the outcome of the import, for people and, in the last line, for scripts.</summary>
internal static class Summary
{
    public static void Print(BulkResult result, TimeSpan time)
    {
        Console.WriteLine();
        foreach (BulkFileResult file in result.Files)
        {
            Console.WriteLine(
                $"file {file.Number}: {file.Rows} rows, {file.Bytes} bytes, {file.Attempts.Count} attempts, {file.Outcome}, "
                    + $"{file.State?.ToString() ?? "state unknown"}, {file.Updated} updated"
            );
        }

        foreach (RejectedProfile rejected in result.Rejections.Take(10))
        {
            // The position and the reason, not the customer.
            Console.WriteLine($"row {rejected.Position + 1} rejected: {rejected.Message}");
        }

        if (result.Rejected > 10)
        {
            Console.WriteLine($"and {result.Rejected - 10} more rejected");
        }

        Console.WriteLine($"{time.TotalSeconds:F1} s");
        Console.WriteLine(
            $"read={result.Read} rejected={result.Rejected} empty={result.Empty} notSent={result.NotSent} "
                + $"declined={result.Declined} unconfirmed={result.Unconfirmed} accepted={result.Accepted} "
                + $"updated={result.Updated} notFound={result.NotFound} failed={result.Failed} unknown={result.StatusUnknown}"
        );
    }
}
