using Microsoft.Win32.SafeHandles;

namespace ChatRoom.Cli.Join;

/// <summary>The program's own streams, as bytes.</summary>
internal static class StandardStreams
{
    /// <summary>EPIPE, the same number on Linux, macOS and the BSDs. On Windows the console's stream keeps it from us.</summary>
    public const int BrokenPipe = 32;

    private const int OutputDescriptor = 1;

    public static Stream Input() => Console.OpenStandardInput();

    /// <summary>
    /// On Unix the console's stream hides that a pipe was closed (dotnet/runtime, ConsolePal.Unix, EPIPE), so `chatroom join | head -1`
    /// would talk to nobody for ever; a plain file stream tells. Files keep the console's stream, because a file stream would write from a
    /// position of its own and over what others append.
    /// </summary>
    public static Stream Output()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();
        var plain = new FileStream(new SafeFileHandle(OutputDescriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return plain.CanSeek ? Console.OpenStandardOutput() : plain;
    }
}
