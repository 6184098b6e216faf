using System.Net;
using System.Threading.Channels;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Server.Hosting;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatRoom.Cli.Demo;

/// <summary>
/// A server of its own in memory, on a free port of this machine alone, with three rooms in which bots talk: so that the client can be
/// tried with nothing else at hand.
/// </summary>
public sealed class DemoRoom : IAsyncDisposable
{
    /// <summary>So quiet has it to be before the bots go on among themselves.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(9);

    private readonly ChatServer _server;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, DemoBot> _bots = [];
    private readonly Channel<ChatEvent> _heard = Channel.CreateUnbounded<ChatEvent>();
    private readonly CancellationTokenSource _stop = new();
    private readonly DemoWire _wire;
    private Task _talking = Task.CompletedTask;
    private volatile ChatEvent.Said? _said;
    private volatile bool _isToured;

    private DemoRoom(ChatServer server, TimeProvider clock) => (_server, _clock, _wire) = (server, clock, new DemoWire(server.EndPoint));

    /// <summary>Where the person comes in; the way there can be broken.</summary>
    public IPEndPoint EndPoint => _wire.EndPoint;

    /// <summary>Somebody leads through the demo, and the bots don't speak on their own.</summary>
    public bool IsToured
    {
        get => _isToured;
        set => _isToured = value;
    }

    public static async Task<DemoRoom> Open(TimeProvider clock, CancellationToken cancel)
    {
        var settings = new ServerSettings(new IPEndPoint(IPAddress.Loopback, 0), null, "demo.chatroom.local", new LiveSettings { HasFloodControl = false });
        var room = new DemoRoom(await ChatServer.Start(settings, NullLoggerFactory.Instance, clock, cancel), clock);
        try
        {
            await room.Furnish(cancel);
            return room;
        }
        catch
        {
            await room.DisposeAsync();
            throw;
        }
    }

    public void Say(string speaker, string to, string text) => _bots[speaker].Say(text, to);

    /// <summary>To what the person said last; where they said nothing, nothing.</summary>
    public void Answer(string speaker, string text)
    {
        if (_said is { Room: { } room, At.MessageId: { } id })
            _bots[speaker].Say(text, room, id);
    }

    public void React(string speaker, string emoji)
    {
        if (_said is { Room: { } room, At.MessageId: { } id })
            _bots[speaker].React(room, id, emoji);
    }

    /// <summary>The person's connection breaks, and cannot be made for this time.</summary>
    public Task Break(TimeSpan span, CancellationToken cancel) => _wire.Break(span, _clock, cancel);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _talking;
        foreach (var bot in _bots.Values)
            await bot.DisposeAsync();
        await _wire.DisposeAsync();
        await _server.DisposeAsync();
        _stop.Dispose();
    }

    private async Task Furnish(CancellationToken cancel)
    {
        // Only one of them listens for both: what that one hears, they all know.
        await Invite(DemoScript.Tuan, _heard.Writer, cancel);
        await Invite(DemoScript.Duy, Channel.CreateBounded<ChatEvent>(1).Writer, cancel);
        await Invite(DemoScript.Lan, Channel.CreateBounded<ChatEvent>(1).Writer, cancel);
        _bots[DemoScript.Tuan].SetTopic(DemoScript.Topic);
        foreach (var (speaker, room, text) in DemoScript.Furniture.Select(line => (line.Speaker, DemoScript.Lobby, line.Text)).Concat(DemoScript.Elsewhere))
        {
            _bots[speaker].Say(text, room);
            // One at a time, or the two of them would talk across each other.
            while (await _heard.Reader.ReadAsync(cancel) is not ChatEvent.Said)
                continue;
        }
        _talking = Talk(_stop.Token);
    }

    private async Task Invite(string nick, ChannelWriter<ChatEvent> heard, CancellationToken cancel)
    {
        var dialled = await TcpTransport.Dial(_server.EndPoint.Address.ToString(), _server.EndPoint.Port, _clock, cancel);
        if (dialled is not DialResult.Connected { Transport: var transport })
            throw new InvalidOperationException($"the demo's own server cannot be reached: {dialled}");
        var bot = _bots[nick] = new DemoBot(transport, nick, heard, _clock);
        await bot.Inside.WaitAsync(cancel);
    }

    /// <summary>Answers when somebody says something, and goes on when it was quiet for a while.</summary>
    private async Task Talk(CancellationToken stop)
    {
        var script = new DemoScript();
        try
        {
            while (true)
            {
                var next = await Next(stop);
                if (next is ChatEvent.Said { Own: false, Room: not null } said && !DemoScript.IsBot(said.Nick))
                    _said = said;
                if (IsToured)
                    continue;
                if (next is not { } happened)
                {
                    var (then, line) = script.Continue();
                    script = then;
                    _bots[line.Speaker].Say(line.Text);
                    continue;
                }
                var (after, answer) = script.Answer(happened);
                script = after;
                if (answer is null)
                    continue;
                _bots[answer.Speaker].BeginToWrite();
                await Task.Delay(answer.After, _clock, stop);
                _bots[answer.Speaker].Say(answer.Text);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The person has left; there is nobody to talk for.
        }
    }

    /// <summary>What is heard next; null when it was quiet for a while.</summary>
    private async Task<ChatEvent?> Next(CancellationToken stop)
    {
        using var quiet = new CancellationTokenSource(Quiet, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, quiet.Token);
        try
        {
            return await _heard.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
