namespace ProfileSchema;

/// <summary>
/// What is sent of a <typeparamref name="T"/>, under which names, and how it is written. Made by the generator; derive
/// it by hand where the parameters are known only at run time.
/// </summary>
/// <typeparam name="T">The type whose values are sent.</typeparam>
/// <remarks>A contract holds no state of a run: one instance serves all threads.</remarks>
public abstract class ProfileContract<T>
{
    private byte[]? _batchHeader;

    /// <summary>Describes the contract of a type.</summary>
    /// <param name="name">The name of the profile in messages, usually that of the type.</param>
    /// <param name="keyKind">Which of Target's keys the profile has.</param>
    /// <param name="parameters">The parameters, in the order in which <see cref="Write"/> writes them.</param>
    /// <exception cref="ArgumentException">Two parameters have the same name.</exception>
    protected ProfileContract(string name, ProfileKeyKind keyKind, IReadOnlyList<ProfileParameter> parameters)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(parameters);
        RequireDistinctNames(parameters);
        Name = name;
        KeyKind = keyKind;
        Parameters = parameters;
        ParameterCount = parameters.Count;
    }

    /// <summary>The name of the profile in messages, usually that of the type.</summary>
    public string Name { get; }

    /// <summary>Which of Target's keys the profile has.</summary>
    public ProfileKeyKind KeyKind { get; }

    /// <summary>What is sent of the key: itself, or its hash.</summary>
    public virtual ProfileHash KeyHash => ProfileHash.None;

    /// <summary>The parameters, in the order in which they are written.</summary>
    public IReadOnlyList<ProfileParameter> Parameters { get; }

    /// <summary>How many parameters there are, without the call through an interface that the list takes.</summary>
    internal int ParameterCount { get; }

    /// <summary>The first line of a batch file of these profiles, encoded, with its line end (BATCH-1).</summary>
    /// <remarks>Generated contracts override it with a constant that was encoded at compile time.</remarks>
    public virtual ReadOnlySpan<byte> BatchHeader => _batchHeader ??= BatchHeaderEncoding.Encode(KeyKind, Parameters);

    /// <summary>Writes the key of <paramref name="profile"/>, then every parameter in order, whatever its value.</summary>
    /// <param name="writer">Takes the values; it decides the form in which they are written.</param>
    /// <param name="profile">The profile to write.</param>
    public abstract void Write(ref ProfileWriter writer, in T profile);

    private static void RequireDistinctNames(IReadOnlyList<ProfileParameter> parameters)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ProfileParameter parameter in parameters)
        {
            if (!names.Add(parameter.Name))
            {
                throw new ArgumentException(
                    $"The parameter '{parameter.Name}' is there twice; give one of them another name.",
                    nameof(parameters)
                );
            }
        }
    }
}
