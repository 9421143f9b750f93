using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Emulate;

/// <summary>What the command line says about an emulator.</summary>
internal sealed record EmulateSettings
{
    public required int Port { get; init; }

    /// <summary>The client codes that exist; none: any.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>The token that calls must carry; null: none.</summary>
    public required string? Token { get; init; }

    public required TimeSpan ProcessingDelay { get; init; }

    /// <summary>The name of a fault profile.</summary>
    public required string Faults { get; init; }

    /// <summary>Where profiles are kept; null: in memory.</summary>
    public required string? DataFile { get; init; }

    public required IReadOnlyList<string> Seeds { get; init; }

    /// <summary>How seed files are read.</summary>
    public required RowOptions Rows { get; init; }

    /// <summary>The settings without the token.</summary>
    public override string ToString() => $"Emulator on port {Port}";
}
