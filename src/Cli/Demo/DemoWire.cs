using System.Net;
using System.Net.Sockets;

namespace ChatRoom.Cli.Demo;

/// <summary>The way between the demo's client and its server, which can be broken, so that one sees what the client does then.</summary>
internal sealed class DemoWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly IPEndPoint _server;
    private readonly Task _accepting;
    private CancellationTokenSource _standing = new();
    private volatile bool _isBroken;

    public DemoWire(IPEndPoint server)
    {
        _server = server;
        _listener.Start();
        _accepting = Accept();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>All connections break, and new ones do at once, until this time is over.</summary>
    public async Task Break(TimeSpan span, TimeProvider clock, CancellationToken cancel)
    {
        _isBroken = true;
        var standing = Interlocked.Exchange(ref _standing, new CancellationTokenSource());
        await standing.CancelAsync();
        try
        {
            await Task.Delay(span, clock, cancel);
        }
        finally
        {
            _isBroken = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _standing.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    private async Task Accept()
    {
        var carried = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                if (_isBroken)
                    client.Dispose();
                else
                    carried.Add(Carry(client, _standing.Token));
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The demo is over.
        }
        await Task.WhenAll(carried);
    }

    private async Task Carry(TcpClient client, CancellationToken standing)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(_server, standing);
            (near.NoDelay, far.NoDelay) = (true, true);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(standing);
            var both = new[] { near.GetStream().CopyToAsync(far.GetStream(), ended.Token), far.GetStream().CopyToAsync(near.GetStream(), ended.Token) };
            await Task.WhenAny(both);
            await ended.CancelAsync();
            await Task.WhenAll(both);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
        {
            // One side is gone, and the other hears it by the end of its stream.
        }
    }
}
