using System.Text.Json.Serialization;
using PointOfSale;
using ProfileSchema.Emulator;

WebApplicationBuilder builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
);

// Without an account, the service starts an emulator. No data is sent to Adobe.
TargetEmulator? emulator = null;
IConfigurationSection target = builder.Configuration.GetSection("Target");
if (target["ClientCode"] is null)
{
    emulator = await TargetEmulator.StartAsync();
    for (int member = 100_001; member <= 100_010; member++)
    {
        // A single update changes existing profiles only (SINGLE-4).
        emulator.GetAccount("acme").AddProfile($"M{member}");
    }

    builder.Services.AddProfileClient(options =>
        (options.ClientCode, options.BaseAddress) = ("acme", emulator.BaseAddress)
    );
}
else
{
    builder.Services.AddProfileClient(target);
}

builder.Services.AddOptions<QueueOptions>().BindConfiguration("Queue").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<LoyaltyLedger>();
builder.Services.AddSingleton<PendingMembers>();
builder.Services.AddSingleton<TargetHealth>();
builder.Services.AddHostedService<ProfileSender>();
builder.Services.AddHealthChecks().AddCheck<TargetHealth>("target");
builder.Services.AddValidation();
builder.Services.AddProblemDetails();
builder.Services.ConfigureHttpJsonOptions(json =>
    json.SerializerOptions.Converters.Add(new JsonStringEnumConverter<LoyaltyTier>())
);
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
Telemetry.Add(builder);

await using (emulator)
{
    WebApplication application = builder.Build();
    application.UseExceptionHandler();
    application.UseStatusCodePages();
    application.MapHealthChecks("/health");
    PurchaseApi.Map(application);
    MemberApi.Map(application);
    await application.RunAsync();
}
