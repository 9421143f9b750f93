using System.Numerics;
using System.Runtime.Intrinsics;

namespace ProfileSchema.Client.Duplicates;

/// <summary>
/// Finds the line ends in a block of memory, 64 bytes at a time: rows are too short for a search that starts anew behind each.
/// </summary>
internal ref struct LineEnds(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private ulong _found;
    private int _base;
    private int _next;

    /// <summary>Where the line ends that was found last.</summary>
    public readonly int Current => _base + BitOperations.TrailingZeroCount(_found);

    public bool MoveNext()
    {
        _found &= _found - 1;
        while (_found == 0)
        {
            if (_next >= _text.Length)
            {
                return false;
            }

            _base = _next;
            _next += Vector512<byte>.Count;
            _found = Find(_text[_base..]);
        }

        return true;
    }

    private static ulong Find(ReadOnlySpan<byte> text) =>
        text.Length < Vector512<byte>.Count
            ? FindInLast(text)
            : Vector512.Equals(Vector512.Create(text), Vector512.Create((byte)'\n')).ExtractMostSignificantBits();

    private static ulong FindInLast(ReadOnlySpan<byte> text)
    {
        Span<byte> last = stackalloc byte[Vector512<byte>.Count];
        last.Clear();
        text.CopyTo(last);
        return Find(last);
    }
}
