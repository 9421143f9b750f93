using System.Diagnostics;
using System.Text;
using CrmImport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ProfileSchema.Client;
using ProfileSchema.Emulator;

Console.OutputEncoding = Encoding.UTF8;
HostApplicationBuilder builder = Host.CreateApplicationBuilder(
    new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory }
);
builder.Services.AddOptions<ImportOptions>().BindConfiguration("Import").ValidateDataAnnotations().ValidateOnStart();

// Without an account, a Target of its own on this machine: nothing leaves it.
TargetEmulator? emulator = null;
IConfigurationSection target = builder.Configuration.GetSection("Target");
if (target["ClientCode"] is null)
{
    emulator = await TargetEmulator.StartAsync(new TargetEmulatorOptions { RecordBodies = false });
    builder.Services.AddProfileClient(options =>
        (options.ClientCode, options.BaseAddress) = ("acme", emulator.BaseAddress)
    );
    // It is asked as often as one likes, which a real account is not.
    builder.Configuration["Import:StatusInterval"] = "00:00:00.250";
}
else
{
    builder.Services.AddProfileClient(target);
}

await using (emulator)
{
    using IHost host = builder.Build();
    try
    {
        await host.StartAsync();
    }
    catch (OptionsValidationException exception)
    {
        Console.Error.WriteLine(exception.Message);
        return ExitCode.WrongSettings;
    }

    var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
    int exitCode = await ImportAsync(host.Services, lifetime.ApplicationStopping);
    await host.StopAsync();
    return exitCode;
}

static async Task<int> ImportAsync(IServiceProvider services, CancellationToken cancellationToken)
{
    ImportOptions import = services.GetRequiredService<IOptions<ImportOptions>>().Value;
    Directory.CreateDirectory(import.Folder);
    string export = Path.Combine(import.Folder, "customers.csv");
    string spool = Path.Combine(import.Folder, "spool");
    var options = new BulkOptions
    {
        // Files wait on disk until their fate is known: an import that is cut off goes on when it is started again.
        Spool = spool,
        MaxRowsPerFile = import.RowsPerFile,
        StatusInterval = import.StatusInterval,
    };
    bool isResumed = Directory.Exists(spool) && Directory.EnumerateFileSystemEntries(spool).Any();
    Console.WriteLine(isResumed ? "Going on with the import that was cut off." : "A new import.");
    long startedAt = Stopwatch.GetTimestamp();
    DateTimeOffset sentAt = TimeProvider.System.GetUtcNow();
    var client = services.GetRequiredService<ProfileClient>();
    var sample = new ProfileSample<Customer>(Math.Max(import.Verified, 1));
    try
    {
        await CustomerGenerator.EnsureAsync(export, import.Rows, cancellationToken);
        BulkResult result = await ProgressDisplay.RunAsync(
            import.Rows,
            progress =>
                client.UpdateManyAsync(
                    sample.Of(CustomerFile.ReadAsync(export, cancellationToken)),
                    options,
                    progress,
                    cancellationToken
                )
        );
        Summary.Print(result, Stopwatch.GetElapsedTime(startedAt));
        if (result.Refused + result.Unconfirmed + result.Unsent > 0)
        {
            return ExitCode.NotAllSent;
        }

        return import.Verified == 0 || await VerifyAsync(client, sample, sentAt, cancellationToken)
            ? ExitCode.Done
            : ExitCode.NotVerified;
    }
    catch (BulkUpdateCanceledException exception)
    {
        Summary.Print(exception.Result, Stopwatch.GetElapsedTime(startedAt));
        Console.WriteLine("Stopped. Run it again to go on.");
        return ExitCode.Stopped;
    }
    catch (BulkUpdateException exception)
    {
        Summary.Print(exception.Result, Stopwatch.GetElapsedTime(startedAt));
        Console.Error.WriteLine(exception.InnerException?.Message ?? exception.Message);
        Console.Error.WriteLine("Ended early. Mend what is said above and run it again to go on.");
        return ExitCode.EndedEarly;
    }
    catch (BulkSpoolException exception)
    {
        Console.Error.WriteLine(exception.Message);
        return ExitCode.EndedEarly;
    }
}

// Accepted is not applied (BULK-8). What an account shows is up to an hour old (FETCH-3): that is "not yet", and no fault.
static async Task<bool> VerifyAsync(
    ProfileClient client,
    ProfileSample<Customer> sample,
    DateTimeOffset sentAt,
    CancellationToken cancellationToken
)
{
    try
    {
        VerifyResult verified = await client.VerifyAsync(
            sample.Profiles,
            new VerifyOptions { SentAt = sentAt },
            cancellationToken
        );
        Console.WriteLine($"Read back: {verified}");
        return verified.Different == 0;
    }
    catch (ProfileRequestException exception)
    {
        Console.Error.WriteLine($"Not read back: {exception.Message}");
        return true;
    }
    catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
    {
        Console.WriteLine("Stopped before all were read back; all was sent.");
        return true;
    }
}
