using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ProfileSchema.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds clients of Adobe Target's Profile APIs to a container.</summary>
/// <remarks>
/// <para>
/// A client is a singleton for all threads: <see cref="ProfileClient"/> without a name, a keyed service with one. Its
/// connections live as long as the container, which disposes them after the client; they are renewed every five minutes, so that
/// a change of addresses is noticed without handlers that rotate.
/// </para>
/// <para>
/// The clock and the loggers are those of the container unless the options name others. Clients of one client code share an
/// <see cref="AccountQuota"/>. Where there are clients with names, it is a keyed service, whose key is the client code;
/// register one of your own there, or set <see cref="ProfileClientOptions.Quota"/>, to have another. A program whose one client
/// has no name gets no keyed service, since there are containers that know none. Options that cannot work end the start of the host with an
/// <see cref="OptionsValidationException"/> that names each of them.
/// </para>
/// <para>
/// The <see cref="IHttpClientBuilder"/> that is returned takes your own handlers and the settings of connections, such as a proxy.
/// No redirect is followed, no cookie kept and no trace header sent, whatever is set there (HTTP-1); a primary handler
/// whose trace headers cannot be switched off, such as <see cref="HttpClientHandler"/>, is refused. What
/// <c>ConfigureHttpClientDefaults</c> adds to all clients of a program does not reach this one: a resilience handler there would
/// cut uploads off and make calls that the quota doesn't count, a logging handler would print ids.
/// </para>
/// </remarks>
public static class ProfileClientServiceCollectionExtensions
{
    /// <summary>Adds the client of the program's one account, as <see cref="ProfileClient"/>.</summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="configure">Sets the options, the client code at least.</param>
    /// <returns>Takes handlers and settings of connections.</returns>
    public static IHttpClientBuilder AddProfileClient(
        this IServiceCollection services,
        Action<ProfileClientOptions> configure
    ) => services.AddProfileClient(Options.Options.DefaultName, configure);

    /// <summary>Adds the client of the program's one account, as <see cref="ProfileClient"/>, from configuration.</summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="section">
    /// Holds <c>ClientCode</c> and, where wanted, <c>BaseAddress</c>, <c>Token</c> (a profile token that stays the same),
    /// <c>RequestTimeout</c>, <c>MaxAttempts</c>, and <c>Quota</c> with the members of <see cref="AccountQuotaOptions"/>. Read once; a
    /// name that is none of these is an error.
    /// </param>
    /// <returns>Takes handlers and settings of connections.</returns>
    public static IHttpClientBuilder AddProfileClient(
        this IServiceCollection services,
        IConfigurationSection section
    ) => services.AddProfileClient(Options.Options.DefaultName, section);

    /// <summary>Adds the client of one of several accounts, as a keyed <see cref="ProfileClient"/>.</summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="name">The key of the client and the name of its options.</param>
    /// <param name="configure">Sets the options, the client code at least.</param>
    /// <returns>Takes handlers and settings of connections.</returns>
    public static IHttpClientBuilder AddProfileClient(
        this IServiceCollection services,
        string name,
        Action<ProfileClientOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        IHttpClientBuilder builder = ClientRegistration.Add(services, name);
        services.Configure(name, configure);
        return builder;
    }

    /// <summary>Adds the client of one of several accounts, as a keyed <see cref="ProfileClient"/>, from configuration.</summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="name">The key of the client and the name of its options.</param>
    /// <param name="section">
    /// What <see cref="AddProfileClient(IServiceCollection, IConfigurationSection)"/> says of it.
    /// </param>
    /// <returns>Takes handlers and settings of connections.</returns>
    public static IHttpClientBuilder AddProfileClient(
        this IServiceCollection services,
        string name,
        IConfigurationSection section
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        IHttpClientBuilder builder = ClientRegistration.Add(services, name);
        ClientRegistration.Bind(services, name, section);
        return builder;
    }
}
