namespace ProfileSchema.Client;

/// <summary>The part of a window that calls of one kind may use.</summary>
/// <param name="limit">How many of the window's permits they may have at most.</param>
/// <param name="priority">Where two kinds wait, the lower number comes first.</param>
internal sealed class WindowShare(int limit, int priority)
{
    public int Limit { get; } = limit;

    public int Priority { get; } = priority;

    /// <summary>Permits of calls that run, or ended within the window. Guarded by the lock of the window.</summary>
    public int Used { get; set; }
}
