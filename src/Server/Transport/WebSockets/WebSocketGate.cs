using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Transport.WebSockets;

/// <summary>
/// The way in for browsers: a handshake over HTTP, and then a connection like any other. It takes no TLS itself: a web server in front has the
/// certificate of the page, and says for whom it comes (X-Forwarded-For) if the operator named it.
/// </summary>
/// <param name="serve">Serves a connection, by its number, until it is over.</param>
public sealed class WebSocketGate(Func<ITransport, long, Task> serve, PublishedSettings settings, TimeProvider clock, ILogger log)
{
    /// <summary>What arrives is parsed where it was received, as it is without frames.</summary>
    private static readonly PipeOptions Receiving = new(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false);

    private static readonly PipeOptions Sending = new(
        pauseWriterThreshold: Limits.UnencryptedBytes, resumeWriterThreshold: Limits.UnencryptedBytes / 2, useSynchronizationContext: false);

    /// <param name="wire">What the frames go over; its owner closes it.</param>
    /// <param name="isProxy">It is a proxy that the operator named.</param>
    /// <param name="number">The connection's, by which the log names it.</param>
    public async Task Serve(ITransport wire, bool isProxy, long number)
    {
        ArgumentNullException.ThrowIfNull(wire);
        if (await Greet(wire, isProxy, number).ConfigureAwait(false) is not { } request)
            return;
        var (incoming, outgoing) = (new Pipe(Receiving), new Pipe(Sending));
        using var socket = new WebSocketWire(wire, request.IsText);
        var (sending, receiving) = (socket.Send(outgoing.Reader), socket.Receive(incoming.Writer));
        var address = isProxy && request.ForwardedFor is { } client ? new IPEndPoint(client, 0).ToString() : wire.Address;
        await serve(new PipeTransport(new Duplex(incoming.Reader, outgoing.Writer), address, wire.Abort, wire.IsEncrypted), number).ConfigureAwait(false);
        // Not by completing the writer: the hub may not know yet that the connection is over, and must not fail over it.
        outgoing.Reader.CancelPendingRead();
        await EndedOrGivenUp(sending, wire).ConfigureAwait(false);
        await incoming.Reader.CompleteAsync().ConfigureAwait(false);
        wire.Input.CancelPendingRead();
        await receiving.ConfigureAwait(false);
    }

    /// <summary>Null where it is no request that we answer with a WebSocket; who asked was told.</summary>
    private async Task<WebSocketRequest?> Greet(ITransport wire, bool isProxy, long number)
    {
        if (await ReadRequest(wire, number).ConfigureAwait(false) is not { } bytes)
            return null;
        var request = WebSocketRequest.Read(bytes, out var refusal);
        if (request is not null && !request.IsAllowed(settings.Current.Origins))
            refusal = "403 Forbidden";
        // A proxy that does not say for whom it comes would count as everybody who comes through it.
        else if (request is not null && isProxy && request.ForwardedFor is null)
            refusal = "400 Bad Request";
        else if (request is not null)
            return await wire.SendAsync(request.Accept()).ConfigureAwait(false) ? request : null;
        log.LogDebug(LogEvents.NoWebSocket, "Connection {Connection} from {Address} is refused a WebSocket: {Why}", number, wire.Address, refusal.Split('\r')[0]);
        await wire.SendAsync(WebSocketRequest.Refusal(refusal)).ConfigureAwait(false);
        return null;
    }

    private async Task<byte[]?> ReadRequest(ITransport wire, long number)
    {
        using var late = new CancellationTokenSource(Limits.TlsHandshake, clock);
        try
        {
            while (true)
            {
                var read = await wire.Input.ReadAsync(late.Token).ConfigureAwait(false);
                var end = EndOfRequest(read.Buffer);
                if (end > 0)
                {
                    var bytes = read.Buffer.Slice(0, end).ToArray();
                    wire.Input.AdvanceTo(read.Buffer.GetPosition(end));
                    return bytes;
                }
                wire.Input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                if (read.IsCompleted || read.Buffer.Length > Limits.HttpHeaderBytes)
                    return null;
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            log.LogDebug(LogEvents.NoWebSocket, "Connection {Connection} from {Address} never asked for a WebSocket: {Why}", number, wire.Address, gone.Message);
            return null;
        }
    }

    /// <summary>Behind the empty line; 0 while there is none.</summary>
    private static int EndOfRequest(in ReadOnlySequence<byte> buffer)
    {
        var begin = buffer.Slice(0, Math.Min(buffer.Length, Limits.HttpHeaderBytes)).ToArray();
        return begin.AsSpan().IndexOf("\r\n\r\n"u8) is >= 0 and var at ? at + 4 : 0;
    }

    private async Task EndedOrGivenUp(Task sending, ITransport wire)
    {
        try
        {
            await sending.WaitAsync(Limits.CloseTimeout, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            wire.Abort("it did not hear its last lines in time");
            await sending.ConfigureAwait(false);
        }
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
