namespace ProfileSchema.Client;

/// <summary>
/// The exception that is thrown when the spool of a durable run can't be used: it is in use, readable by other users, corrupt, too old,
/// belongs to another run or source, or can't be written. Nothing in it was deleted. The message contains no id and no value.
/// </summary>
/// <param name="message">The fault and the remedy.</param>
/// <param name="innerException">The exception of the file system.</param>
public sealed class BulkSpoolException(string message, Exception? innerException = null)
    : IOException(message, innerException);
