namespace ProfileSchema.Client;

/// <summary>
/// The spool of a durable run cannot be used: it is in use, readable by others, damaged, foreign, of another source, too old, or
/// cannot be written. Nothing in it was deleted. The message holds no id and no value.
/// </summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="innerException">What the system said.</param>
public sealed class BulkSpoolException(string message, Exception? innerException = null)
    : IOException(message, innerException);
