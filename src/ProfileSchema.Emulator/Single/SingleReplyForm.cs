namespace ProfileSchema.Emulator;

/// <summary>Specifies which of the two documented forms the reply to a single update has (SINGLE-6).</summary>
public enum SingleReplyForm
{
    /// <summary><c>&lt;response&gt;&lt;success&gt;true&lt;/success&gt;…</c></summary>
    Xml,

    /// <summary>The text without tags: <c>trueRequest successfully submitted</c>.</summary>
    Stripped,
}
