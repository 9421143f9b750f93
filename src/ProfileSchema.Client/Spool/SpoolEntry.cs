using System.Text.Json.Serialization;

namespace ProfileSchema.Client.Spool;

/// <summary>A line of the journal. Lines are only ever appended, so a file's state moves forward and never back.</summary>
internal sealed class SpoolEntry
{
    /// <summary>The format that this version writes. A journal of another one would be misread, so it is not read at all.</summary>
    public const int PresentFormat = 2;

    public required SpoolState State { get; init; }

    /// <summary>Of the first line: the format of the journal. The first format had no such field.</summary>
    public int? Format { get; init; }

    /// <summary>The number of the file; 0 in the first line.</summary>
    public int File { get; init; }

    /// <summary>Of the first line: what must be the same for the run to go on.</summary>
    public string? Run { get; init; }

    /// <summary>Of the first line: the account, hashed, for whoever finishes the run without its source.</summary>
    public string? Account { get; init; }

    /// <summary>Of the first line: the version that files are sent to.</summary>
    public BatchApiVersion? ApiVersion { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Of a file that was stored: the SHA-256 of its bytes.</summary>
    public string? Checksum { get; init; }

    /// <summary>Of a file that was stored: a hash over its rows, what they account for, and everything before.</summary>
    public string? RunningHash { get; init; }

    public int Rows { get; init; }

    /// <summary>Of a file that was stored: the position in the source of the first profile that it accounts for.</summary>
    public long FirstPosition { get; init; }

    /// <summary>Of a file that was stored: the position after the last profile that it accounts for.</summary>
    public long EndPosition { get; init; }

    /// <summary>Of a file that was sent: what is known of it.</summary>
    public BulkFileResult? Result { get; init; }

    /// <summary>Whether it says what its state requires. Of an attempt that begins nothing is known yet.</summary>
    [JsonIgnore]
    public bool IsWhole =>
        State switch
        {
            SpoolState.Begun => Run is not null,
            SpoolState.Stored => Checksum is not null && RunningHash is not null,
            SpoolState.Sending => Result is null || IsKnown(Result),
            _ => Result is not null && IsKnown(Result),
        };

    private static bool IsKnown(BulkFileResult result) =>
        result is { Attempts.Count: > 0, Outcome: not BatchOutcome.Unknown };
}

/// <summary>How far a file is.</summary>
internal enum SpoolState
{
    /// <summary>The first line of a journal.</summary>
    Begun,

    /// <summary>On disk, not sent.</summary>
    Stored,

    /// <summary>An attempt may have begun.</summary>
    Sending,

    /// <summary>Taken by the service; its status is not known yet.</summary>
    Accepted,

    /// <summary>Nothing more is to be done for it.</summary>
    Finished,
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(SpoolEntry))]
internal sealed partial class SpoolJsonContext : JsonSerializerContext;
