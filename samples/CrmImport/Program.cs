using System.Text;
using CrmImport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ProfileSchema.Emulator;

Console.OutputEncoding = Encoding.UTF8;
HostApplicationBuilder builder = Host.CreateApplicationBuilder(
    new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory }
);
builder.Services.AddOptions<ImportOptions>().BindConfiguration("Import").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton<ImportJob>();

TargetEmulator? emulator = null;
string folder = builder.Configuration["Import:Folder"] ?? "";
IConfigurationSection target = builder.Configuration.GetSection("Target");
if (target["ClientCode"] is null)
{
    emulator = await LocalEmulator.StartAsync(folder);
    builder.Services.AddProfileClient(options =>
        (options.ClientCode, options.BaseAddress) = ("acme", emulator.BaseAddress)
    );
    // The emulator can be polled at any interval, unlike a real account.
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
        if (emulator is not null)
        {
            await LocalEmulator.RememberAsync(emulator, folder);
        }
    }
    catch (Exception exception)
        when (exception is OptionsValidationException or AggregateException or InvalidOperationException)
    {
        // One or several invalid settings. Each message names its setting.
        foreach (Exception fault in (exception as AggregateException)?.InnerExceptions.AsEnumerable() ?? [exception])
        {
            Console.Error.WriteLine(fault.Message);
        }

        return ExitCode.WrongSettings;
    }

    var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
    int exitCode = await host.Services.GetRequiredService<ImportJob>().RunAsync(lifetime.ApplicationStopping);
    await host.StopAsync();
    return exitCode;
}
