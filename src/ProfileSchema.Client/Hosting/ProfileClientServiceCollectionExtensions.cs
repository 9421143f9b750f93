using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ProfileSchema.Client;
using ProfileSchema.Client.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods that register clients of Adobe Target's Profile APIs.</summary>
/// <remarks>
/// <para>
/// A client is a singleton: <see cref="ProfileClient"/> if it has no name, a keyed service if it has one. The container disposes the
/// client and its connections, which are renewed every five minutes, so that a change of DNS takes effect.
/// </para>
/// <para>
/// The clock and the loggers are those of the container, unless the options set others. Clients with the same client code share an
/// <see cref="AccountQuota"/>. If there are clients with names, it is a keyed service, whose key is the client code: register your own
/// under that key, or set <see cref="ProfileClientOptions.Quota"/>. A program with a single client without a name gets no keyed service,
/// because some containers don't support them. If an option is not valid, the start of the host fails with an
/// <see cref="OptionsValidationException"/> that names each fault.
/// </para>
/// <para>
/// Use the returned <see cref="IHttpClientBuilder"/> to add handlers and to configure connections, for example a proxy. Redirects,
/// cookies and trace headers are always disabled (HTTP-1). A primary handler whose trace headers can't be disabled, such as
/// <see cref="HttpClientHandler"/>, is an error. <c>ConfigureHttpClientDefaults</c> doesn't apply to this client: a resilience handler
/// would abort uploads and make calls that the quota doesn't count, and a logging handler would log ids.
/// </para>
/// </remarks>
public static class ProfileClientServiceCollectionExtensions
{
    /// <summary>Adds a <see cref="ProfileClient"/>, for a program with one account.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Configures the options, at least the client code.</param>
    /// <returns>A builder for handlers and connections.</returns>
    /// <example>
    /// <code>
    /// builder.Services.AddProfileClient(options => options.ClientCode = "acme");
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddProfileClient(
        this IServiceCollection services,
        Action<ProfileClientOptions> configure
    ) => services.AddProfileClient(Options.Options.DefaultName, configure);

    /// <summary>Adds a <see cref="ProfileClient"/> from configuration, for a program with one account.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="section">
    /// The section, with <c>ClientCode</c> and optionally <c>BaseAddress</c>, <c>Token</c> (a profile token that never changes),
    /// <c>RequestTimeout</c>, <c>MaxAttempts</c>, and <c>Quota</c> with the members of <see cref="AccountQuotaOptions"/>. It is read once.
    /// Any other name is an error.
    /// </param>
    /// <returns>A builder for handlers and connections.</returns>
    public static IHttpClientBuilder AddProfileClient(
        this IServiceCollection services,
        IConfigurationSection section
    ) => services.AddProfileClient(Options.Options.DefaultName, section);

    /// <summary>Adds a keyed <see cref="ProfileClient"/>, for a program with several accounts.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The key of the client and the name of its options.</param>
    /// <param name="configure">Configures the options, at least the client code.</param>
    /// <returns>A builder for handlers and connections.</returns>
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

    /// <summary>Adds a keyed <see cref="ProfileClient"/> from configuration, for a program with several accounts.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The key of the client and the name of its options.</param>
    /// <param name="section">
    /// The section, as for <see cref="AddProfileClient(IServiceCollection, IConfigurationSection)"/>.
    /// </param>
    /// <returns>A builder for handlers and connections.</returns>
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
