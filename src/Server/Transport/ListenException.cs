using System.Net;
using System.Net.Sockets;

namespace ChatRoom.Server.Transport;

/// <summary>A server could not listen, and where: it may have been asked to do so in more than one place.</summary>
public sealed class ListenException(object place, Exception why) : Exception($"can't listen on {place}: {why.Message}", why)
{
    /// <summary>Null for a Unix socket.</summary>
    public IPEndPoint? EndPoint => place as IPEndPoint;

    /// <summary>What the system said; null where it said nothing.</summary>
    public SocketError? Error { get; } = Find(why);

    /// <summary>Kestrel wraps it, sometimes twice.</summary>
    private static SocketError? Find(Exception? fault) => fault switch
    {
        null => null,
        SocketException socket => socket.SocketErrorCode,
        _ => Find(fault.InnerException),
    };
}
