using System.Buffers;
using System.Text;

namespace ProfileSchema;

/// <summary>
/// Serializes profiles to the formats of Target's APIs: the parameters of a single update, those of a session update, and batch files.
/// </summary>
/// <remarks>
/// Single updates and batches are ASCII: names and values are percent-encoded UTF-8 (URL-1, URL-2). The parameters of a session update are
/// JSON in UTF-8. An invalid profile throws. To skip invalid profiles, or to write more than one file, use
/// <see cref="BatchFileWriter{T}"/>.
/// </remarks>
public static partial class ProfileSerializer
{
    /// <summary>Writes the parameters of a single update: the key, then <c>profile.name=value</c> for each value.</summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="output">The output. Nothing is written to it if the profile is invalid.</param>
    /// <param name="profile">The profile to write.</param>
    /// <returns><see langword="true"/> if the profile has a value; otherwise there is nothing to send (SINGLE-8).</returns>
    /// <exception cref="ProfileValidationException">The profile is invalid.</exception>
    public static bool WriteParameters<T>(IBufferWriter<byte> output, T profile)
        where T : IProfile<T> => WriteParameters(output, profile, T.Contract);

    /// <inheritdoc cref="WriteParameters{T}(IBufferWriter{byte}, T)"/>
    /// <param name="contract">The contract of the profile.</param>
    public static bool WriteParameters<T>(IBufferWriter<byte> output, T profile, ProfileContract<T> contract)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(contract);
        var writer = new ProfileWriter(output, ProfileForm.Parameters, contract.KeyKind);
        ProfileWriteOutcome outcome = writer.WriteProfile(profile, contract);
        if (outcome is ProfileWriteOutcome.Rejected)
        {
            throw new ProfileValidationException(writer.Fault, contract.Name, writer.FaultParameter);
        }

        output.Advance(writer.Written.Length);
        return outcome is ProfileWriteOutcome.Written;
    }

    /// <summary>Returns the parameters of a single update as a string. See <see cref="WriteParameters{T}(IBufferWriter{byte}, T)"/>.</summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="profile">The profile to write.</param>
    /// <exception cref="ProfileValidationException">The profile is invalid.</exception>
    public static string ToParameterString<T>(T profile)
        where T : IProfile<T> => ToParameterString(profile, T.Contract);

    /// <inheritdoc cref="ToParameterString{T}(T)"/>
    /// <param name="contract">The contract of the profile.</param>
    public static string ToParameterString<T>(T profile, ProfileContract<T> contract)
    {
        var output = new ArrayBufferWriter<byte>();
        WriteParameters(output, profile, contract);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }

    /// <summary>Writes one batch file: the header, then a row for each profile with a value (BATCH-1 to BATCH-6).</summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="output">The output. If the method throws, the output is incomplete.</param>
    /// <param name="profiles">The profiles to write.</param>
    /// <returns>The number of rows. If it is 0, the output contains only the header and there is nothing to send.</returns>
    /// <exception cref="ProfileValidationException">A profile is invalid.</exception>
    /// <exception cref="InvalidOperationException">The profiles do not fit into one file (BATCH-4, BATCH-5).</exception>
    public static int WriteBatch<T>(IBufferWriter<byte> output, IEnumerable<T> profiles)
        where T : IProfile<T> => WriteBatch(output, profiles, T.Contract);

    /// <inheritdoc cref="WriteBatch{T}(IBufferWriter{byte}, IEnumerable{T})"/>
    /// <param name="contract">The contract of the profiles.</param>
    public static int WriteBatch<T>(IBufferWriter<byte> output, IEnumerable<T> profiles, ProfileContract<T> contract)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(contract);
        return BatchSerializer<T>.Write(output, profiles, contract);
    }

    /// <summary>Returns a batch file as a string. See <see cref="WriteBatch{T}(IBufferWriter{byte}, IEnumerable{T})"/>.</summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="profiles">The profiles to write.</param>
    /// <exception cref="ProfileValidationException">A profile is invalid.</exception>
    /// <exception cref="InvalidOperationException">The profiles do not fit into one file (BATCH-4, BATCH-5).</exception>
    public static string ToBatchString<T>(IEnumerable<T> profiles)
        where T : IProfile<T> => ToBatchString(profiles, T.Contract);

    /// <inheritdoc cref="ToBatchString{T}(IEnumerable{T})"/>
    /// <param name="contract">The contract of the profiles.</param>
    public static string ToBatchString<T>(IEnumerable<T> profiles, ProfileContract<T> contract)
    {
        var output = new ArrayBufferWriter<byte>();
        WriteBatch(output, profiles, contract);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }
}
