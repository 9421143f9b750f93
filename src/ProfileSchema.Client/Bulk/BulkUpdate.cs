using ProfileSchema.Client.Http;
using ProfileSchema.Client.Spool;

namespace ProfileSchema.Client.Bulk;

/// <summary>Begins runs: of profiles, or of a file that exists.</summary>
internal sealed class BulkUpdate(ClientSettings settings, BatchUpload upload, BatchStatusCall statusCall)
{
    public async Task<BulkResult> RunAsync<T>(
        Func<BulkOptions, BulkBooks, RowSource<T>> makeSource,
        ProfileContract<T> contract,
        BulkOptions? options,
        IProgress<BulkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        options = (options ?? new BulkOptions()).ToValidated();
        BatchApiVersion version = RequireVersion(options.ApiVersion, contract.KeyKind, contract.Name);
        var books = new BulkBooks(options.OnRejected);
        using RowSource<T> source = makeSource(options, books);
        string header = Convert.ToBase64String(contract.BatchHeader);
        return await RunAsync(source, version, header, options, books, progress, cancellationToken)
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

        using ReadyFile source = await ReadyFile.ReadAsync(file, cancellationToken).ConfigureAwait(false);
        BatchApiVersion version = RequireVersion(options.ApiVersion, source.KeyKind, "The file");
        var books = new BulkBooks(options.OnRejected);
        return await RunAsync(source, version, "", options, books, progress, cancellationToken).ConfigureAwait(false);
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

        using var spool = RunSpool.OpenStored(options, Account, settings.TimeProvider);
        using var source = new StoredFiles(spool);
        var books = new BulkBooks(options.OnRejected);
        return await RunAsync(source, spool.Version, options, books, progress, spool, cancellationToken)
            .ConfigureAwait(false);
    }

    private string Account => $"{settings.BaseAddress} {settings.ClientCode}";

    private async Task<BulkResult> RunAsync(
        IFileSource source,
        BatchApiVersion version,
        string header,
        BulkOptions options,
        BulkBooks books,
        IProgress<BulkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        using RunSpool? spool = OpenSpool(version, header, options);
        return await RunAsync(source, version, options, books, progress, spool, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<BulkResult> RunAsync(
        IFileSource source,
        BatchApiVersion version,
        BulkOptions options,
        BulkBooks books,
        IProgress<BulkProgress>? progress,
        RunSpool? spool,
        CancellationToken cancellationToken
    )
    {
        using var run = new BulkRun(
            settings,
            upload,
            statusCall,
            source,
            version,
            options,
            books,
            progress,
            spool,
            cancellationToken
        );
        return await run.RunAsync().ConfigureAwait(false);
    }

    private RunSpool? OpenSpool(BatchApiVersion version, string header, BulkOptions options) =>
        options.SpoolDirectory is null
            ? null
            : RunSpool.Open(
                options,
                new SpoolRun(
                    Account,
                    version,
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
