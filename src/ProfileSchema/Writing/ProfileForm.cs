namespace ProfileSchema;

/// <summary>The forms in which a profile is written by the one emitted body.</summary>
internal enum ProfileForm
{
    /// <summary><c>mbox3rdPartyId=KEY&amp;profile.name=value…</c>, the parameters of a single update (SINGLE-1), of which
    /// <see cref="SessionParameters"/> makes those of a session update.</summary>
    Parameters,

    /// <summary><c>KEY,value,…</c> and a line feed, a row of a batch (BATCH-2).</summary>
    BatchRow,

    /// <summary>An element of a parameter of several values, within either of the forms (VALUE-5).</summary>
    List,
}
