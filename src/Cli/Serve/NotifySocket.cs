using System.Net.Sockets;
using System.Text;

namespace ChatRoom.Cli.Serve;

/// <summary>The datagram socket on which a supervisor listens, by the rules of sd_notify(3).</summary>
public sealed class NotifySocket : IDisposable
{
    /// <summary>A supervisor that does not listen must not hold us up.</summary>
    private const int PatienceInMilliseconds = 1000;

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { SendTimeout = PatienceInMilliseconds };
    private readonly UnixDomainSocketEndPoint _address;

    /// <exception cref="ArgumentException">The name is neither a path nor an abstract name, or too long for one.</exception>
    public NotifySocket(string name)
    {
        if (name is not ['/' or '@', _, ..])
            throw new ArgumentException("a path begins with '/', an abstract name with '@'");
        // An abstract name is in no folder. It begins with a zero byte, which no environment variable can hold.
        _address = new UnixDomainSocketEndPoint(name[0] == '@' ? $"\0{name[1..]}" : name);
    }

    /// <exception cref="SocketException">Nobody listens there.</exception>
    public void Send(string message) => _socket.SendTo(Encoding.UTF8.GetBytes(message), _address);

    public void Dispose() => _socket.Dispose();
}
