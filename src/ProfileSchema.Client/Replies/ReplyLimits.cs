using System.Xml;

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

/// <summary>
/// A reply exceeds a limit of STATUS-7. It is not an <see cref="IOException"/>: the network did its part, and another request
/// would bring the same reply.
/// </summary>
internal sealed class ReplyTooLargeException(string message) : Exception(message);

/// <summary>An XML reader keeps every name that it meets; this one keeps no more than any reply has (STATUS-7).</summary>
internal sealed class LimitedNameTable : NameTable
{
    private int _count;

    public override string Add(string key) => Get(key) ?? base.Add(Counted(key));

    public override string Add(char[] key, int start, int len) =>
        Get(key, start, len) ?? base.Add(Counted(key), start, len);

    private T Counted<T>(T key) =>
        ++_count <= ReplyLimits.MaxNames
            ? key
            : throw new ReplyTooLargeException($"The reply has more than {ReplyLimits.MaxNames} names (STATUS-7).");
}
