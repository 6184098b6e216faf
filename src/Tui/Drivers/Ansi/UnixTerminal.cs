using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>The terminal on stdin and stdout, on Linux and macOS.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class UnixTerminal : ITerminal
{
    /// <summary>A terminal that takes nothing for so long is not waited for when the program ends.</summary>
    private const int LongestHang = 1_000;

    private readonly byte[] _usual;

    private UnixTerminal(byte[] usual) => _usual = usual;

    public FrameSize Size => Posix.Size();

    public byte Erase => Posix.Erase(_usual);

    /// <summary>Null if stdin is no terminal.</summary>
    public static UnixTerminal? Open() => Posix.Settings() is { } settings ? new UnixTerminal(settings) : null;

    public void MakeRaw() => Posix.Set(Posix.Input, Posix.Raw(_usual));

    public void Restore()
    {
        Posix.ForgetTyped(Posix.Input);
        Posix.Set(Posix.Input, _usual);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var written = Posix.write(Posix.Output, ref MemoryMarshal.GetReference(bytes), bytes.Length);
            if (written > 0)
            {
                bytes = bytes[(int)written..];
                continue;
            }
            var error = Marshal.GetLastPInvokeError();
            // Somebody who shares the terminal may have made it non-blocking.
            if (error == Posix.TryAgain && Posix.poll([new(Posix.Output, Posix.Writable)], 1, LongestHang) > 0)
                continue;
            if (error != Posix.Interrupted)
                return;
        }
    }

    public IDisposable Listen(Action<TerminalNews> tell) => new UnixListening(tell);

    public void Dispose()
    {
        // What it holds is the process's own, and stays open.
    }
}
