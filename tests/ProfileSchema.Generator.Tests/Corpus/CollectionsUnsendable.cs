// Rules: PRF007 PRF007 PRF007 PRF007 PRF007 PRF007
using System.Collections.Generic;

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public int[,]? Square { get; set; }

    [ProfileParameter]
    public int[][]? Jagged { get; set; }

    [ProfileParameter]
    public Dictionary<string, int>? Map { get; set; }

    [ProfileParameter]
    public IAsyncEnumerable<int>? Later { get; set; }

    [ProfileParameter]
    public System.Collections.ArrayList? Old { get; set; }

    [ProfileParameter]
    public Two? Two { get; set; }
}

public class Two : List<int>, IEnumerable<string>
{
    IEnumerator<string> IEnumerable<string>.GetEnumerator() => throw new NotSupportedException();
}
