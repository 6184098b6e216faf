using System.Net.Sockets;

namespace ChatRoom.Server.Control;

/// <summary>One line from the other end of a control socket.</summary>
internal static class ControlLine
{
    /// <summary>A thousand ranges of long numbers, twice over.</summary>
    private const int Most = 128 * 1024;

    /// <summary>Without its end; null if the other end is gone before it, or it is too long.</summary>
    public static async Task<ReadOnlyMemory<byte>?> Read(Socket socket, CancellationToken cancel)
    {
        var buffer = new byte[4096];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length >= Most)
                    return null;
                Array.Resize(ref buffer, length * 2);
            }
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), cancel).ConfigureAwait(false);
            if (read == 0)
                return null;
            var end = Array.IndexOf(buffer, (byte)'\n', length, read);
            if (end >= 0)
                return buffer.AsMemory(0, end);
            length += read;
        }
    }

    public static async Task Write(Socket socket, ReadOnlyMemory<byte> line, CancellationToken cancel)
    {
        while (!line.IsEmpty)
            line = line[await socket.SendAsync(line, cancel).ConfigureAwait(false)..];
    }
}
