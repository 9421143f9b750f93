// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.values=1
#pragma warning disable CS0618
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
    [Obsolete("Old.", DiagnosticId = "OLD1")]
    public System.Collections.Generic.IEnumerator<int> GetEnumerator() =>
        ((System.Collections.Generic.IEnumerable<int>)this).GetEnumerator();

    System.Collections.Generic.IEnumerator<int> System.Collections.Generic.IEnumerable<int>.GetEnumerator()
    {
        yield return 1;
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
}
