namespace ProfileSchema.Tool.Check;

/// <summary>Tells what was found, as it is found; nothing is kept of a finding.</summary>
internal interface ICheckReport : IDisposable
{
    /// <summary>Whether a bar may be drawn while a file is read: not where findings go to the same screen.</summary>
    bool AllowsProgress { get; }

    void Add(string file, BatchFinding finding);

    void EndFile(CheckedFile file);

    /// <summary>A file could not be read, or not to its end.</summary>
    void Fail(string file, string message);

    void End();
}
