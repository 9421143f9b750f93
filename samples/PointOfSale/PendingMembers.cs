using System.ComponentModel.DataAnnotations;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace PointOfSale;

/// <summary>
/// A queue of the members whose profiles must be sent, each at most once. The profile is read when it is sent, so several purchases in a
/// short time result in one update, and an older state never overwrites a newer one.
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
                "Members whose profiles are waiting to be sent."
            );
    }

    /// <summary>Gets the number of members that are waiting or being sent.</summary>
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

    /// <summary>Changes a member and queues the member's profile. If the queue is full, nothing is changed.</summary>
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

    /// <summary>Returns the members in order, until the queue is closed and empty.</summary>
    public async IAsyncEnumerable<string> TakeAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (string memberId in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            yield return memberId;
        }
    }

    /// <summary>Marks the current state of the profile as being sent.</summary>
    public void Begin(string memberId)
    {
        lock (_gate)
        {
            _members[memberId] = false;
        }
    }

    /// <summary>Removes a member. Returns false if the member changed while it was being sent and must be sent again.</summary>
    public bool TryEnd(string memberId)
    {
        lock (_gate)
        {
            return !_members.GetValueOrDefault(memberId) && _members.Remove(memberId);
        }
    }

    /// <summary>Closes the queue. Members in it can still be read.</summary>
    public void Close() => _waiting.Writer.TryComplete();
}

/// <summary>Options in the configuration section <c>Queue</c>.</summary>
public sealed class QueueOptions
{
    /// <summary>Gets or sets the maximum number of members in the queue. Beyond it, the reply to a purchase is 503.</summary>
    [Range(1, 1_000_000)]
    public int Capacity { get; set; }

    /// <summary>Gets or sets the number of concurrent updates.</summary>
    [Range(1, 100)]
    public int Senders { get; set; }

    /// <summary>Gets or sets the delay before a failed update is retried.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Pause { get; set; }
}
