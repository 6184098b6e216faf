using System.Net.Sockets;
using System.Text;

namespace ChatRoom.Testing;

/// <summary>The other end of $NOTIFY_SOCKET: a datagram socket in a folder, or with an abstract name.</summary>
public sealed class ListeningSupervisor : IDisposable
{
    /// <summary>Only a net for tests that would hang; nothing is measured by it.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatroom-");
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    public ListeningSupervisor(bool isAbstract = false)
    {
        var name = Path.Combine(_folder.FullName, "notify");
        _socket.Bind(new UnixDomainSocketEndPoint(isAbstract ? $"\0{name}" : name));
        Name = isAbstract ? $"@{name}" : name;
    }

    /// <summary>What NOTIFY_SOCKET says.</summary>
    public string Name { get; }

    /// <summary>The next message.</summary>
    public async Task<string> Next()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        var buffer = new byte[4096];
        return Encoding.UTF8.GetString(buffer, 0, await _socket.ReceiveAsync(buffer, deadline.Token));
    }

    public void Dispose()
    {
        _socket.Dispose();
        _folder.Delete(recursive: true);
    }
}
