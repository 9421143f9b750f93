namespace ProfileSchema.Emulator;

/// <summary>The numbers of the service. Lengths count UTF-16 units, sizes count bytes as sent.</summary>
internal static class ServiceLimits
{
    public const int ThirdPartyIdLength = 256; // ID-3
    public const int NameLength = 128; // NAME-2
    public const int RowBytes = 64_000; // VALUE-6
    public const int GetTargetBytes = 8_000; // SINGLE-2
    public const int PostBodyBytes = 60_000; // SINGLE-2
    public const int BatchBytes = 50_000_000; // BATCH-4
    public const int BatchRows = 500_000; // BATCH-5
    public const int BulkCallsPerMinute = 50; // BULK-5
    public const int SingleUpdatesPerDay = 1_000_000; // SINGLE-5
    public const int KeptStatuses = 10; // STATUS-4

    public static readonly TimeSpan BulkWindow = TimeSpan.FromSeconds(60); // BULK-5
    public static readonly TimeSpan SingleWindow = TimeSpan.FromHours(24); // SINGLE-5
    public static readonly TimeSpan StatusLifetime = TimeSpan.FromHours(24); // STATUS-4
}
