// Rules: PRF002 PRF003 PRF012
[Profile]
public static partial class Member;
