using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Tests;

/// <summary>
/// A model and what came out of it, so that a test reads: given a conversation so far, when this happens, then these lines are sent and
/// these events told.
/// </summary>
internal sealed class Conversation
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 11, 5, 0, TimeSpan.Zero);

    public static readonly UInt128 Id = new(0x0123456789abcdef, 0xfedcba9876543210);

    private readonly List<ClientEffect> _effects = [];

    private Conversation(ClientModel model) => Model = model;

    public ClientModel Model { get; private set; }

    /// <summary>When we hear of things that the server does not date.</summary>
    public static Stamp At { get; } = new(Now);

    public IEnumerable<string> Sent => _effects.OfType<ClientEffect.Send>().Select(effect => effect.Line.ToString());

    public IEnumerable<ChatEvent> Told => _effects.OfType<ClientEffect.Tell>().Select(effect => effect.Event);

    public Ending? Ending => _effects.OfType<ClientEffect.End>().SingleOrDefault()?.Ending;

    public static Conversation New(int history = 0, string? password = null)
    {
        Assert.True(Nickname.TryParse("Tuan", out var nick, out _));
        Assert.True(RoomName.TryParse("#lobby", out var room, out _));
        return new(new ClientModel(new ClientSettings(nick, [room], history, password)));
    }

    public static Conversation Of(ClientSettings settings) => new(new ClientModel(settings));

    public static Conversation Going(ClientModel model) => new(model);

    /// <summary>Connected, and nothing heard yet.</summary>
    public static Conversation Registering(int history = 0, string? password = null) =>
        New(history, password).When(new ClientMessage.Opened(Now)).Forget();

    /// <summary>Greeted, with these capabilities, and JOIN said.</summary>
    public static Conversation Ready(string capabilities = "", int history = 0)
    {
        var conversation = Registering(history);
        if (capabilities.Length > 0)
            conversation.Hear($":irc.test CAP * LS :{capabilities}", $":irc.test CAP * ACK :{capabilities}");
        return conversation.Hear(
            ":irc.test 001 Tuan :Welcome",
            ":irc.test 005 Tuan CASEMAPPING=ascii CHANTYPES=# :are supported",
            ":irc.test 376 Tuan :End").Forget();
    }

    /// <summary>In the room, and its history, if any was asked for, about to come.</summary>
    public static Conversation InRoom(string capabilities = "", int history = 0) =>
        Ready(capabilities, history).Hear(":Tuan!tuan@host.test JOIN #lobby").Forget();

    public Conversation Hear(params IEnumerable<string> lines)
    {
        foreach (var line in lines)
            When(new ClientMessage.Heard(Message.Parse(line), Now));
        return this;
    }

    public Conversation Say(string text, string target = "#lobby", Manner manner = Manner.Message) =>
        When(new ClientMessage.Say(target, text, manner, Id));

    public Conversation When(ClientMessage message)
    {
        var (model, effects) = ClientUpdate.Update(Model, message);
        Model = model;
        _effects.AddRange(effects);
        return this;
    }

    /// <summary>What came out so far belongs to the givens.</summary>
    public Conversation Forget()
    {
        _effects.Clear();
        return this;
    }

    public static ChatEvent.Said Own(string text, Stamp? at = null, string target = "#lobby", Manner manner = Manner.Message) =>
        new(at ?? At, target.StartsWith('#') ? target : null, "Tuan", target, text, manner, Own: true);

    public static ChatEvent.Failed Failed(string text, string reason, string target = "#lobby") =>
        new(At, target, text, reason) { Id = Id };

    public static ChatEvent.Said Duy(string text, Stamp? at = null) =>
        new(at ?? At, "#lobby", "Duy", "#lobby", text, Manner.Message, Own: false);
}
