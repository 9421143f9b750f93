using System.Net;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Bulk;

/// <summary>What happens to a file of a run. <see cref="UploadFile.Apply"/> changes the file accordingly and tells those who observe it.</summary>
internal abstract record FileEvent;

/// <summary>A call for the file begins to wait, or, with <see cref="CallWait.Nothing"/>, goes on.</summary>
internal sealed record WaitChanged(CallWait Wait) : FileEvent;

/// <summary>An attempt to upload it begins.</summary>
/// <param name="Number">The number of the attempt, those of earlier runs included.</param>
internal sealed record AttemptStarted(int Number, DateTimeOffset At) : FileEvent;

/// <summary>An attempt has ended, in whatever way.</summary>
/// <param name="Outcome">What this attempt alone tells.</param>
/// <param name="StatusCode">The status of the response, or null if there was none.</param>
/// <param name="Failure">Why it failed; null if the service accepted the file, or the run ended first.</param>
internal sealed record AttemptEnded(
    DateTimeOffset At,
    TimeSpan Duration,
    BatchOutcome Outcome,
    HttpStatusCode? StatusCode,
    ProfileRequestException? Failure
) : FileEvent;

/// <summary>No further attempt follows: the service accepted the file, or the last attempt failed.</summary>
internal sealed record UploadEnded : FileEvent;

/// <summary>It isn't uploaded in this run, so that it can't undo a later upload of a file before it (BULK-7).</summary>
internal sealed record HeldBack : FileEvent;

/// <summary>An earlier run uploaded it; this one goes on from there.</summary>
internal sealed record Resumed : FileEvent;

/// <summary>It is known where its status can be asked, if anywhere.</summary>
/// <param name="Address">The address, or null if there is none that is trusted (STATUS-6).</param>
/// <param name="IsUntrusted">Whether there is one that isn't trusted.</param>
/// <param name="IsPolled">Whether the run polls it.</param>
internal sealed record StatusAddressKnown(Uri? Address, bool IsUntrusted, bool IsPolled) : FileEvent;

/// <summary>The service reported the status.</summary>
internal sealed record StatusReported(BatchStatus Status) : FileEvent;

/// <summary>Nothing more is done for an accepted file.</summary>
/// <param name="At">When its status was known or polling ended; null if it wasn't polled.</param>
internal sealed record FileCompleted(DateTimeOffset? At) : FileEvent;

/// <summary>The run ends before the file is done.</summary>
internal sealed record RunStopped : FileEvent;

/// <summary>Observes the files of a run.</summary>
internal interface IFileObserver
{
    /// <summary>
    /// Called for each event, after the file has changed; for an attempt before it starts, because an attempt that can't be recorded must not
    /// start (BULK-7).
    /// </summary>
    void OnEvent(UploadFile file, FileEvent change);
}
