using System.IO.Pipelines;
using ChatRoom.Server.Transport;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Machines;

namespace ChatRoom.Simulation.Tests.Wires;

/// <summary>
/// A connection in memory with a small buffer each way, as sockets have. Bytes move only when the simulator moves them, and as many as it
/// says; it can be cut with or without anybody noticing.
/// </summary>
/// <param name="server">Whose side it ends at.</param>
/// <param name="room">How many bytes wait for the client before the server's sends have to wait.</param>
/// <param name="certificate">What the client showed.</param>
public sealed class Wire(Machine server, int room, string certificate) : ITransport
{
    private readonly Pipe _input = new(new PipeOptions(
        readerScheduler: server.Workers, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, useSynchronizationContext: false));
    private readonly ByteQueue _toServer = new();
    private readonly ByteQueue _toClient = new();
    private readonly Queue<(long End, Moment Sent)> _marks = new();
    private ReadOnlyMemory<byte> _rest;
    private TaskCompletionSource<bool>? _sending;
    private long _sent;
    private long _taken;
    private bool _inputEnded;

    public PipeReader Input => _input.Reader;

    public string Address => "sim";

    public bool IsEncrypted => false;

    public string? Certificate => certificate;

    /// <summary>The client closed it, or lost it.</summary>
    public bool ClientIsGone { get; private set; }

    /// <summary>The server closed it, or died.</summary>
    public bool ServerIsGone { get; private set; }

    /// <summary>Nothing arrives any more, either way, and neither side is told.</summary>
    public bool IsDead { get; private set; }

    public int ForServer => IsDead || ServerIsGone ? 0 : _toServer.Count;

    public int ForClient => IsDead ? 0 : _toClient.Count;

    /// <summary>The client's end is still to be told to the server.</summary>
    public bool HasFarewell => ClientIsGone && !_inputEnded && !IsDead && !ServerIsGone;

    public int TrySend(ReadOnlySpan<byte> bytes)
    {
        if (_sending is not null)
            throw new InvalidOperationException("Two send on one wire.");
        if (ServerIsGone || (ClientIsGone && _inputEnded) || !server.Survives(Danger.Send))
            return -1;
        return Put(bytes, server.Simulator.Now);
    }

    public ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        var sent = TrySend(bytes.Span);
        if (sent < 0 || sent == bytes.Length)
            return ValueTask.FromResult(sent >= 0);
        _rest = bytes[sent..];
        _sending = new TaskCompletionSource<bool>();
        return new ValueTask<bool>(_sending.Task);
    }

    public void Abort(string reason) => EndByServer(new IOException(reason));

    /// <summary>The server has no more to do with it; what it sent may still arrive.</summary>
    public void EndByServer(Exception? why = null)
    {
        if (ServerIsGone)
            return;
        ServerIsGone = true;
        EndInput(why);
        Sent(false);
    }

    public void Write(ReadOnlySpan<byte> bytes) => _toServer.Add(bytes);

    /// <summary>So many bytes arrive at the server.</summary>
    public void Deliver(int many)
    {
        var writer = _input.Writer;
        System.Buffers.BuffersExtensions.Write(writer, _toServer.Take(many));
        // Nobody waits for room in this pipe, so it is done at once.
        _ = writer.FlushAsync().AsTask();
    }

    /// <summary>The server finds out that the client is gone.</summary>
    public void DeliverFarewell(bool isOrderly)
    {
        EndInput(isOrderly ? null : new IOException("connection reset"));
        Sent(false);
    }

    /// <summary>So many bytes arrive at the client, or fewer, so that all of them were sent at one moment.</summary>
    public byte[] Take(int most, out Moment sent)
    {
        var (end, at) = _marks.Peek();
        var many = (int)Math.Min(most, end - _taken);
        sent = at;
        _taken += many;
        if (_taken == end)
            _marks.Dequeue();
        var taken = _toClient.Take(many).ToArray();
        Refill();
        return taken;
    }

    public void EndByClient() => ClientIsGone = true;

    public void Cut() => IsDead = true;

    /// <summary>The machine at the other end died: of what it had sent only so much arrives.</summary>
    public void DieWithServer(int left)
    {
        ServerIsGone = true;
        (_sending, _rest) = (null, default);
        _toClient.Lose(left);
    }

    private int Put(ReadOnlySpan<byte> bytes, Moment now)
    {
        var many = Math.Min(room - _toClient.Count, bytes.Length);
        if (many <= 0)
            return 0;
        _toClient.Add(bytes[..many]);
        _sent += many;
        _marks.Enqueue((_sent, now));
        return many;
    }

    private void Refill()
    {
        if (_sending is null)
            return;
        _rest = _rest[Put(_rest.Span, server.Simulator.Now)..];
        if (_rest.IsEmpty)
            Sent(true);
    }

    /// <summary>The code that waits for the send goes on where the server's work goes on.</summary>
    private void Sent(bool isSent)
    {
        if (_sending is not { } sending)
            return;
        (_sending, _rest) = (null, default);
        server.Workers.Schedule(done => ((TaskCompletionSource<bool>)done!).TrySetResult(isSent), sending);
    }

    private void EndInput(Exception? why)
    {
        if (_inputEnded)
            return;
        _inputEnded = true;
        _input.Writer.Complete(why);
    }
}
