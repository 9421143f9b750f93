namespace ProfileSchema.Client.Replies;

/// <summary>
/// A reply went past a limit of STATUS-7. No <see cref="IOException"/>: the network did its part, and asking again
/// would bring the same reply.
/// </summary>
internal sealed class ReplyTooLargeException(string message) : Exception(message);
