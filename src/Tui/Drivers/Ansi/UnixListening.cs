using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>Reads a terminal on a thread of its own, and hears the signals that concern a terminal, until it is disposed of.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class UnixListening : IDisposable
{
    private const int PieceSize = 64 << 10;

    private readonly Action<TerminalNews> _tell;
    private readonly int[] _waker = new int[2];
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly Thread _reader;

    public UnixListening(Action<TerminalNews> tell)
    {
        _tell = tell;
        if (Posix.pipe(_waker) != 0)
            throw new IOException($"no pipe could be made (error {Marshal.GetLastPInvokeError()})");
        Hear(PosixSignal.SIGWINCH, new TerminalNews.Resized());
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTSTP, Stop));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, Resume));
        Hear(PosixSignal.SIGHUP, new TerminalNews.Gone());
        // Whether they end the process is for others to say, who are heard after this.
        Hear(PosixSignal.SIGTERM, new TerminalNews.Ending());
        Hear(PosixSignal.SIGINT, new TerminalNews.Ending());
        Hear(PosixSignal.SIGQUIT, new TerminalNews.Ending());
        // In the background: a thread that waits for a key must keep no program alive.
        _reader = new Thread(Read) { IsBackground = true, Name = "terminal" };
        _reader.Start();
    }

    /// <summary>When it is done, nothing is read any more: the next key is somebody else's.</summary>
    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        // The other end of the pipe comes to its end, which wakes the reader.
        _ = Posix.close(_waker[1]);
        if (Thread.CurrentThread != _reader)
            _reader.Join();
        _ = Posix.close(_waker[0]);
    }

    private void Hear(PosixSignal signal, TerminalNews news) => _signals.Add(PosixSignalRegistration.Create(signal, _ => _tell(news)));

    private void Stop(PosixSignalContext signal)
    {
        _tell(new TerminalNews.Stopping());
        // The runtime does not stop the process once somebody has heard the signal.
        signal.Cancel = true;
        Posix.Stop();
    }

    private void Resume(PosixSignalContext signal)
    {
        // Else the runtime gives the terminal its first settings back, perhaps after we made it raw again.
        signal.Cancel = true;
        _tell(new TerminalNews.Resumed());
    }

    private void Read()
    {
        var piece = new byte[PieceSize];
        Posix.Waited[] waited = [new(Posix.Input, Posix.Readable), new(_waker[0], Posix.Readable)];
        while (true)
        {
            var ready = Posix.poll(waited, (nuint)waited.Length, -1);
            if (ready < 0 && Marshal.GetLastPInvokeError() == Posix.Interrupted)
                continue;
            if (ready < 0 || waited[1].Happened != 0)
                return;
            var length = Posix.read(Posix.Input, ref piece[0], piece.Length);
            if (length > 0)
            {
                _tell(new TerminalNews.Typed(piece.AsMemory(0, (int)length).ToArray()));
                continue;
            }
            if (length < 0 && (Marshal.GetLastPInvokeError() is Posix.Interrupted || Marshal.GetLastPInvokeError() == Posix.TryAgain))
                continue;
            _tell(new TerminalNews.Gone());
            return;
        }
    }
}
