using System.Net;
using System.Net.Sockets;

namespace ChatRoom.Bench.Cut;

/// <summary>
/// Stands between one client and the server, and cuts their connection after a number of bytes that chance says, in the middle of a line as
/// often as not. Each new connection has a new fate until <see cref="Heal"/>.
/// </summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    /// <summary>Later than most rounds have bytes, so that some connections survive their round.</summary>
    private const int LatestCut = 6_000;

    private readonly IPEndPoint _server;
    private readonly Random _random;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private readonly List<Task> _pumping = [];
    private volatile Passage? _current;
    private volatile bool _cuts;
    private int _count;

    public CuttingProxy(IPEndPoint server, int seed)
    {
        (_server, _random) = (server, new Random(seed));
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were cut.</summary>
    public int Count => _count;

    /// <summary>The connection is one of those that nobody tells its client about: it has to try again by itself.</summary>
    public bool IsFrozen => _current is { IsFrozen: true };

    /// <summary>From now on connections are cut, the present one too.</summary>
    public void Begin()
    {
        _cuts = true;
        _current?.CutAfter(Fate());
    }

    /// <summary>No connection is cut any more. One that is frozen stays so.</summary>
    public void Heal()
    {
        _cuts = false;
        _current?.CutAfter(null);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_pumping);
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_stop.Token);
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await server.ConnectAsync(_server, _stop.Token);
                client.NoDelay = true;
                var passage = new Passage(client, server, () => Interlocked.Increment(ref _count));
                passage.CutAfter(_cuts ? Fate() : null);
                _current = passage;
                _pumping.Add(passage.Run(_stop.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The proxy is over; so is waiting for those who come.
        }
    }

    private (CutKind Kind, int Bytes) Fate()
    {
        lock (_random)
            return ((CutKind)_random.Next(4), _random.Next(LatestCut));
    }
}
