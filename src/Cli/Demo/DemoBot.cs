using System.Threading.Channels;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Cli.Demo;

/// <summary>One of the bots: an ordinary client of the demo's server, that tells what it hears and says what it is given.</summary>
internal sealed class DemoBot : IEventSink, IAsyncDisposable
{
    private readonly IWire _transport;
    private readonly ClientSession _session;
    private readonly ChannelWriter<ChatEvent> _heard;
    private readonly Channel<ClientMessage> _wishes = Channel.CreateUnbounded<ClientMessage>();
    private readonly TaskCompletionSource _inside = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<Ending> _running;
    private UInt128 _lastId;
    private int _joined;

    public DemoBot(IWire transport, string nick, ChannelWriter<ChatEvent> heard, TimeProvider clock)
    {
        (_transport, _heard) = (transport, heard);
        // A number that no other bot counts from; nothing else is asked of it.
        _lastId = (UInt128)nick[0] << 64;
        var settings = new ClientSettings(NickOf(nick), [.. DemoScript.Places], History: 0) { Features = ClientFeatures.Activity };
        _session = new ClientSession(transport, settings, this, clock);
        _running = _session.Run(_wishes.Reader);
    }

    /// <summary>Completes when it is in all rooms, and fails when it will never be.</summary>
    public Task Inside => _inside.Task;

    public void Say(string text, string to = DemoScript.Lobby, string? answering = null)
    {
        var action = text.StartsWith('\u0001');
        var words = action ? text.Trim('\u0001')["ACTION ".Length..] : text;
        _wishes.Writer.TryWrite(new ClientMessage.Say(to, words, action ? Manner.Action : Manner.Message, ++_lastId) { ReplyTo = answering });
    }

    public void React(string to, string messageId, string emoji) => _wishes.Writer.TryWrite(new ClientMessage.React(to, messageId, emoji, Undo: false));

    public void SetTopic(string text) =>
        _wishes.Writer.TryWrite(new ClientMessage.Order(Message.Of("TOPIC", DemoScript.Lobby, text), DemoScript.Lobby));

    /// <summary>Lets others see that it is about to say something.</summary>
    public void BeginToWrite() => _wishes.Writer.TryWrite(new ClientMessage.Type(DemoScript.Lobby, IsWriting: true));

    public void Show(ChatEvent happened)
    {
        if (happened is ChatEvent.Joined { Own: true } && ++_joined == DemoScript.Places.Count)
            _inside.TrySetResult();
        if (happened is ChatEvent.RoomRefused refused)
            _inside.TrySetException(new InvalidOperationException($"a bot of the demo was refused: {refused.Reason}"));
        _heard.TryWrite(happened);
    }

    public ValueTask Settle() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _session.Post(new ClientMessage.Leave("the demo is over"));
        await _running;
        await _transport.DisposeAsync();
    }

    private static Nickname NickOf(string text) =>
        Nickname.TryParse(text, out var nick, out var refusal) ? nick : throw new FormatException(refusal);
}
