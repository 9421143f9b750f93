using System.Text;

namespace ProfileSchema.Client.Tests.Replies;

/// <summary>Bodies as a network gives them: in parts, not seekable, longer than what anyone wants to hold.</summary>
internal sealed class ReplyBody(IEnumerable<ReadOnlyMemory<byte>> parts) : ReadOnlyStream
{
    private readonly IEnumerator<ReadOnlyMemory<byte>> _parts = parts.GetEnumerator();
    private ReadOnlyMemory<byte> _part;

    public static Stream Of(string text, int partSize = int.MaxValue) => Of(Encoding.UTF8.GetBytes(text), partSize);

    public static Stream Of(byte[] bytes, int partSize = int.MaxValue) =>
        new ReplyBody(bytes.Chunk(partSize).Select(part => new ReadOnlyMemory<byte>(part)));

    /// <summary>The same text again and again after a beginning, and then what <paramref name="end"/> gives.</summary>
    public static Stream Repeating(string beginning, string text, int times, Func<string>? end = null)
    {
        return new ReplyBody(Parts());

        IEnumerable<ReadOnlyMemory<byte>> Parts()
        {
            const int TimesInOne = 100;
            byte[] many = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, TimesInOne)));
            yield return Encoding.UTF8.GetBytes(beginning);
            for (int left = times; left > 0; left -= TimesInOne)
            {
                yield return many.AsMemory(0, many.Length / TimesInOne * Math.Min(left, TimesInOne));
            }

            yield return Encoding.UTF8.GetBytes(end?.Invoke() ?? "");
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_part.IsEmpty && _parts.MoveNext())
        {
            _part = _parts.Current;
        }

        int length = Math.Min(buffer.Length, _part.Length);
        _part[..length].CopyTo(buffer);
        _part = _part[length..];
        return new ValueTask<int>(length);
    }
}
