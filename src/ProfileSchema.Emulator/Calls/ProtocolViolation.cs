namespace ProfileSchema.Emulator;

/// <summary>Something that a call or a row of a batch did against the protocol.</summary>
/// <param name="Rule">The clause of the protocol, for example <c>URL-2</c>.</param>
/// <param name="Message">What was wrong. It holds no id and no value (HTTP-2).</param>
/// <param name="Row">The row of a batch, 1 being the first below the header; null if it concerns the whole call.</param>
/// <param name="Refused">True if the call or row was refused for it; false if it was read all the same.</param>
public sealed record ProtocolViolation(string Rule, string Message, int? Row, bool Refused);

/// <summary>Why a call or a row is refused.</summary>
internal sealed record Refusal(string Rule, string Message);
