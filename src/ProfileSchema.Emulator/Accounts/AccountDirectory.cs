using System.Buffers;
using System.Collections.Concurrent;
using ProfileSchema.Emulator.Calls;

namespace ProfileSchema.Emulator.Accounts;

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

    /// <summary>The account of a client code, if it exists.</summary>
    public TargetAccount? FindUsed(string clientCode) => _accounts.GetValueOrDefault(clientCode);

    /// <summary>The account of a client code, created if the options allow it.</summary>
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

/// <summary>What an account holds, in numbers.</summary>
internal sealed record AccountCounts
{
    public required int Profiles { get; init; }

    /// <summary>The batches accepted so far.</summary>
    public required int Batches { get; init; }

    /// <summary>Those that are kept.</summary>
    public required int KeptBatches { get; init; }

    /// <summary>Those that are not applied yet.</summary>
    public required int WaitingBatches { get; init; }

    /// <summary>Those whose status is returned (STATUS-4).</summary>
    public required int Statuses { get; init; }

    /// <summary>Another number than before if profiles or batches changed.</summary>
    public required long Stamp { get; init; }
}

/// <summary>The code that names an account, in paths and host names alike.</summary>
internal static class ClientCode
{
    public const string Rule = "1 to 63 letters, digits and hyphens, no hyphen at either end (ID-6).";

    private const int MaxLength = 63;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
    );

    // ID-6
    public static bool IsValid(string code) =>
        code.Length is > 0 and <= MaxLength
        && !code.AsSpan().ContainsAnyExcept(Allowed)
        && code[0] != '-'
        && code[^1] != '-';
}
