// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.values=1
#pragma warning disable EXP1
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Numbers Values { get; } = new();
}

public class Numbers : System.Collections.Generic.IEnumerable<int>
{
    public Cursor GetEnumerator() => new();

    System.Collections.Generic.IEnumerator<int> System.Collections.Generic.IEnumerable<int>.GetEnumerator()
    {
        yield return 1;
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
}

[System.Diagnostics.CodeAnalysis.Experimental("EXP1")]
public struct Cursor
{
    private bool _isDone;

    public int Current => 1;

    public bool MoveNext() => !_isDone && (_isDone = true);
}
