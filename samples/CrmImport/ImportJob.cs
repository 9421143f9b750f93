using System.Diagnostics;
using Microsoft.Extensions.Options;
using ProfileSchema.Client;

namespace CrmImport;

/// <summary>Brings the customers of the export to Target, reads some of them back, and says how it ended.</summary>
internal sealed class ImportJob(
    ProfileClient client,
    IOptions<ImportOptions> options,
    IOptions<ProfileClientOptions> target
)
{
    private readonly ImportOptions _import = options.Value;
    private readonly long _startedAt = Stopwatch.GetTimestamp();

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ImportAsync(cancellationToken);
        }
        catch (BulkUpdateCanceledException exception)
        {
            Summary.Print(exception.Result, Stopwatch.GetElapsedTime(_startedAt));
            Console.WriteLine("Stopped. Run it again to go on.");
            return ExitCode.Stopped;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("Stopped before anything was sent. Run it again.");
            return ExitCode.Stopped;
        }
        catch (BulkUpdateException exception)
        {
            Summary.Print(exception.Result, Stopwatch.GetElapsedTime(_startedAt));
            Console.Error.WriteLine(exception.InnerException?.Message ?? exception.Message);
            Console.Error.WriteLine("Ended early. Mend what is said above and run it again to go on.");
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
        Console.WriteLine(isResumed ? "Going on with the import that was cut off." : "A new import.");

        var bulk = new BulkOptions
        {
            // Files wait on disk until their fate is known: an import that is cut off goes on when it is started again.
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

    /// <summary>The CRM's export; where there is none, one that is made up, for a Target on this machine and for no account.</summary>
    private async Task<string> FindExportAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_import.Folder);
        string export = Path.Combine(_import.Folder, "customers.csv");
        if (!File.Exists(export))
        {
            if (target.Value.BaseAddress is not { IsLoopback: true })
            {
                throw new FileNotFoundException(
                    $"There is no {export}. Put the CRM's export there; customers that are made up are sent to no account."
                );
            }

            await CustomerGenerator.WriteAsync(export, _import.Rows, cancellationToken);
        }

        return export;
    }

    // Accepted is not applied (BULK-8). What an account shows is up to an hour old (FETCH-3): that is "not yet", and no fault.
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
            Console.WriteLine($"Read back: {verified}");
            return verified.Different == 0;
        }
        catch (ProfileRequestException exception)
        {
            Console.Error.WriteLine($"Not read back: {exception.Message}");
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("Stopped before all were read back; all was sent.");
            return true;
        }
    }
}
