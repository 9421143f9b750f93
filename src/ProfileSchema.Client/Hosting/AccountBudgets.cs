using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace ProfileSchema.Client;

/// <summary>The budgets that the clients of one client code share, each of the size that the configuration of one of them says.</summary>
internal sealed class AccountBudgets(
    IOptionsMonitor<ClientConfiguration> configurations,
    IEnumerable<ClientName> names,
    TimeProvider? time = null
) : IDisposable
{
    /// <summary>Tells client codes apart: they are parts of host names, in which case does not count.</summary>
    public static StringComparer Codes => StringComparer.OrdinalIgnoreCase;

    private readonly ConcurrentDictionary<string, Lazy<ProfileAccountBudget>> _budgets = new(Codes);

    public ProfileAccountBudget Of(string clientCode) =>
        _budgets.GetOrAdd(clientCode, code => new Lazy<ProfileAccountBudget>(() => Create(code))).Value;

    public void Dispose()
    {
        foreach (Lazy<ProfileAccountBudget> budget in _budgets.Values.Where(budget => budget.IsValueCreated))
        {
            budget.Value.Dispose();
        }
    }

    private ProfileAccountBudget Create(string clientCode)
    {
        BudgetConfiguration size =
            names
                .Select(name => configurations.Get(name.Value))
                .FirstOrDefault(other => other.Budget is not null && Codes.Equals(other.ClientCode, clientCode))
                ?.Budget
            ?? new BudgetConfiguration();
        return new ProfileAccountBudget(time, size.BulkCallsPerMinute, size.KeptForStatus, size.SingleUpdatesPerDay);
    }
}
