using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Hosting;

/// <summary>What a container has to know of a client.</summary>
internal static class ClientRegistration
{
    /// <summary>Adds a client, unless there is one of this name, to which then only options and handlers are added.</summary>
    public static IHttpClientBuilder Add(IServiceCollection services, string name)
    {
        IHttpClientBuilder http = services.AddHttpClient(ClientName.ToHttpName(name));
        if (services.Any(service => service.ImplementationInstanceOf<ClientName>() is { } other && other.Value == name))
        {
            return http;
        }

        services.AddSingleton(new ClientName(name));
        AddOptions(services, name);
        AddConnections(services, http);
        services.TryAddSingleton<AccountQuotas>();
        if (name == Options.DefaultName)
        {
            // No keyed service for the one client of a program: there are containers, and code, that know none.
            services.TryAddSingleton(container => Create(container, name));
        }
        else
        {
            services.TryAddKeyedSingleton(
                KeyedService.AnyKey,
                (container, key) => container.GetRequiredService<AccountQuotas>().Of(key as string ?? "")
            );
            services.TryAddKeyedSingleton(name, (container, _) => Create(container, name));
        }

        return http;
    }

    public static void Bind(IServiceCollection services, string name, IConfigurationSection section)
    {
        services
            .AddOptions<ClientConfiguration>(name)
            .Configure(configuration =>
            {
                configuration.Path = section.Path;
                section.Bind(configuration, binder => binder.ErrorOnUnknownConfiguration = true);
            });
        services
            .AddOptions<ProfileClientOptions>(name)
            .Configure<IOptionsMonitor<ClientConfiguration>>(
                (options, configurations) => configurations.Get(name).CopyTo(options)
            );
    }

    private static void AddOptions(IServiceCollection services, string name)
    {
        services
            .AddOptions<ProfileClientOptions>(name)
            .Configure<IServiceProvider>(
                (options, container) =>
                {
                    // What the program has set before the client was added stays.
                    if (options.TimeProvider == TimeProvider.System)
                    {
                        options.TimeProvider = container.GetService<TimeProvider>() ?? TimeProvider.System;
                    }

                    options.LoggerFactory ??= container.GetService<ILoggerFactory>();
                }
            )
            .ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<ProfileClientOptions>, ClientOptionsValidator>()
        );
    }

    private static void AddConnections(IServiceCollection services, IHttpClientBuilder http)
    {
        services.TryAddSingleton<ClientConnections>();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, SafeConnectionsFilter>()
        );
        // What was added to all clients of the program goes; what is added to this one by its name comes later and stays.
        services.Configure<HttpClientFactoryOptions>(
            http.Name,
            options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.AdditionalHandlers.Clear())
        );
        http.ConfigurePrimaryHttpMessageHandler(container =>
                container.GetRequiredService<ClientConnections>().Of(http.Name)
            )
            // The client is a singleton and keeps its handler; it is the handler that renews connections.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // HTTP-1: it prints paths, and paths hold ids.
            .RemoveAllLoggers();
    }

    private static ProfileClient Create(IServiceProvider container, string name)
    {
        ProfileClientOptions options = container.GetRequiredService<IOptionsMonitor<ProfileClientOptions>>().Get(name);
        AccountQuota quota =
            options.Quota
            ?? (container as IKeyedServiceProvider)?.GetKeyedService<AccountQuota>(options.ClientCode)
            ?? container.GetRequiredService<AccountQuotas>().Of(options.ClientCode);
        HttpClient http = container.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName.ToHttpName(name));
        // Here, so that it comes after whatever was configured: each call has its own time (BULK-9).
        http.Timeout = Timeout.InfiniteTimeSpan;
        return new ProfileClient(new ClientSettings(options, quota), http, ownsHttp: true);
    }

    private static T? ImplementationInstanceOf<T>(this ServiceDescriptor service)
        where T : class => service.ServiceType == typeof(T) ? service.ImplementationInstance as T : null;
}

/// <summary>The name of a client that a container knows: empty for the one that has none.</summary>
internal sealed record ClientName(string Value)
{
    private const string Http = "ProfileSchema.Client";

    /// <summary>The name of its connections for <see cref="IHttpClientFactory"/>.</summary>
    public static string ToHttpName(string name) => name == Options.DefaultName ? Http : $"{Http}:{name}";

    /// <summary>The name of the client whose connections are named so, or null for connections of others.</summary>
    public static string? FromHttpName(string? name) =>
        name == Http ? Options.DefaultName
        : name?.StartsWith(Http + ":", StringComparison.Ordinal) is true ? name[(Http.Length + 1)..]
        : null;
}
