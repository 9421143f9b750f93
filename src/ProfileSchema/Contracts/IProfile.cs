namespace ProfileSchema;

/// <summary>Provides the contract of a profile type. The source generator implements it for types with a <see cref="ProfileAttribute"/>.</summary>
/// <typeparam name="TSelf">The profile type.</typeparam>
public interface IProfile<TSelf>
    where TSelf : IProfile<TSelf>
{
    /// <summary>Gets the contract of the type. Call <see cref="ProfileContract.Of{T}"/> to get it.</summary>
    static abstract ProfileContract<TSelf> Contract { get; }
}
