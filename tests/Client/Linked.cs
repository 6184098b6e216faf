using System.IO.Pipelines;
using System.Threading.Channels;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Testing;

namespace ChatRoom.Client.Tests;

/// <summary>A link to servers in memory: each time it dials, a test decides what it finds.</summary>
internal sealed class Linked
{
    private readonly Channel<DialResult> _results = Channel.CreateUnbounded<DialResult>();
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(30));
    private readonly Task _running;

    public Linked(ClientSettings settings)
    {
        Link = new Link(new LinkSettings(settings), async cancel => await _results.Reader.ReadAsync(cancel), Clock, new Random(1));
        _running = Link.Run(_stop.Token);
    }

    public FakeTimeProvider Clock { get; } = new();

    public Link Link { get; }

    public List<ChatEvent> Told { get; } = [];

    /// <summary>The next try finds this.</summary>
    public void Finds(DialResult result) => _results.Writer.TryWrite(result);

    public FakeServer FindsServer()
    {
        var server = new FakeServer();
        Finds(new DialResult.Connected(new Wire(server.ClientSide)));
        return server;
    }

    /// <summary>Reports up to the first of which this is true.</summary>
    public async Task<LinkReport> Until(Func<LinkReport, bool> isIt)
    {
        await foreach (var report in Link.Reports.ReadAllAsync(_stop.Token))
        {
            Told.AddRange(report.Events);
            if (isIt(report))
                return report;
        }
        throw new InvalidOperationException("The link ended before it reported that.");
    }

    public Task<LinkReport> UntilState<T>() where T : LinkState => Until(report => report.State is T);

    public async Task Ends()
    {
        await foreach (var report in Link.Reports.ReadAllAsync(_stop.Token))
            Told.AddRange(report.Events);
        await _running;
    }

    private sealed class Wire(IDuplexPipe pipe) : IWire
    {
        public PipeReader Input => pipe.Input;

        public PipeWriter Output => pipe.Output;

        public async ValueTask DisposeAsync()
        {
            await pipe.Input.CompleteAsync();
            await pipe.Output.CompleteAsync();
        }
    }
}
