// Attributes of the overridden or implemented member count for the member that is read.
#pragma warning disable CS0672, CS0809, CS0618, EXP1, EXP2
[Profile]
public partial class Member : Base, IShown
{
    [ProfileParameter]
    public override string? Text => "a";

    [ProfileParameter]
    public override string? Tried => "a";

    [ProfileParameter]
    string? IShown.Shown => "a";
}

public abstract class Base
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [Obsolete("Gone.", true)]
    public abstract string? Text { get; }

    [System.Diagnostics.CodeAnalysis.Experimental("EXP1")]
    public abstract string? Tried { get; }
}

public interface IShown
{
    [System.Diagnostics.CodeAnalysis.Experimental("EXP2")]
    string? Shown { get; }
}
