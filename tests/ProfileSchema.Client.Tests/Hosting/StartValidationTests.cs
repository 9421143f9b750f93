using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ProfileSchema.Client.Tests.Hosting;

/// <summary>A program with options that cannot work does not start, and says which they are and what to do.</summary>
public sealed class StartValidationTests : HostingTest
{
    public static TheoryData<string, string, string, string> Faults =>
        new()
        {
            { "ClientCode", "-acme.", "ProfileClientOptions.ClientCode", "Pass the label alone" },
            { "BaseAddress", "http://target.example.com", "ProfileClientOptions.BaseAddress", "must use https" },
            { "RequestTimeout", "00:00:00", "ProfileClientOptions.RequestTimeout", "no more than one day" },
            { "MaxAttempts", "0", "ProfileClientOptions.MaxAttempts", "must be at least 1" },
            { "Token", "Bearer s3cret", "ProfileClientOptions.Token", "without the word Bearer" },
            { "Quota:CallsPerMinute", "0", "Quota:CallsPerMinute", "must be at least 1. Set it to" },
            { "Quota:ReservedForStatus", "-1", "Quota:ReservedForStatus", "Set it to 0" },
            { "Quota:SingleUpdatesPerDay", "-1", "Quota:SingleUpdatesPerDay", "must be at least 1. Set it to" },
        };

    [Theory]
    [Trait("Clause", "AUTH-5")]
    [Trait("Clause", "HTTP-2")]
    [Trait("Clause", "ID-6")]
    [MemberData(nameof(Faults))]
    public async Task A_setting_is_named_in_code_and_configuration_with_its_fault_and_remedy(
        string setting,
        string value,
        string subject,
        string remedy
    )
    {
        string message = await MessageAsync(services =>
            services.AddProfileClient(
                Section(setting == "ClientCode" ? [(setting, value)] : [("ClientCode", Account), (setting, value)])
            )
        );
        Assert.StartsWith($"{subject} (configuration Target:{setting}) ", message, StringComparison.Ordinal);
        Assert.Contains(remedy, message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_of_all_clients_are_told_with_their_names()
    {
        string message = await MessageAsync(services =>
        {
            services.AddProfileClient(
                "europe",
                options => (options.MaxAttempts, options.RequestTimeout) = (0, TimeSpan.Zero)
            );
            services.AddProfileClient("asia", options => options.TimeProvider = null!);
        });
        Assert.Contains("ClientCode of the client 'europe' must", message, StringComparison.Ordinal);
        Assert.Contains("RequestTimeout of the client 'europe' must be", message, StringComparison.Ordinal);
        Assert.Contains("MaxAttempts of the client 'europe' must be", message, StringComparison.Ordinal);
        Assert.Contains("ClientCode of the client 'asia' must", message, StringComparison.Ordinal);
        Assert.Contains("TimeProvider of the client 'asia' must not be null", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClientCod", "acme", "'ClientCod'")]
    [InlineData("MaxAttempts", "three", "Target:MaxAttempts")]
    public async Task A_name_or_a_value_that_means_nothing_is_an_error(string setting, string value, string named) =>
        Assert.Contains(
            named,
            await MessageAsync(services =>
                services.AddProfileClient(Section(("ClientCode", Account), (setting, value)))
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_quota_is_set_once_for_an_account_and_beside_its_client_code()
    {
        string twice = await MessageAsync(services =>
        {
            services.AddProfileClient("day", Section(("ClientCode", Account), ("Quota:ReservedForStatus", "5")));
            services.AddProfileClient("night", Section(("ClientCode", Account), ("Quota:ReservedForStatus", "6")));
        });
        Assert.Contains("Quota of the client 'day'", twice, StringComparison.Ordinal);
        Assert.Contains("not the same for all clients of the account", twice, StringComparison.Ordinal);

        string inOtherLetters = await MessageAsync(services =>
        {
            services.AddProfileClient("day", Section(("ClientCode", "acme"), ("Quota:ReservedForStatus", "5")));
            services.AddProfileClient("night", Section(("ClientCode", "Acme"), ("Quota:ReservedForStatus", "6")));
        });
        Assert.Contains("not the same for all clients of the account", inOtherLetters, StringComparison.Ordinal);

        string astray = await MessageAsync(services =>
        {
            services.AddProfileClient(Section(("Quota:ReservedForStatus", "5")));
            services.Configure<ProfileClientOptions>(options => options.ClientCode = Account);
        });
        Assert.Contains("a different ClientCode", astray, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_others_are_not_looked_at()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddProfileClient(options => options.ClientCode = Account);
        builder.Services.AddOptions<ProfileClientOptions>("not a client").ValidateOnStart();
        using IHost host = builder.Build();
        await host.StartAsync(Cancellation);
        await host.StopAsync(Cancellation);
    }

    private static async Task<string> MessageAsync(Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        add(builder.Services);
        using IHost host = builder.Build();
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Cancellation));
        Assert.True(
            exception is OptionsValidationException or AggregateException or InvalidOperationException,
            exception.ToString()
        );
        return exception is AggregateException all
            ? string.Join("; ", all.InnerExceptions.Select(inner => inner.Message))
            : exception.Message;
    }
}
