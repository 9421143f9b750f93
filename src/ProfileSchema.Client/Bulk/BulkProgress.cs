namespace ProfileSchema.Client;

/// <summary>How far a bulk update is. No count ever falls.</summary>
/// <param name="Read">Profiles that the source has given.</param>
/// <param name="Rejected">Profiles that break a rule.</param>
/// <param name="Empty">Profiles without any value.</param>
/// <param name="Sent">Rows of files that were sent, whatever the answer.</param>
/// <param name="Accepted">Rows of files that the service took.</param>
/// <param name="Resolved">Accepted rows whose fate is known, or given up on.</param>
public sealed record BulkProgress(long Read, long Rejected, long Empty, long Sent, long Accepted, long Resolved);
