using System.Collections.Concurrent;

namespace ProfileSchema.Emulator;

/// <summary>The accounts by client code.</summary>
internal sealed class AccountDirectory
{
    private readonly ConcurrentDictionary<string, TargetAccount> _accounts = new(StringComparer.Ordinal);
    private readonly bool _isOpen;
    private readonly Func<string, TargetAccount> _create;

    public AccountDirectory(TargetEmulatorOptions options, ViolationLog violations)
    {
        _create = code => new TargetAccount(code, options, violations);
        _isOpen = options.ClientCodes.Count == 0;
        foreach (string code in options.ClientCodes)
        {
            _accounts.TryAdd(code, _create(code));
        }
    }

    public IReadOnlyList<TargetAccount> All =>
        [.. _accounts.Values.OrderBy(account => account.ClientCode, StringComparer.Ordinal)];

    /// <summary>The account of a client code if somebody has used it already.</summary>
    public TargetAccount? FindUsed(string clientCode) => _accounts.GetValueOrDefault(clientCode);

    /// <summary>The account of a client code, made if it may exist.</summary>
    public TargetAccount? Find(string clientCode)
    {
        if (_accounts.TryGetValue(clientCode, out TargetAccount? account))
        {
            return account;
        }

        return _isOpen && ClientCode.IsValid(clientCode) ? _accounts.GetOrAdd(clientCode, _create) : null;
    }

    /// <exception cref="ArgumentException">There is no such account.</exception>
    public TargetAccount Get(string clientCode)
    {
        ArgumentNullException.ThrowIfNull(clientCode);
        return Find(clientCode)
            ?? throw new ArgumentException(
                $"The account doesn't exist. A client code has {ClientCode.Rule} If ClientCodes is set, only those accounts exist.",
                nameof(clientCode)
            );
    }

    public void ApplyDueBatches()
    {
        foreach (TargetAccount account in _accounts.Values)
        {
            account.ApplyDueBatches();
        }
    }
}
