using System.Collections.Immutable;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Bench.Cut;

/// <summary>Somebody with a screen: a link, and the chat that its reports make, as the program has them.</summary>
public sealed class Talker : IAsyncDisposable
{
    public const string Room = "#cut";

    private readonly CuttingProxy _proxy;
    private readonly Random _random;
    private readonly Link _link;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly Task _reading;
    private readonly List<ChatEvent> _trouble = [];
    private volatile ChatModel _chat;
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ulong _said;

    public Talker(string name, CuttingProxy proxy, int seed)
    {
        (Name, _proxy, _random) = (name, proxy, new Random(seed));
        var settings = Settings(name, _random);
        _chat = new ChatModel(new ClientModel(settings));
        var patience = new LinkSettings(settings) { Shortest = TimeSpan.FromMilliseconds(2), Longest = TimeSpan.FromMilliseconds(50) };
        _link = new Link(
            patience, cancel => TcpTransport.Dial("127.0.0.1", proxy.Port, TimeProvider.System, cancel), TimeProvider.System, new Random(seed));
        _running = _link.Run(_stop.Token);
        _reading = Read();
    }

    public string Name { get; }

    public ChatModel Chat => _chat;

    /// <summary>What should not have happened: lines that failed or were in doubt, holes, refusals.</summary>
    public IReadOnlyList<ChatEvent> Trouble
    {
        get
        {
            lock (_trouble)
                return [.. _trouble];
        }
    }

    /// <summary>What the room looks like on the screen: who said what, from older to newer.</summary>
    public ImmutableList<SeenLine> Screen =>
        [.. _chat.Find(Room)?.Entries.Select(SeenLine.Of).OfType<SeenLine>() ?? []];

    /// <summary>Says so many lines, now fast and now slowly. When a cable is pulled, the person notices and tries again.</summary>
    public async Task<List<string>> Talk(int round, int most)
    {
        var said = new List<string>();
        for (var i = _random.Next(1, most + 1); i > 0; i--)
        {
            said.Add(Say($"{Name} {round} {_said}"));
            if (_random.Next(3) == 0)
                await Task.Delay(_random.Next(4));
            if (_proxy.IsFrozen)
                _link.TryNow();
        }
        return said;
    }

    public string Say(string text)
    {
        _link.Post(new ClientMessage.Say(Room, text, Manner.Message, new UInt128((ulong)_random.NextInt64(), ++_said << 32)));
        return text;
    }

    /// <summary>Ends when the screen shows this and nothing is unconfirmed; false if that never comes.</summary>
    public async Task<bool> IsCalm(IEnumerable<string> texts, TimeSpan patience)
    {
        var wanted = texts.ToList();
        using var late = new CancellationTokenSource(patience);
        while (true)
        {
            var changed = _changed.Task;
            if (_chat is { Link: LinkState.Online, Client.Unconfirmed.IsEmpty: true, Client.Gaps.IsEmpty: true }
                && Screen.TakeLast(2 * wanted.Count + 200).Select(line => line.Text).ToHashSet() is var shown && wanted.TrueForAll(shown.Contains))
                return true;
            if (_proxy.IsFrozen)
                _link.TryNow();
            await Task.WhenAny(changed, Task.Delay(50, CancellationToken.None));
            if (late.IsCancellationRequested)
                return false;
        }
    }

    public override string ToString() =>
        $"{_chat.Link}, phase {_chat.Client.Phase}, {_chat.Client.Unconfirmed.Count} unconfirmed, gaps [{string.Join("; ", _chat.Client.Gaps)}], "
        + $"rooms [{string.Join("; ", _chat.Client.Rooms)}], heard at {_chat.Client.HeardAt:O}, now {DateTimeOffset.UtcNow:O}, frozen {_proxy.IsFrozen}";

    public async ValueTask DisposeAsync()
    {
        _link.Post(new ClientMessage.Leave(""));
        await _running.WaitAsync(TimeSpan.FromSeconds(10));
        await _reading;
        _stop.Dispose();
    }

    private async Task Read()
    {
        await foreach (var report in _link.Reports.ReadAllAsync())
        {
            lock (_trouble)
                _trouble.AddRange(report.Events.Where(IsTrouble));
            var step = ChatUpdate.Hear(_chat, report.Model, report.State, report.Events, DateTimeOffset.UtcNow);
            _chat = step.Model;
            foreach (var message in step.Effects)
                _link.Post(message);
            Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }

    private static bool IsTrouble(ChatEvent happened) => happened
        is ChatEvent.Failed or ChatEvent.PerhapsSent or ChatEvent.Gap or ChatEvent.Refused or ChatEvent.RoomRefused or ChatEvent.Kicked;

    private static ClientSettings Settings(string name, Random random)
    {
        if (!Nickname.TryParse(name, out var nick, out var wrong) || !RoomName.TryParse(Room, out var room, out wrong))
            throw new ArgumentException(wrong, nameof(name));
        var token = new byte[16];
        random.NextBytes(token);
        return new ClientSettings(nick, [room], History: 50) { Features = ClientFeatures.Screen, Token = Convert.ToHexStringLower(token) };
    }
}
