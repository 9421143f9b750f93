using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace ProfileSchema.Client.Hosting;

/// <summary>The quotas that the clients of one client code share, each of the size that the configuration of one of them sets.</summary>
internal sealed class AccountQuotas(
    IOptionsMonitor<ClientConfiguration> configurations,
    IEnumerable<ClientName> names,
    TimeProvider? time = null
) : IDisposable
{
    /// <summary>Tells client codes apart: they are parts of host names, in which case does not count.</summary>
    public static StringComparer Codes => StringComparer.OrdinalIgnoreCase;

    private readonly ConcurrentDictionary<string, Lazy<AccountQuota>> _quotas = new(Codes);

    public AccountQuota Of(string clientCode) =>
        _quotas.GetOrAdd(clientCode, code => new Lazy<AccountQuota>(() => Create(code))).Value;

    public void Dispose()
    {
        foreach (Lazy<AccountQuota> quota in _quotas.Values.Where(quota => quota.IsValueCreated))
        {
            quota.Value.Dispose();
        }
    }

    private LocalAccountQuota Create(string clientCode) =>
        new(
            names
                .Select(name => configurations.Get(name.Value))
                .FirstOrDefault(other => other.Quota is not null && Codes.Equals(other.ClientCode, clientCode))
                ?.Quota,
            time
        );
}
