using System.Runtime.InteropServices;

namespace ChatRoom.Cli;

/// <summary>
/// Ctrl+C, SIGTERM and a closed terminal ask the program to leave; asked a second time, it leaves at once and without goodbye.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations;
    private volatile Action? _hangUp;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Leave),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Leave),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, HangUp),
    ];

    public CancellationToken Token => _source.Token;

    /// <summary>What SIGHUP does from now on instead of asking to leave.</summary>
    public void OnHangUp(Action instead) => _hangUp = instead;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void HangUp(PosixSignalContext signal)
    {
        if (_hangUp is not { } instead)
        {
            Leave(signal);
            return;
        }
        signal.Cancel = true;
        try
        {
            instead();
        }
        catch (IOException)
        {
            // It was no wish to reload: the terminal is gone, and whatever is still said would fail like this.
            Console.SetError(TextWriter.Null);
            _source.Cancel();
        }
    }

    private void Leave(PosixSignalContext signal)
    {
        if (_source.IsCancellationRequested)
            Environment.Exit(ExitCode.Interrupted);
        signal.Cancel = true;
        _source.Cancel();
    }
}
