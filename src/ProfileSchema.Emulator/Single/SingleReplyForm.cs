namespace ProfileSchema.Emulator;

/// <summary>The two forms in which the reply to a single update is documented (SINGLE-6).</summary>
public enum SingleReplyForm
{
    /// <summary><c>&lt;response&gt;&lt;success&gt;true&lt;/success&gt;…</c></summary>
    Xml,

    /// <summary>The same without its tags: <c>trueRequest successfully submitted</c>.</summary>
    Stripped,
}
