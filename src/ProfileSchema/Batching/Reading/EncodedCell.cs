using System.Buffers;
using System.Text;
using Unicode = System.Text.Unicode.Utf8;

namespace ProfileSchema;

/// <summary>Specifies what is wrong with the encoding of a name or a value. A higher value is worse.</summary>
internal enum CellFault
{
    None,

    /// <summary>An escape that this library would not write: lower-case hex, or of a byte that needs none (URL-2).</summary>
    OddEscape,

    /// <summary>A <c>+</c>, which may be read as a space (URL-2).</summary>
    RawPlus,

    /// <summary>Another byte that should be %XX (URL-2).</summary>
    RawByte,

    /// <summary>A <c>%</c> without two hex digits (URL-1).</summary>
    BrokenEscape,

    /// <summary>Decoded bytes that are not UTF-8 (URL-1, URL-3).</summary>
    BrokenUtf8,
}

/// <summary>Decodes percent-encoded UTF-8 and finds violations of URL-1 and URL-2.</summary>
internal sealed class EncodedCell
{
    private static readonly SearchValues<byte> Unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8
    );

    private byte[] _decoded = [];
    private int _length;

    /// <summary>Gets the decoded bytes. A <c>+</c> is not changed.</summary>
    public ReadOnlySpan<byte> Decoded => _decoded.AsSpan(0, _length);

    public CellFault Fault { get; private set; }

    /// <summary>Gets the index of the fault in the field.</summary>
    public int FaultIndex { get; private set; }

    /// <summary>Gets a value indicating whether the field can be decoded.</summary>
    public bool IsText => Fault < CellFault.BrokenEscape;

    /// <summary>Returns whether the bytes need no decoding and are valid.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> cell) => cell.IndexOfAnyExcept(Unreserved) < 0;

    /// <summary>UTF-16 units of the text.</summary>
    public int CountChars() => Encoding.UTF8.GetCharCount(Decoded);

    /// <summary>Copies the text, which has at most as many UTF-16 units as <see cref="Decoded"/> has bytes; returns how many.</summary>
    public int CopyText(Span<char> destination) => Encoding.UTF8.GetChars(Decoded, destination);

    public string GetText() => Encoding.UTF8.GetString(Decoded);

    public void Read(ReadOnlySpan<byte> cell)
    {
        Fault = CellFault.None;
        FaultIndex = 0;
        _length = 0;
        if (_decoded.Length < cell.Length)
        {
            _decoded = new byte[Math.Max(cell.Length, 1024)];
        }

        for (int i = 0; i < cell.Length; )
        {
            i = cell[i] == '%' ? ReadEscape(cell, i) : ReadByte(cell, i);
        }

        if (Fault is not CellFault.BrokenEscape && !Unicode.IsValid(Decoded))
        {
            Find(CellFault.BrokenUtf8, IndexInCell(cell, LengthOfValidUtf8()));
        }
    }

    private int LengthOfValidUtf8()
    {
        int length = 0;
        while (Rune.DecodeFromUtf8(Decoded[length..], out _, out int consumed) == OperationStatus.Done)
        {
            length += consumed;
        }

        return length;
    }

    /// <summary>Returns the index of the byte from which a decoded byte was read.</summary>
    private static int IndexInCell(ReadOnlySpan<byte> cell, int decodedIndex)
    {
        int index = 0;
        for (int i = 0; i < decodedIndex; i++)
        {
            index += cell[index] == '%' ? 3 : 1;
        }

        return index;
    }

    private int ReadByte(ReadOnlySpan<byte> cell, int index)
    {
        byte b = cell[index];
        if (!Unreserved.Contains(b))
        {
            Find(b == '+' ? CellFault.RawPlus : CellFault.RawByte, index);
        }

        _decoded[_length++] = b;
        return index + 1;
    }

    private int ReadEscape(ReadOnlySpan<byte> cell, int index)
    {
        int high = index + 2 < cell.Length ? HexDigit(cell[index + 1]) : -1;
        int low = index + 2 < cell.Length ? HexDigit(cell[index + 2]) : -1;
        if (high < 0 || low < 0)
        {
            Find(CellFault.BrokenEscape, index);
            _decoded[_length++] = (byte)'%';
            return index + 1;
        }

        byte b = (byte)((high << 4) | low);
        bool isLowerCase = cell[index + 1] >= 'a' || cell[index + 2] >= 'a';
        if (isLowerCase || Unreserved.Contains(b))
        {
            Find(CellFault.OddEscape, index);
        }

        _decoded[_length++] = b;
        return index + 3;
    }

    private void Find(CellFault fault, int index)
    {
        if (fault > Fault)
        {
            Fault = fault;
            FaultIndex = index;
        }
    }

    private static int HexDigit(byte b) =>
        b switch
        {
            >= (byte)'0' and <= (byte)'9' => b - '0',
            >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
            >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
            _ => -1,
        };
}
