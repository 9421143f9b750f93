using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace ProfileSchema;

/// <content>The parameters of a session update (DELIVERY-1).</content>
public static partial class ProfileSerializer
{
    /// <summary>The size of the stack buffer, in bytes. Longer forms use a pooled buffer.</summary>
    private const int StackCapacity = 2048;

    /// <summary>
    /// Writes the parameters of a session update: the JSON object <c>profileParameters</c> of a Delivery API call,
    /// <c>{"name":"value",…}</c>, without null and empty values (DELIVERY-1, VALUE-4).
    /// </summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="output">The output, in UTF-8. Nothing is written to it if the profile is invalid.</param>
    /// <param name="profile">The profile to write. Its key is validated but is not part of the object.</param>
    /// <returns><see langword="true"/> if the profile has a value; otherwise the object is empty.</returns>
    /// <exception cref="ProfileValidationException">
    /// The profile is invalid or exceeds the limits of a session update: 50 values of at most 256 characters, and a third-party ID of at
    /// most 128 characters (DELIVERY-2).
    /// </exception>
    public static bool WriteSessionParameters<T>(IBufferWriter<byte> output, T profile)
        where T : IProfile<T> => WriteSessionParameters(output, profile, T.Contract);

    /// <inheritdoc cref="WriteSessionParameters{T}(IBufferWriter{byte}, T)"/>
    /// <param name="contract">The contract of the profile.</param>
    public static bool WriteSessionParameters<T>(IBufferWriter<byte> output, T profile, ProfileContract<T> contract) =>
        WriteSession(output, profile, contract, asksForKey: false, out _);

    /// <inheritdoc cref="WriteSessionParameters{T}(IBufferWriter{byte}, T)"/>
    /// <param name="contract">The contract of the profile.</param>
    /// <param name="key">The key that is sent: the hash if the contract hashes the key.</param>
    public static bool WriteSessionParameters<T>(
        IBufferWriter<byte> output,
        T profile,
        ProfileContract<T> contract,
        out string key
    )
    {
        bool hasValues = WriteSession(output, profile, contract, asksForKey: true, out string? found);
        key = found!;
        return hasValues;
    }

    /// <summary>Returns the parameters of a session update as a string. See <see cref="WriteSessionParameters{T}(IBufferWriter{byte}, T)"/>.</summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="profile">The profile to write.</param>
    /// <exception cref="ProfileValidationException">The profile is invalid.</exception>
    public static string ToSessionParameterString<T>(T profile)
        where T : IProfile<T> => ToSessionParameterString(profile, T.Contract);

    /// <inheritdoc cref="ToSessionParameterString{T}(T)"/>
    /// <param name="contract">The contract of the profile.</param>
    public static string ToSessionParameterString<T>(T profile, ProfileContract<T> contract)
    {
        var output = new ArrayBufferWriter<byte>();
        WriteSessionParameters(output, profile, contract);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    [SkipLocalsInit]
    private static bool WriteSession<T>(
        IBufferWriter<byte> output,
        T profile,
        ProfileContract<T> contract,
        bool asksForKey,
        out string? key
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(contract);
        var writer = new ProfileWriter(output, ProfileForm.Parameters, contract.KeyKind);
        ProfileWriteOutcome outcome = writer.WriteProfile(profile, contract);
        RequireSessionKey(ref writer, outcome, contract);
        key = asksForKey ? writer.KeyText : null;

        // The output may give the same memory again, so what is turned into JSON is read from elsewhere.
        ReadOnlySpan<byte> parameters = writer.WrittenParameters;
        int length = parameters.Length;
        int capacity = SessionParameters.FormCapacity(length);
        byte[]? rented = capacity <= StackCapacity ? null : ArrayPool<byte>.Shared.Rent(capacity);
        Span<byte> form = rented ?? stackalloc byte[StackCapacity];
        parameters.CopyTo(form);
        Span<byte> json = output.GetSpan(SessionParameters.JsonCapacity(length));
        SessionParameters written = SessionParameters.Write(form, length, json);
        if (written.Fault is not RejectionReason.None)
        {
            ThrowSessionFault(written.Fault, contract.Name, written.FaultName);
        }

        output.Advance(written.Written);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }

        return outcome is ProfileWriteOutcome.Written;
    }

    private static void RequireSessionKey<T>(
        ref ProfileWriter writer,
        ProfileWriteOutcome outcome,
        ProfileContract<T> contract
    )
    {
        if (outcome is ProfileWriteOutcome.Rejected)
        {
            throw new ProfileValidationException(writer.Fault, contract.Name, writer.FaultParameter);
        }

        ReadOnlySpan<byte> key = writer.EncodedKey;
        if (
            contract.KeyKind is ProfileKeyKind.ThirdPartyId
            && key.Length > ProfileLimits.SessionKeyLength
            && PercentEncoding.CountChars(key) > ProfileLimits.SessionKeyLength
        )
        {
            throw new ProfileValidationException(RejectionReason.SessionKeyTooLong, contract.Name);
        }
    }

    [DoesNotReturn]
    private static void ThrowSessionFault(RejectionReason reason, string profile, ReadOnlySpan<byte> name) =>
        throw new ProfileValidationException(
            reason,
            profile,
            name.IsEmpty ? null : Uri.UnescapeDataString(Encoding.ASCII.GetString(name))
        );
}
