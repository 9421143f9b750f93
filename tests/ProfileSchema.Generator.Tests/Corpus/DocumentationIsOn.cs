// Send: new Member { Text = "a" }
// Bytes: mbox3rdPartyId=1&profile.text=a
/// <summary>A member.</summary>
[Profile]
public partial class Member
{
    /// <summary>The id, &lt;unique&gt;.</summary>
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    /// <summary>A text with "quotes", \\ and <see cref="Id"/>.</summary>
    [ProfileParameter]
    public string? Text { get; set; }
}

/// <summary>An order.</summary>
public class Order
{
    /// <summary>The id.</summary>
    public int Id { get; set; }

    /// <summary>The text.</summary>
    public string? Text { get; set; }
}

/// <summary>What is sent of an order.</summary>
[ProfileContractFor<Order>]
public partial class OrderContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private int Id { get; }

    [ProfileParameter]
    private string? Text { get; }
}
