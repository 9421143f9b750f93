using System.Globalization;
using System.Text;
using ProfileSchema.Emulator.Accounts;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>What the views read. They change nothing.</summary>
internal sealed class ViewState(
    TargetEmulatorOptions options,
    AccountDirectory accounts,
    CallLog calls,
    ViolationTally tally
)
{
    public AccountDirectory Accounts => accounts;

    public CallLog Calls => calls;

    public ViolationTally Tally => tally;

    public Timestamps Timestamps { get; } = new(options.TimeProvider);

    /// <summary>The account that is asked for; without one, that of the latest call, else the first.</summary>
    public TargetAccount? Choose(string? clientCode)
    {
        if (!string.IsNullOrEmpty(clientCode))
        {
            return accounts.FindUsed(clientCode);
        }

        IReadOnlyList<ReceivedCall> latest = calls.Latest(
            long.MaxValue,
            count: 1,
            call => call.ClientCode is { } code && accounts.FindUsed(code) is not null
        );
        IReadOnlyList<TargetAccount> all = accounts.All;
        return latest is [var call] ? accounts.FindUsed(call.ClientCode!)
            : all is [var first, ..] ? first
            : null;
    }

    /// <summary>
    /// Another text than before if anything that a view shows may have changed. It is put together when somebody asks, from
    /// numbers that are counted anyway.
    /// </summary>
    public string Stamp()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{calls.Revision}");
        foreach (TargetAccount account in accounts.All)
        {
            LimitUse bulk = account.BulkCalls.Read();
            LimitUse single = account.SingleUpdates.Read();
            long turnedAway = bulk.TurnedAway + single.TurnedAway;
            text.Append(
                CultureInfo.InvariantCulture,
                $"-{account.Count().Stamp}.{bulk.Taken}.{single.Taken}.{turnedAway}"
            );
        }

        return text.ToString();
    }
}
