using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ProfileSchema.Client;

/// <summary>Makes the budget that the clients of one client code share, of the size that the configuration of one of them says.</summary>
internal static class AccountBudget
{
    public static ProfileAccountBudget Create(IServiceProvider container, object? clientCode)
    {
        var configurations = container.GetRequiredService<IOptionsMonitor<ClientConfiguration>>();
        BudgetConfiguration size =
            container
                .GetServices<ClientName>()
                .Select(name => configurations.Get(name.Value))
                .FirstOrDefault(other => other.Budget is not null && other.ClientCode == clientCode as string)
                ?.Budget
            ?? new BudgetConfiguration();
        return new ProfileAccountBudget(
            container.GetService<TimeProvider>(),
            size.BulkCallsPerMinute,
            size.KeptForStatus,
            size.SingleUpdatesPerDay
        );
    }
}
