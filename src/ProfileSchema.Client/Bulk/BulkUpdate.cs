using ProfileSchema.Client.Http;
using ProfileSchema.Client.Quota;
using ProfileSchema.Client.Spool;

namespace ProfileSchema.Client.Bulk;

/// <summary>Begins runs: of profiles, or of a file that exists.</summary>
internal sealed class BulkUpdate(ClientSettings settings, BulkCalls calls)
{
    public async Task<BulkResult> RunAsync<T>(
        Func<BulkOptions, RowSource<T>> makeSource,
        ProfileContract<T> contract,
        BulkOptions? options,
        IProgress<BulkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        options = (options ?? new BulkOptions()).ToValidated();
        options.ApiVersion = RequireVersion(options.ApiVersion, contract.KeyKind, contract.Name);
        using RowSource<T> source = makeSource(options);
        using RunSpool? spool = OpenSpool(options, Convert.ToBase64String(contract.BatchHeader));
        return await new BulkRun(settings, source, options, spool)
            .RunAsync(calls, progress, cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<BulkResult> RunAsync(
        Stream file,
        BulkOptions? options,
        IProgress<BulkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        options = (options ?? new BulkOptions()).ToValidated();
        if (options.DuplicateHandling is not DuplicateHandling.Report)
        {
            throw new ArgumentException(
                $"BulkOptions.DuplicateHandling is {options.DuplicateHandling}, but a batch file that exists is sent as it is. Leave it at Report, "
                    + "or give the profiles to UpdateManyAsync.",
                nameof(options)
            );
        }

        using ExistingFile source = await ExistingFile.ReadAsync(file, cancellationToken).ConfigureAwait(false);
        options.ApiVersion = RequireVersion(options.ApiVersion, source.KeyKind, "The file");
        using RunSpool? spool = OpenSpool(options, header: "");
        return await new BulkRun(settings, source, options, spool)
            .RunAsync(calls, progress, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Finishes what a run that was cut off left in its spool, without its source.</summary>
    public async Task<BulkResult> FinishAsync(
        BulkOptions options,
        IProgress<BulkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        options = options.ToValidated();
        if (options.SpoolDirectory is null)
        {
            throw new ArgumentException(
                "BulkOptions.SpoolDirectory is null. Name the directory of the run that is to be finished.",
                nameof(options)
            );
        }

        using RunSpool spool = RunSpool.OpenStored(options, Account, settings.TimeProvider);
        using var source = new StoredFiles(spool);
        options.ApiVersion = spool.Version;
        return await new BulkRun(settings, source, options, spool)
            .RunAsync(calls, progress, cancellationToken)
            .ConfigureAwait(false);
    }

    private string Account => $"{settings.BaseAddress} {settings.ClientCode}";

    private RunSpool? OpenSpool(BulkOptions options, string header) =>
        options.SpoolDirectory is null
            ? null
            : RunSpool.Open(
                options,
                new SpoolRun(
                    Account,
                    options.ApiVersion!.Value,
                    $"{header} {options.MaxRowsPerFile} {options.DuplicateHandling} {options.MergeWindow}"
                ),
                settings.TimeProvider
            );

    // ID-5
    private static BatchApiVersion RequireVersion(BatchApiVersion? version, ProfileKeyKind keyKind, string subject)
    {
        if (version is null && keyKind is ProfileKeyKind.PcId)
        {
            throw new ArgumentException(
                $"{subject} is keyed by pcId, for which BulkOptions.ApiVersion has no default (ID-5): choose V1 for an "
                    + "account with Experience Cloud ids, V2 for one without.",
                nameof(version)
            );
        }

        return version ?? BatchApiVersion.V2;
    }
}

/// <summary>The calls that the runs of a client make, and the quota of their account.</summary>
internal sealed record BulkCalls(GuardedQuota Quota, RequestSender Sender, BatchUpload Upload, BatchFollow Follow);
