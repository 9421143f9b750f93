using System.Text.Json;
using ProfileSchema.Client;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Send;

/// <summary>How files are sent, as the command line says.</summary>
internal sealed record SendSettings
{
    public required RowOptions Rows { get; init; }

    public required int MaxRows { get; init; }

    public required BatchApiVersion? ApiVersion { get; init; }

    public required DuplicateHandling DuplicateHandling { get; init; }

    /// <summary>All that decides what is sent of a file and how it is taken, as one text.</summary>
    public string WhatIsSent =>
        JsonSerializer.Serialize(
            new
            {
                Rows,
                ApiVersion,
                DuplicateHandling,
            }
        );

    public required TimeSpan StatusTimeout { get; init; }

    public required TimeSpan StatusInterval { get; init; }

    public required bool ResendExpiredFiles { get; init; }

    /// <summary>Whether what is under way may be kept where others can read it.</summary>
    public required bool AllowsSharedSpool { get; init; }
}
