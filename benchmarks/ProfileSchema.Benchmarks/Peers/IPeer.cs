namespace ProfileSchema.Benchmarks.Peers;

/// <summary>One way to write all the rows of a case.</summary>
internal interface IPeer
{
    string Name { get; }

    /// <summary>Writes every row once.</summary>
    /// <returns>The bytes written, valid until the next pass.</returns>
    ReadOnlySpan<byte> Write();
}
