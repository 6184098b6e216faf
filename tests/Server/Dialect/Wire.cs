using System.IO.Pipelines;
using ChatRoom.Server.Transport;

namespace ChatRoom.Server.Tests.Dialect;

/// <summary>Two pipes in memory: what a client and the server have between them.</summary>
internal sealed class Wire
{
    /// <summary>From where its client comes, as one of the networks that are set aside for examples.</summary>
    public const string Address = "203.0.113.7:40000";

    /// <summary>Inline as with sockets, so that the thread that wakes a reader runs what it does next: that must never be the hub.</summary>
    private readonly Pipe _toServer = new(new PipeOptions(readerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));
    private readonly Pipe _toClient = new();

    private readonly WatchedReader _taken;
    private long _sent;

    /// <param name="certificate">Of the certificate that the client showed, the SHA-256; null for none.</param>
    public Wire(string? certificate = null)
    {
        _taken = new WatchedReader(_toServer.Reader);
        Transport = new PipeTransport(new Side(_taken, _toClient.Writer), Address, _ => Break(), isEncrypted: certificate is not null, certificate);
    }

    public ITransport Transport { get; }


    public bool IsBroken { get; private set; }

    /// <summary>What a client reads from.</summary>
    public PipeReader Input => _toClient.Reader;

    public async Task Send(ReadOnlyMemory<byte> bytes)
    {
        _sent += bytes.Length;
        await _toServer.Writer.WriteAsync(bytes).AsTask().WaitAsync(Client.Deadline);
    }

    /// <summary>Ends when the server has done with everything that was sent: its messages are with the hub.</summary>
    public Task WhenTaken() => _taken.WhenExamined(_sent);

    /// <summary>Nothing more is sent.</summary>
    public void Close() => _toServer.Writer.Complete();

    /// <summary>The server is done with it: nothing comes any more.</summary>
    public void End()
    {
        _toServer.Reader.Complete();
        _toClient.Writer.Complete();
    }

    /// <summary>The way to the client breaks; who waits in a send on it learns so.</summary>
    public void Break()
    {
        IsBroken = true;
        _toClient.Reader.Complete();
        _toServer.Writer.Complete(new IOException("the wire broke"));
    }

    private sealed record Side(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
