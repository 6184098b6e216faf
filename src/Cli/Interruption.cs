using System.Runtime.InteropServices;

namespace ChatRoom.Cli;

/// <summary>
/// Ctrl+C, SIGTERM and a closed terminal ask the program to leave; asked a second time, it leaves at once and without goodbye.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public Interruption()
    {
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _registrations = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, Ask))];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void Ask(PosixSignalContext signal)
    {
        if (_source.IsCancellationRequested)
            Environment.Exit(ExitCode.Interrupted);
        signal.Cancel = true;
        _source.Cancel();
    }
}
