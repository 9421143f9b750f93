// A collection whose enumerator foreach can't use is enumerated through the interface.
// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.withoutMove=1%7C2&profile.hidden=1%7C2&profile.writeOnly=1%7C2&profile.static=1%7C2&profile.obsolete=1%7C2&profile.fast=3
using System.Collections;
using System.Collections.Generic;

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public WithoutMove WithoutMove { get; } = new();

    [ProfileParameter]
    public Hidden Hidden { get; } = new();

    [ProfileParameter]
    public WriteOnly WriteOnly { get; } = new();

    [ProfileParameter]
    public Static Static { get; } = new();

    [ProfileParameter]
    public Obsolete Obsolete { get; } = new();

    [ProfileParameter]
    public Fast Fast { get; } = new();
}

public abstract class Numbers : IEnumerable<int>
{
    IEnumerator<int> IEnumerable<int>.GetEnumerator()
    {
        yield return 1;
        yield return 2;
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();
}

public class WithoutMove : Numbers
{
    public Cursor GetEnumerator() => new();

    public class Cursor
    {
        public int Current => 0;
    }
}

public class Hidden : Numbers
{
    public Cursor GetEnumerator() => new();

    public class Cursor
    {
        public int Current => 0;

        internal static int Use(Cursor cursor) => cursor.MoveNext(0) ? 1 : 0;

        private bool MoveNext(int step) => step > 0;
    }
}

public class WriteOnly : Numbers
{
    public Cursor GetEnumerator() => new();

    public class Cursor
    {
        public int Current
        {
            set { }
        }

        public bool MoveNext() => false;
    }
}

public class Static : Numbers
{
    public Cursor GetEnumerator() => new();

    public class Cursor
    {
        public static int Current => 0;

        public bool MoveNext() => false;
    }
}

public class Obsolete : Numbers
{
    [Obsolete("Use the interface.", true)]
    public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();
}

public class Fast : Numbers
{
    public Cursor GetEnumerator() => new();

    public struct Cursor
    {
        private bool _isDone;

        public int Current => 3;

        public bool MoveNext() => !_isDone && (_isDone = true);
    }
}
