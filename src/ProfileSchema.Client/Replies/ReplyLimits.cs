namespace ProfileSchema.Client.Replies;

/// <summary>How much of a reply is read, and how much of it is kept.</summary>
internal static class ReplyLimits
{
    /// <summary>STATUS-7.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>STATUS-7: elements within each other, the root among them.</summary>
    public const int MaxDepth = 32;

    /// <summary>Characters from <c>&lt;</c> to <c>&gt;</c>; tags of a reply have no attributes worth the name.</summary>
    public const int MaxTagLength = 16 * 1024;

    /// <summary>Names of elements and attributes that differ; a reply has about ten.</summary>
    public const int MaxNames = 1000;

    /// <summary>Of one value; as long as the longest URL that servers commonly take.</summary>
    public const int MaxValueLength = 8192;
}
