using System.IO.Pipelines;
using System.Net.Sockets;

namespace ChatRoom.Client;

/// <summary>A TCP connection as a pair of pipes.</summary>
public sealed class TcpTransport : IDuplexPipe, IAsyncDisposable
{
    private readonly NetworkStream _stream;

    private TcpTransport(Socket socket)
    {
        // A line is said whole; waiting for more to fill a packet only makes it late.
        socket.NoDelay = true;
        _stream = new NetworkStream(socket, ownsSocket: true);
        Input = PipeReader.Create(_stream, new StreamPipeReaderOptions(leaveOpen: true));
        Output = PipeWriter.Create(_stream, new StreamPipeWriterOptions(leaveOpen: true));
    }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    /// <summary>Tries every address of the host. The failures that a person can do something about are told apart.</summary>
    public static async Task<DialResult> Dial(string host, int port, TimeProvider clock, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(ClientLimits.Connect, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(host, port, either.Token);
            return new DialResult.Connected(new TcpTransport(socket));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            socket.Dispose();
            return new DialResult.TimedOut();
        }
        catch (SocketException fault)
        {
            socket.Dispose();
            return Explain(fault);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync();
        await _stream.DisposeAsync();
    }

    private static DialResult Explain(SocketException fault) => fault.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => new DialResult.NobodyListens(),
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new DialResult.UnknownHost(),
        SocketError.TimedOut => new DialResult.TimedOut(),
        _ => new DialResult.Failed(fault.Message),
    };
}
