namespace ProfileSchema.Emulator;

/// <summary>Describes a violation of the protocol by a call or a row of a batch.</summary>
/// <param name="Rule">The ID of the protocol rule, for example <c>URL-2</c>.</param>
/// <param name="Message">What is wrong, without IDs and values (HTTP-2).</param>
/// <param name="Row">The row of a batch, counted from 1, the header not counted, or null for the whole call.</param>
/// <param name="Declined"><see langword="true"/> if the call or row was declined because of it; <see langword="false"/> if it was accepted anyway.</param>
public sealed record ProtocolViolation(string Rule, string Message, int? Row, bool Declined);
