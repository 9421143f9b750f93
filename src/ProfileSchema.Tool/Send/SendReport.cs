using ProfileSchema.Tool.Output;
using static System.FormattableString;

namespace ProfileSchema.Tool.Send;

/// <summary>What became of all files of a command.</summary>
internal sealed class SendReport(IReadOnlyList<SentFileReport> files, int exitCode)
{
    public int ExitCode { get; } = exitCode;

    private bool IsInterrupted => files.Any(file => file.State is SentFileState.Interrupted);

    public void WriteJson(ToolConsole console) =>
        console.Json(new { Complete = files.All(file => file.State is SentFileState.Finished), Files = files });

    public void WriteTable(ToolConsole console)
    {
        foreach (SentFileReport file in files)
        {
            if (file.State is SentFileState.NotSent)
            {
                console.Line($"{file.File} (not sent)");
                continue;
            }

            string note =
                file.WasSentBefore ? " (sent before)"
                : file.IsOfEarlierContent ? " (stored before it changed)"
                : "";
            console.Line(file.File + note);
            console.Table(
                ["rows", ""],
                [
                    .. Counts(file)
                        .Where(count => count.Rows > 0 || count.IsAlwaysShown)
                        .Select(count => new[] { count.Name, Display.Count(count.Rows) }),
                ]
            );
            if (file.Batches.Count > 0)
            {
                console.Table(
                    ["batch", "rows", "bytes", "outcome", "state", "attempts", "service"],
                    [.. file.Batches.Select(Cells)]
                );
            }

            if (file.QuotaWaitSeconds >= 1)
            {
                console.Line($"Waited {Display.Duration(TimeSpan.FromSeconds(file.QuotaWaitSeconds))} for the quota.");
            }
        }
    }

    /// <summary>One line that is true whatever came before it; of several files that are not all done also which are.</summary>
    public void WriteLastLine(ToolConsole console)
    {
        if (files.Count > 1 && !files.All(file => file.State is SentFileState.Finished))
        {
            WriteNames("Sent", files.Where(file => file.State is SentFileState.Finished), console);
            WriteNames(
                "Not done",
                files.Where(file => file.State is not (SentFileState.Finished or SentFileState.NotSent)),
                console
            );
            WriteNames("Not sent", files.Where(file => file.State is SentFileState.NotSent), console);
        }

        long read = files.Sum(file => file.Read);
        long accepted = files.Sum(file => file.Accepted);
        string counts =
            $"{Display.Count(read)} rows read, {Display.Count(accepted)} accepted, "
            + $"{Display.Count(files.Sum(file => file.Updated))} updated, {Display.Count(files.Sum(file => file.Rejected))} rejected, "
            + $"{Display.Count(files.Sum(file => file.NotSent + file.Declined))} not sent or declined";
        long unconfirmed = files.Sum(file => file.Unconfirmed);
        if (unconfirmed > 0)
        {
            counts += $", {Display.Count(unconfirmed)} unconfirmed, which may have been taken";
        }

        if (IsInterrupted)
        {
            console.Note($"Interrupted: {counts}. The same command goes on from here.");
        }
        else if (files.All(file => file.State is SentFileState.Finished))
        {
            console.Note($"Done: {counts}.");
        }
        else
        {
            console.Note(
                $"Not done: {counts}. Once the cause is gone, run the same command again: it sends what is left, in order, and "
                    + "nothing again that was accepted."
            );
        }
    }

    private static void WriteNames(string label, IEnumerable<SentFileReport> files, ToolConsole console)
    {
        string names = string.Join(", ", files.Select(file => file.File));
        if (names.Length > 0)
        {
            console.Note($"{label}: {names}.");
        }
    }

    private static IEnumerable<(string Name, long Rows, bool IsAlwaysShown)> Counts(SentFileReport file) =>
        [
            ("read", file.Read, true),
            ("rejected", file.Rejected, true),
            ("empty", file.Empty, true),
            ("merged", file.Merged, false),
            ("not sent", file.NotSent, false),
            ("declined", file.Declined, false),
            ("unconfirmed", file.Unconfirmed, false),
            ("accepted", file.Accepted, true),
            ("updated", file.Updated, true),
            ("not found", file.NotFound, false),
            ("failed", file.Failed, false),
            ("status unknown", file.StatusUnknown, false),
            ("repeated keys", file.Duplicates, false),
        ];

    private static string[] Cells(SentBatch batch) =>
        [
            Display.Count(batch.Number),
            Display.Count(batch.Rows),
            Display.Count(batch.Bytes),
            batch.Outcome,
            batch.State ?? "",
            Display.Count(batch.Attempts),
            string.Join(
                ' ',
                (
                    (string?[])
                        [
                            batch.FailureMessage
                                ?? (batch.StatusCode is { } status ? Invariant($"answered {status}") : null),
                            batch.ServiceMessage,
                        ]
                ).OfType<string>()
            ),
        ];
}
