using System.Text;
using ProfileSchema.Client;

namespace ProfileSchema.AotTests;

/// <summary>What is kept on disk, and what is read of it: a spooled run, and a batch file with faults.</summary>
internal static class FileReport
{
    public static async Task PrintAsync(ProfileClient client)
    {
        DirectoryInfo place = Directory.CreateTempSubdirectory("profileschema-aot-");
        try
        {
            await PrintSpooledAsync(client, Path.Combine(place.FullName, "spool"));
        }
        finally
        {
            place.Delete(recursive: true);
        }

        await PrintFindingsAsync();
    }

    private static async Task PrintSpooledAsync(ProfileClient client, string spool)
    {
        var options = new BulkOptions
        {
            SpoolDirectory = spool,
            DuplicateHandling = DuplicateHandling.Merge,
            StatusInterval = TimeSpan.FromMilliseconds(20),
            OnRejected = rejected => Console.WriteLine($"told {rejected.Position} {rejected.Reason}"),
        };
        var progress = new Latest();
        var sample = new ProfileSample<Customer>(size: 2, seed: 1);
        BulkResult run = await client.UpdateManyAsync(sample.Of([.. Customers.All, Customers.Full]), options, progress);
        Console.WriteLine(
            $"spooled {run} of {sample.Seen}, {progress.Value?.Completed} completed, {run.Merged} merged"
        );
    }

    private static async Task PrintFindingsAsync()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("batch=thirdPartyId,tier\nc-1,gold\nc/2,x y\n"));
        var reader = new ProfileBatchReader(file, finding => Console.WriteLine(finding));
        while (await reader.ReadAsync())
        {
            Console.WriteLine($"row at line {reader.Row.Line}");
        }

        Console.WriteLine(reader.Summary);
    }

    private sealed class Latest : IProgress<BulkProgress>
    {
        public BulkProgress? Value { get; private set; }

        public void Report(BulkProgress value) => Value = value;
    }
}
