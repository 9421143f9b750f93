using System.ComponentModel.DataAnnotations;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace PointOfSale;

/// <summary>
/// The members whose profile is to be sent, each once: what is sent is the profile as it is then, so that purchases that follow
/// each other quickly are one update, and an older state never overtakes a newer one.
/// </summary>
public sealed class PendingMembers
{
    public const string MeterName = "PointOfSale";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, bool> _members = new(StringComparer.Ordinal);
    private readonly Channel<string> _waiting = Channel.CreateUnbounded<string>();
    private readonly int _capacity;

    public PendingMembers(IOptions<QueueOptions> options, IMeterFactory meters)
    {
        _capacity = options.Value.Capacity;
        meters
            .Create(MeterName)
            .CreateObservableGauge(
                "pointofsale.queue.length",
                () => Count,
                "{member}",
                "Members that wait to be sent."
            );
    }

    /// <summary>Members that wait or are being sent.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _members.Count;
            }
        }
    }

    public bool IsFull => Count >= _capacity;

    /// <summary>Makes a change to a member and has the member's profile sent. Without room nothing is changed.</summary>
    public bool TryAdd(string memberId, Action change)
    {
        lock (_gate)
        {
            bool isKnown = _members.ContainsKey(memberId);
            if (!isKnown && (_members.Count >= _capacity || !_waiting.Writer.TryWrite(memberId)))
            {
                return false;
            }

            change();
            _members[memberId] = isKnown;
            return true;
        }
    }

    /// <summary>The members in their order, until the queue is closed and empty.</summary>
    public async IAsyncEnumerable<string> TakeAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (string memberId in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            yield return memberId;
        }
    }

    /// <summary>Says that the profile, as it is from here on, is being sent.</summary>
    public void Begin(string memberId)
    {
        lock (_gate)
        {
            _members[memberId] = false;
        }
    }

    /// <summary>Lets go of a member, unless something has changed since the sending began, which is then to be sent too.</summary>
    public bool TryEnd(string memberId)
    {
        lock (_gate)
        {
            return !_members.GetValueOrDefault(memberId) && _members.Remove(memberId);
        }
    }

    /// <summary>Takes no more; those who wait can still be taken.</summary>
    public void Close() => _waiting.Writer.TryComplete();
}

/// <summary>What the section <c>Queue</c> of the configuration says.</summary>
public sealed class QueueOptions
{
    /// <summary>Members that may wait. A till that comes when it is full is asked to come again.</summary>
    [Range(1, 1_000_000)]
    public int Capacity { get; set; }

    /// <summary>Updates at a time.</summary>
    [Range(1, 100)]
    public int Senders { get; set; }

    /// <summary>How long an update rests that could not be sent.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Pause { get; set; }
}
