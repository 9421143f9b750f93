namespace ProfileSchema;

/// <summary>What became of one profile in the writer.</summary>
internal enum ProfileWriteOutcome
{
    /// <summary>It has a key and at least one value.</summary>
    Written,

    /// <summary>It has a key and no value, so it has nothing to say (VALUE-4, BATCH-6, SINGLE-8).</summary>
    Empty,

    /// <summary>It breaks a rule; what was written of it must not be sent.</summary>
    Rejected,
}
