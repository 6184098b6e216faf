using System.IO.Pipelines;
using ChatRoom.Server.Transport;

namespace ChatRoom.Server.Tests.Dialect;

/// <summary>Two pipes in memory: what a client and the server have between them.</summary>
internal sealed class Wire
{
    private readonly Pipe _toServer = new();
    private readonly Pipe _toClient = new();

    public Wire() => Transport = new PipeTransport(new Side(_toServer.Reader, _toClient.Writer), "in memory", _ => Break());

    public ITransport Transport { get; }

    /// <summary>What a client writes into.</summary>
    public PipeWriter Output => _toServer.Writer;

    /// <summary>What a client reads from.</summary>
    public PipeReader Input => _toClient.Reader;

    /// <summary>The server is done with it: nothing comes any more.</summary>
    public void End()
    {
        _toServer.Reader.Complete();
        _toClient.Writer.Complete();
    }

    /// <summary>The way to the client breaks; who waits in a send on it learns so.</summary>
    public void Break()
    {
        _toClient.Reader.Complete();
        _toServer.Writer.Complete(new IOException("the wire broke"));
    }

    private sealed record Side(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
