// Send: new Member { Id = 7, A = 2 }
// Bytes: mboxPC=7&profile.a=2
#if LIBRARY
public abstract class Entity<T>
{
    [ProfileKey(ProfileKeyKind.PcId)]
    public required T Id { get; init; }
}
#else
[Profile]
public partial class Member : Entity<long>
{
    [ProfileParameter]
    public int? A { get; set; }
}
#endif
