namespace ProfileSchema.Emulator;

/// <summary>Numbers the changes of an account's profiles, 1 for the first. Guarded by the lock of the account.</summary>
internal sealed class Revisions
{
    public long Last { get; private set; }

    public long Next() => ++Last;
}
