namespace ProfileSchema;

/// <summary>Provides the generated contracts of profile types.</summary>
public static class ProfileContract
{
    /// <summary>Returns the contract of <typeparamref name="T"/>.</summary>
    /// <typeparam name="T">A type with a <see cref="ProfileAttribute"/>.</typeparam>
    public static ProfileContract<T> Of<T>()
        where T : IProfile<T> => T.Contract;
}
