// Languages: 13
// Rules: PRF007 PRF007 PRF010
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Value Value => default;

    [ProfileParameter]
    public Many Many => default;

    [ProfileParameter]
    public Nested Nested => default;
}

public ref struct Value : ISpanFormattable
{
    public string ToString(string? format, IFormatProvider? provider) => "";

    public bool TryFormat(Span<char> text, out int written, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        (written = 0) == 0;
}

public ref struct Many : System.Collections.Generic.IEnumerable<int>
{
    System.Collections.Generic.IEnumerator<int> System.Collections.Generic.IEnumerable<int>.GetEnumerator() =>
        throw new NotSupportedException();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
}

public interface IHasText
{
    string? Text { get; }
}

public ref struct Nested : IHasText
{
    [ProfileParameter]
    string? IHasText.Text => "a";
}
