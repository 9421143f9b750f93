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

    public const int SessionParameters = 50; // DELIVERY-2
    public const int SessionMboxes = 50; // DELIVERY-2
    public const int SessionValueLength = 256; // DELIVERY-2
    public const int SessionThirdPartyIdLength = 128; // DELIVERY-2
    public const int SessionIdLength = 128; // DELIVERY-3
    public const int SessionCallsAtOnce = 100; // DELIVERY-5
    public const int DeliveryBodyBytes = 1_000_000;

    public static readonly TimeSpan SessionLifetime = TimeSpan.FromMinutes(30); // DELIVERY-3
    public static readonly TimeSpan BulkWindow = TimeSpan.FromSeconds(60); // BULK-5
    public static readonly TimeSpan SingleWindow = TimeSpan.FromHours(24); // SINGLE-5
    public static readonly TimeSpan StatusLifetime = TimeSpan.FromHours(24); // STATUS-4
}
