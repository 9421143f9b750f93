namespace ProfileSchema.Client;

/// <summary>What became of a batch file at the moment of sending.</summary>
public enum BatchOutcome
{
    /// <summary>The service took it; the status tells the rest (BULK-3).</summary>
    Accepted,

    /// <summary>The service answered that it does not take it.</summary>
    Refused,

    /// <summary>It was sent, and no answer came that says whether the service took it (BULK-7).</summary>
    Unconfirmed,

    /// <summary>It never got through whole, so the service cannot have taken it.</summary>
    Unsent,
}
