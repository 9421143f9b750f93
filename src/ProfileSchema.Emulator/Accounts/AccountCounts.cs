namespace ProfileSchema.Emulator;

/// <summary>What an account holds, in numbers.</summary>
/// <param name="Profiles">The profiles.</param>
/// <param name="Batches">The batches accepted so far.</param>
/// <param name="KeptBatches">Those that are remembered.</param>
/// <param name="WaitingBatches">Those that are not applied yet.</param>
/// <param name="Statuses">Those whose status is told (STATUS-4).</param>
/// <param name="Stamp">Another number than before if profiles or batches changed.</param>
internal sealed record AccountCounts(
    int Profiles,
    int Batches,
    int KeptBatches,
    int WaitingBatches,
    int Statuses,
    long Stamp
);
