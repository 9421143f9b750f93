using System.Diagnostics;
using Microsoft.Extensions.Options;
using ProfileSchema.Client;

namespace CrmImport;

/// <summary>Sends the customers of the export, verifies some of them, and returns the exit code.</summary>
internal sealed class ImportJob(
    ProfileClient client,
    IOptions<ImportOptions> options,
    IOptions<ProfileClientOptions> target
)
{
    private readonly ImportOptions _import = options.Value;
    private readonly long _startedAt = Stopwatch.GetTimestamp();

    /// <returns>A value of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ImportAsync(cancellationToken);
        }
        catch (BulkUpdateCanceledException exception)
        {
            Summary.Print(exception.Result, Stopwatch.GetElapsedTime(_startedAt));
            Console.WriteLine("Stopped. Run the job again to resume.");
            return ExitCode.Stopped;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("Stopped before anything was sent. Run the job again.");
            return ExitCode.Stopped;
        }
        catch (BulkUpdateException exception)
        {
            Summary.Print(exception.Result, Stopwatch.GetElapsedTime(_startedAt));
            Console.Error.WriteLine(exception.InnerException?.Message ?? exception.Message);
            Console.Error.WriteLine("Stopped early. Fix the problem above and run the job again to resume.");
            return ExitCode.EndedEarly;
        }
        catch (Exception exception) when (exception is BulkSpoolException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.EndedEarly;
        }
    }

    private async Task<int> ImportAsync(CancellationToken cancellationToken)
    {
        string export = await FindExportAsync(cancellationToken);
        long rows = await CustomerFile.CountAsync(export, cancellationToken);
        string spool = Path.Combine(_import.Folder, "spool");
        bool isResumed = Directory.Exists(spool) && Directory.EnumerateFileSystemEntries(spool).Any();
        Console.WriteLine(isResumed ? "Resuming the interrupted import." : "Starting a new import.");

        var bulk = new BulkOptions
        {
            // Files stay on disk until their status is known, so that an interrupted import can be resumed.
            SpoolDirectory = spool,
            MaxRowsPerFile = _import.RowsPerFile,
            StatusInterval = _import.StatusInterval,
        };
        DateTimeOffset sentAt = TimeProvider.System.GetUtcNow();
        var sample = new ProfileSample<Customer>(Math.Max(_import.Verified, 1));
        BulkResult result = await ProgressDisplay.RunAsync(
            rows,
            progress =>
                client.UpdateManyAsync(
                    sample.Of(CustomerFile.ReadAsync(export, cancellationToken)),
                    bulk,
                    progress,
                    cancellationToken
                )
        );
        Summary.Print(result, Stopwatch.GetElapsedTime(_startedAt));
        if (result.Declined + result.Unconfirmed + result.NotSent + result.Failed + result.NotFound > 0)
        {
            return ExitCode.NotAllTaken;
        }

        return _import.Verified == 0 || await VerifyAsync(sample, sentAt, cancellationToken)
            ? ExitCode.Done
            : ExitCode.NotVerified;
    }

    /// <summary>Returns the export of the CRM. If there is none, it is generated for the emulator, but never for an account.</summary>
    private async Task<string> FindExportAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_import.Folder);
        string export = Path.Combine(_import.Folder, "customers.csv");
        if (!File.Exists(export))
        {
            if (target.Value.BaseAddress is not { IsLoopback: true })
            {
                throw new FileNotFoundException(
                    $"{export} doesn't exist. Put the export of the CRM there. Generated customers are never sent to an account."
                );
            }

            await CustomerGenerator.WriteAsync(export, _import.Rows, cancellationToken);
        }

        return export;
    }

    // Accepted doesn't mean applied (BULK-8). A fetch can be an hour behind (FETCH-3), which is "not yet" and not an error.
    private async Task<bool> VerifyAsync(
        ProfileSample<Customer> sample,
        DateTimeOffset sentAt,
        CancellationToken cancellationToken
    )
    {
        try
        {
            VerifyResult verified = await client.VerifyAsync(
                sample.Profiles,
                new VerifyOptions { SentAt = sentAt },
                cancellationToken
            );
            Console.WriteLine($"Verified: {verified}");
            return verified.Different == 0;
        }
        catch (ProfileRequestException exception)
        {
            Console.Error.WriteLine($"Not verified: {exception.Message}");
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("Stopped during the verification. All customers were sent.");
            return true;
        }
    }
}
