using System.Runtime.InteropServices;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>What the system's library offers for terminals. Where Linux and macOS differ, it says so.</summary>
internal static class Posix
{
    public const int Input = 0;
    public const int Output = 1;
    public const int Interrupted = 4;
    public const short Readable = 1;
    public const short Writable = 4;

    /// <summary>More than `struct termios` takes anywhere: 60 bytes on Linux, 72 on macOS. Nothing here looks into it, but for one byte.</summary>
    private const int SettingsSize = 256;

    private static bool IsMac => OperatingSystem.IsMacOS();

    public static int TryAgain => IsMac ? 35 : 11;

    /// <summary>The terminal's settings; null if there is no terminal.</summary>
    public static byte[]? Settings()
    {
        var settings = new byte[SettingsSize];
        return tcgetattr(Input, settings) == 0 ? settings : null;
    }

    public static byte[] Raw(byte[] settings)
    {
        var raw = (byte[])settings.Clone();
        cfmakeraw(raw);
        return raw;
    }

    /// <summary>c_cc[VERASE]: c_cc begins behind four flags and a byte on Linux, and behind four larger flags on macOS.</summary>
    public static byte Erase(byte[] settings) => settings[IsMac ? 32 + 3 : 17 + 2];

    /// <summary>At once (TCSANOW): waiting for the terminal to take what was written could take for ever.</summary>
    public static void Set(int file, byte[] settings) => _ = tcsetattr(file, 0, settings);

    public static void ForgetTyped(int file) => _ = tcflush(file, IsMac ? 1 : 0);

    /// <summary>SIGSTOP to the own process: what SIGTSTP does where nobody hears it.</summary>
    public static void Stop() => _ = kill(Environment.ProcessId, IsMac ? 17 : 19);

    /// <summary>TIOCGWINSZ. Where it fails or nobody told the kernel a size, it is that of the first terminals.</summary>
    public static FrameSize Size()
    {
        var size = default(WindowSize);
        // Apple passes variable arguments on the stack on ARM: six more bring the seventh there.
        var failed = !IsMac ? ioctl(Output, 0x5413, ref size)
            : RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? ioctl(Output, 0x40087468, 0, 0, 0, 0, 0, 0, ref size)
            : ioctl(Output, 0x40087468, ref size);
        return failed != 0 || size.Columns == 0 || size.Rows == 0 ? new FrameSize(80, 24) : new FrameSize(size.Columns, size.Rows);
    }

    [DllImport("libc", SetLastError = true)]
    public static extern nint read(int file, ref byte bytes, nint count);

    [DllImport("libc", SetLastError = true)]
    public static extern nint write(int file, ref byte bytes, nint count);

    [DllImport("libc", SetLastError = true)]
    public static extern int poll([In, Out] Waited[] files, nuint count, int milliseconds);

    [DllImport("libc", SetLastError = true)]
    public static extern int pipe([Out] int[] ends);

    [DllImport("libc", SetLastError = true)]
    public static extern int close(int file);

    [DllImport("libc")]
    private static extern int kill(int process, int signal);

    [DllImport("libc")]
    private static extern int tcgetattr(int file, [Out] byte[] settings);

    [DllImport("libc")]
    private static extern int tcsetattr(int file, int when, byte[] settings);

    [DllImport("libc")]
    private static extern int tcflush(int file, int which);

    [DllImport("libc")]
    private static extern void cfmakeraw([In, Out] byte[] settings);

    [DllImport("libc")]
    private static extern int ioctl(int file, nuint request, ref WindowSize size);

    [DllImport("libc")]
    private static extern int ioctl(int file, nuint request, nint a, nint b, nint c, nint d, nint e, nint f, ref WindowSize size);

    /// <summary>`struct pollfd`.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Waited(int file, short wanted)
    {
        public int File = file;
        public short Wanted = wanted;
        public short Happened;
    }

    /// <summary>`struct winsize`.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct WindowSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }
}
