using System.Net.Sockets;

namespace ChatRoom.Server.Transport;

/// <summary>
/// A Unix socket to listen on, for bouncers and proxies on this machine. Who may use it the file's mode says. What a server that was killed left behind
/// is taken away; where somebody still listens, or what lies there is no socket, nothing is touched.
/// </summary>
public sealed record UnixPlace(string Path, UnixFileMode Mode)
{
    /// <exception cref="IOException">The place is taken.</exception>
    public void Clear()
    {
        if (!File.Exists(Path))
            return;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(Path));
        }
        // Of a socket that nobody listens on any more; what is no socket refuses in the same way.
        catch (SocketException nobody) when (nobody.SocketErrorCode == SocketError.ConnectionRefused)
        {
            if (!IsSocket())
                throw new IOException("what lies there is no socket");
            File.Delete(Path);
            return;
        }
        throw new IOException("another server listens there");
    }

    /// <summary>For whom it is; before this, nobody else can connect, because a socket is made with what is usual for files.</summary>
    public void Open()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, Mode);
    }

    public void Remove() => File.Delete(Path);

    public override string ToString() => $"unix:{Path}";

    /// <summary>It has no length that could be read, and can't be opened as a file.</summary>
    private bool IsSocket()
    {
        try
        {
            using var file = File.OpenRead(Path);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
