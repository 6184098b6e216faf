using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace ChatRoom.Server.Transport;

/// <summary>
/// Plain TCP: received through Kestrel's pipe, sent straight to the socket. A send from the hub's own thread costs a
/// third less than the way over a second pipe and another thread.
/// </summary>
public sealed class SocketTransport : ITransport
{
    private readonly ConnectionContext _connection;
    private readonly Socket _socket;

    /// <param name="address">Where the client is, which a proxy may know better than the socket.</param>
    public SocketTransport(ConnectionContext connection, Socket socket, string address)
    {
        ArgumentNullException.ThrowIfNull(socket);
        (_connection, _socket, Address) = (connection, socket, address);
        // The hub must never wait in a send. Kestrel's own receives are asynchronous and don't mind.
        _socket.Blocking = false;
    }

    public PipeReader Input => _connection.Transport.Input;

    public string Address { get; }

    public bool IsEncrypted => false;

    public int TrySend(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var sent = _socket.Send(bytes, SocketFlags.None, out var error);
            return error switch
            {
                SocketError.Success => sent,
                SocketError.WouldBlock or SocketError.NoBufferSpaceAvailable => 0,
                _ => -1,
            };
        }
        catch (ObjectDisposedException)
        {
            return -1;
        }
    }

    public async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
                bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None).ConfigureAwait(false)..];
            return true;
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    public void Abort(string reason) => _connection.Abort(new ConnectionAbortedException(reason));
}
