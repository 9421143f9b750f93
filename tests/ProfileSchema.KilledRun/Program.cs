using Microsoft.Extensions.Logging;
using ProfileSchema.Client;
using ProfileSchema.KilledRun;

// A spooled run that its parent kills. Arguments: the address of the emulator, the spool, the number of rows.
var address = new Uri(args[0]);
int rows = int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture);
using var quota = new LocalAccountQuota(new AccountQuotaOptions { CallsPerMinute = 1_000_000 });
using var client = new ProfileClient(
    new ProfileClientOptions
    {
        ClientCode = "acme",
        BaseAddress = address,
        Quota = quota,
        LoggerFactory = new LineLoggerFactory(),
    }
);
var options = new BulkOptions
{
    SpoolDirectory = args[1],
    MaxRowsPerFile = 3,
    StatusInterval = TimeSpan.FromMilliseconds(5),
};
Console.WriteLine("begun");
BulkResult result = await client.UpdateManyAsync(Row.All(rows), options);
Console.WriteLine(result.Accepted == rows ? "done" : $"failed: {result}");

namespace ProfileSchema.KilledRun
{
    [Profile]
    public sealed partial record Row([property: ProfileKey(ProfileKeyKind.ThirdPartyId)] string Id)
    {
        [ProfileParameter]
        public string City => $"city of {Id}";

        public static IEnumerable<Row> All(int count) => Enumerable.Range(0, count).Select(i => new Row($"r{i}"));
    }

    /// <summary>A line for each event, so that the parent can kill at one.</summary>
    internal sealed class LineLoggerFactory : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) { }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Console.WriteLine($"event {eventId.Id}");

        public void Dispose() { }
    }
}
