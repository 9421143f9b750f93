using ProfileSchema.Client;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Send;

/// <summary>
/// Sends the files of a command, one after the other, and keeps going on possible until the last is done. A file that is not done
/// holds back those after it, which may hold newer values of its keys (BULK-7).
/// </summary>
internal sealed class SendRun(ProfileClient client, SendSettings settings, SendSpool spool, ToolConsole console)
{
    public async Task<SendReport> RunAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        await RequireSendableAsync(files, cancellationToken);
        spool.Prepare(files);
        var reports = new List<SentFileReport>();
        int finished = await FinishEarlierAsync(files, reports, cancellationToken);
        if (finished is not ExitCode.Success)
        {
            return new SendReport([.. reports, .. files.Select(SentFileReport.NotBegun)], finished);
        }

        for (int i = 0; i < files.Count; i++)
        {
            string file = files[i];
            string hash = await HashedInput.HashAsync(file, cancellationToken);
            if (spool.FindDone(file, hash) is { } done)
            {
                reports.Add(done);
                continue;
            }

            spool.MarkBegun(file, hash);
            await using var content = new HashedInput(InputFile.Open(file));
            (SentFileReport report, int exitCode) = await SendAsync(file, content, cancellationToken);
            reports.Add(report);
            if (exitCode is not ExitCode.Success)
            {
                return new SendReport([.. reports, .. files.Skip(i + 1).Select(SentFileReport.NotBegun)], exitCode);
            }

            spool.MarkDone(file, content.Hash, report);
        }

        spool.Clear(files);
        return new SendReport(reports, reports.All(report => report.IsClean) ? ExitCode.Success : ExitCode.DataErrors);
    }

    /// <summary>
    /// Finishes what runs stored of files that have another content now, which may hold newer values of the same keys (BULK-7).
    /// </summary>
    /// <returns>The exit code of the first that was not done.</returns>
    private async Task<int> FinishEarlierAsync(
        IReadOnlyList<string> files,
        List<SentFileReport> reports,
        CancellationToken cancellationToken
    )
    {
        foreach (string file in files)
        {
            if (!await spool.IsLeftOfAnotherAsync(file, cancellationToken))
            {
                continue;
            }

            (SentFileReport report, int exitCode) = await FinishAsync(file, cancellationToken);
            reports.Add(report with { IsOfEarlierContent = true });
            if (exitCode is not ExitCode.Success)
            {
                return exitCode;
            }
        }

        return ExitCode.Success;
    }

    /// <summary>A name that was mistyped, a column that is not there or a broken batch is found before anything is sent.</summary>
    private async Task RequireSendableAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        if (files.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Count() < files.Count)
        {
            throw new ToolException(ExitCode.Usage, "A file is named twice. Name each once.");
        }

        foreach (string file in files)
        {
            if (await RowFile.IsBatchAsync(file, cancellationToken))
            {
                if (settings.DuplicateHandling is not DuplicateHandling.Report)
                {
                    throw new ToolException(
                        ExitCode.Usage,
                        $"{file} is a batch file, which is sent as it is: --duplicates is for CSV exports. Leave it out."
                    );
                }

                await RequireCleanAsync(file, cancellationToken);
            }
            else
            {
                await using RowFile rows = await RowFile.OpenAsync(file, settings.Rows, cancellationToken);
            }
        }
    }

    private static async Task RequireCleanAsync(string file, CancellationToken cancellationToken)
    {
        await using FileStream content = InputFile.Open(file);
        var reader = new ProfileBatchReader(content);
        while (await reader.ReadAsync(cancellationToken)) { }
        if (reader.Summary.Errors > 0)
        {
            throw new ToolException(
                ExitCode.DataErrors,
                $"{file} has {Display.Count(reader.Summary.Errors)} errors, so nothing was sent. Run 'profileschema check' for details. "
                    + "'profileschema split' rewrites the rows that can be fixed."
            );
        }
    }

    /// <returns>The report, and an exit code other than success if the run did not come to its end.</returns>
    private async Task<(SentFileReport Report, int ExitCode)> SendAsync(
        string file,
        HashedInput content,
        CancellationToken cancellationToken
    ) =>
        await RowFile.IsBatchAsync(content, cancellationToken)
            ? await SendBatchAsync(file, content, cancellationToken)
            : await SendRowsAsync(file, content, cancellationToken);

    private async Task<(SentFileReport, int)> SendRowsAsync(
        string file,
        HashedInput content,
        CancellationToken cancellationToken
    )
    {
        await using RowFile rows = await RowFile.OpenAsync(file, content, settings.Rows, cancellationToken);
        BulkOptions options = OptionsFor(file, rejected => rows.Rejections.Add(rows.Line, rejected));
        var sent = await FollowAsync(
            file,
            () => rows.Share,
            rows.Rejections,
            progress =>
                client.UpdateManyAsync(
                    rows.ReadAsync(cancellationToken),
                    rows.Contract,
                    options,
                    progress,
                    cancellationToken
                )
        );
        rows.Rejections.Write(file, console);
        return sent;
    }

    private Task<(SentFileReport, int)> SendBatchAsync(
        string file,
        HashedInput content,
        CancellationToken cancellationToken
    ) =>
        FollowAsync(
            file,
            () => 1,
            rejections: null,
            progress => client.SendBatchFileAsync(content, OptionsFor(file, null), progress, cancellationToken)
        );

    /// <summary>Finishes what a run stored of a file before its content changed.</summary>
    private Task<(SentFileReport, int)> FinishAsync(string file, CancellationToken cancellationToken)
    {
        console.Note(
            $"{file} has changed, or is to be sent in another way, since a run of it was cut off. What that run stored is "
                + "finished first; then it is sent anew."
        );
        return FollowAsync(
            file,
            () => 1,
            rejections: null,
            progress => client.FinishSpoolAsync(OptionsFor(file, null), progress, cancellationToken)
        );
    }

    private BulkOptions OptionsFor(string file, Action<RejectedProfile>? onRejected) =>
        new()
        {
            ApiVersion = settings.ApiVersion,
            MaxRowsPerFile = settings.MaxRows,
            DuplicateHandling = settings.DuplicateHandling,
            StatusTimeout = settings.StatusTimeout,
            StatusInterval = settings.StatusInterval,
            ResendExpiredFiles = settings.ResendExpiredFiles,
            AllowSharedSpoolDirectory = settings.AllowsSharedSpool,
            SpoolDirectory = spool.DirectoryOf(file),
            OnRejected = onRejected,
        };

    private async Task<(SentFileReport, int)> FollowAsync(
        string file,
        Func<double> share,
        RowRejections? rejections,
        Func<IProgress<BulkProgress>, Task<BulkResult>> send
    )
    {
        using var progress = new SendProgress(file, share, console);
        SentFileReport Report(SentFileState state, BulkResult result, string? message = null) =>
            SentFileReport.Of(file, state, result, rejections, console.IsVerbose) with
            {
                Message = message,
                QuotaWaitSeconds = Math.Round(progress.QuotaWait.TotalSeconds, 1),
            };
        try
        {
            BulkResult result = await ProgressBar.RunAsync(
                console,
                isShown: true,
                file,
                bar =>
                {
                    progress.ShowOn(bar);
                    return send(progress);
                }
            );
            if (!spool.IsAnyLeft(file))
            {
                return (Report(SentFileState.Finished, result), ExitCode.Success);
            }

            const string message = "the service was busy, away, or did not say whether it took all of it.";
            return Failed(ExitCode.Service, Report(SentFileState.Incomplete, result, message));
        }
        catch (BulkUpdateCanceledException canceled)
        {
            return (Report(SentFileState.Interrupted, canceled.Result), ExitCode.Interrupted);
        }
        catch (BulkUpdateException failed)
        {
            (int code, string message) = ToolRoot.Describe(failed.InnerException ?? failed, console);
            message += failed.InnerException is BulkSpoolException ? PlaceOf(file) : "";
            return Failed(code, Report(SentFileState.Failed, failed.Result, message));
        }
        catch (BulkSpoolException exception)
        {
            string message = ToolException.Reword(exception.Message) + PlaceOf(file);
            return Failed(ExitCode.InputOutput, SentFileReport.NotBegun(file) with { Message = message });
        }
        catch (ArgumentException exception)
        {
            // Such as a file keyed by pcId without a version (ID-5).
            throw ToolException.OfUsage(exception);
        }
    }

    private (SentFileReport, int) Failed(int exitCode, SentFileReport report)
    {
        console.Error($"{report.File}: {report.Message}");
        return (report, exitCode);
    }

    private string PlaceOf(string file) =>
        $" Its place is {spool.DirectoryOf(file)}. The same command with --discard drops what is left there without sending it.";
}
