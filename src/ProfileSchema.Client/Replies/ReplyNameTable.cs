using System.Xml;

namespace ProfileSchema.Client.Replies;

/// <summary>An XML reader keeps every name that it meets; this one keeps no more than any reply has. (STATUS-7)</summary>
internal sealed class ReplyNameTable : NameTable
{
    private int _count;

    public override string Add(string key) => Get(key) ?? base.Add(Counted(key));

    public override string Add(char[] key, int start, int len) =>
        Get(key, start, len) ?? base.Add(Counted(key), start, len);

    private T Counted<T>(T key)
    {
        if (++_count > ReplyLimits.MaxNames)
        {
            throw new ReplyTooLargeException($"The reply has more than {ReplyLimits.MaxNames} names (STATUS-7).");
        }

        return key;
    }
}
