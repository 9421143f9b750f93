namespace ProfileSchema;

/// <summary>What became of one profile in the writer.</summary>
internal enum ProfileWriteOutcome
{
    /// <summary>It has a key and at least one value.</summary>
    Written,

    /// <summary>The profile has a key but no value, so there is nothing to send (VALUE-4, BATCH-6, SINGLE-8).</summary>
    Empty,

    /// <summary>The profile is invalid. What was written must not be sent.</summary>
    Rejected,
}
