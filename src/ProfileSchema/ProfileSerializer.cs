using System.Buffers;
using System.Text;

namespace ProfileSchema;

/// <summary>
/// Writes profiles in the forms that Target takes: the parameters of one, those of one in a session, and a batch of many.
/// </summary>
/// <remarks>
/// Single updates and batches are ASCII: names and values are percent-encoded UTF-8 (URL-1, URL-2). Those of a session are
/// JSON, in UTF-8. A profile that breaks a rule throws; to go on past such a profile, and for more than one file, use <see cref="BatchFileWriter{T}"/>.
/// </remarks>
public static partial class ProfileSerializer
{
    /// <summary>Writes a profile as the parameters of a single update: its key, then <c>profile.name=value</c> for each value.</summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="output">Takes the bytes; nothing is written to it if the profile is rejected.</param>
    /// <param name="profile">The profile to write.</param>
    /// <returns>Whether the profile has any value; without one there is nothing to send (SINGLE-8).</returns>
    /// <exception cref="ProfileValidationException">The profile breaks a rule.</exception>
    public static bool WriteParameters<T>(IBufferWriter<byte> output, T profile)
        where T : IProfile<T> => WriteParameters(output, profile, T.Contract);

    /// <inheritdoc cref="WriteParameters{T}(IBufferWriter{byte}, T)"/>
    /// <param name="contract">What is sent of the profile.</param>
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

    /// <summary>The parameters of a single update as a string. See <see cref="WriteParameters{T}(IBufferWriter{byte}, T)"/>.</summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="profile">The profile to write.</param>
    /// <exception cref="ProfileValidationException">The profile breaks a rule.</exception>
    public static string ToParameterString<T>(T profile)
        where T : IProfile<T> => ToParameterString(profile, T.Contract);

    /// <inheritdoc cref="ToParameterString{T}(T)"/>
    /// <param name="contract">What is sent of the profile.</param>
    public static string ToParameterString<T>(T profile, ProfileContract<T> contract)
    {
        var output = new ArrayBufferWriter<byte>();
        WriteParameters(output, profile, contract);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }

    /// <summary>Writes one batch file: the header, then a row for each profile that has a value (BATCH-1 to BATCH-6).</summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="output">Takes the bytes. If this throws, what it holds is not a whole file.</param>
    /// <param name="profiles">The profiles to write.</param>
    /// <returns>How many rows were written. Without any, the output holds a header only: there is nothing to send.</returns>
    /// <exception cref="ProfileValidationException">A profile breaks a rule.</exception>
    /// <exception cref="InvalidOperationException">The profiles do not fit into one file (BATCH-4, BATCH-5).</exception>
    public static int WriteBatch<T>(IBufferWriter<byte> output, IEnumerable<T> profiles)
        where T : IProfile<T> => WriteBatch(output, profiles, T.Contract);

    /// <inheritdoc cref="WriteBatch{T}(IBufferWriter{byte}, IEnumerable{T})"/>
    /// <param name="contract">What is sent of the profiles.</param>
    public static int WriteBatch<T>(IBufferWriter<byte> output, IEnumerable<T> profiles, ProfileContract<T> contract)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(contract);
        return BatchSerializer<T>.Write(output, profiles, contract);
    }

    /// <summary>A batch file as a string. See <see cref="WriteBatch{T}(IBufferWriter{byte}, IEnumerable{T})"/>.</summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="profiles">The profiles to write.</param>
    /// <exception cref="ProfileValidationException">A profile breaks a rule.</exception>
    /// <exception cref="InvalidOperationException">The profiles do not fit into one file (BATCH-4, BATCH-5).</exception>
    public static string ToBatchString<T>(IEnumerable<T> profiles)
        where T : IProfile<T> => ToBatchString(profiles, T.Contract);

    /// <inheritdoc cref="ToBatchString{T}(IEnumerable{T})"/>
    /// <param name="contract">What is sent of the profiles.</param>
    public static string ToBatchString<T>(IEnumerable<T> profiles, ProfileContract<T> contract)
    {
        var output = new ArrayBufferWriter<byte>();
        WriteBatch(output, profiles, contract);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }
}
