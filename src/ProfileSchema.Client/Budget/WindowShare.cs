namespace ProfileSchema.Client;

/// <summary>The part of a window that calls of one kind may use.</summary>
/// <param name="limit">How many of the window's permits they may have at most: what is left is kept for the other kinds.</param>
internal sealed class WindowShare(int limit)
{
    public int Limit { get; } = limit;

    /// <summary>Permits of calls that run, or ended within the window. Guarded by the lock of the window, as what follows.</summary>
    public int Used { get; set; }

    /// <summary>The calls that wait, in the order of asking.</summary>
    public LinkedList<WaitingCall> Waiting { get; } = new();

    public int WaitingPermits { get; set; }

    public bool HasRoomFor(int permits) => Used + permits <= Limit;
}
