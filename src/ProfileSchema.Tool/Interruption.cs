using System.Runtime.InteropServices;

namespace ProfileSchema.Tool;

/// <summary>
/// Ctrl+C, or the signal to terminate: the first one cancels the command, which then says how far it came, the second ends the
/// process at once.
/// </summary>
/// <remarks>
/// Listens from before the command begins. System.CommandLine begins the command first, and what comes in between would kill it
/// without a word.
/// </remarks>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    /// <param name="stop">Cancels the command as well, for a program that runs it.</param>
    public Interruption(CancellationToken stop)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (!_source.IsCancellationRequested)
        {
            context.Cancel = true;
            _source.Cancel();
        }
    }
}
