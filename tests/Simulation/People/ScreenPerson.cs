using System.Collections.Immutable;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Seeds;

namespace ChatRoom.Simulation.Tests.People;

/// <summary>
/// Somebody with our own full-screen client: its pure models, from the link that connects again to the chat that is shown, with a shell
/// that has no thread. What it says is said again by the client itself.
/// </summary>
public sealed class ScreenPerson : Person
{
    private readonly Chance _chance;
    private LinkModel _link;
    private ClientModel _client;
    private ImmutableList<ChatEvent> _told = [];
    private Ending? _ending;
    private ITimer? _tick;
    private ITimer? _wake;
    private ITimer? _goodbye;
    private bool _talks;
    private int _texts;

    public ScreenPerson(Simulator simulation, string name, ImmutableList<string> rooms, string token, bool everything) : base(simulation, name)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        _chance = new Chance(simulation.Chance.Next());
        var settings = new ClientSettings(Nick(name), [.. rooms.Select(Room)], History: 50) { Token = token, Features = everything ? ClientFeatures.Screen : ClientFeatures.None };
        _link = new LinkModel(new LinkSettings(settings));
        _client = _link.Client;
        Chat = new ChatModel(_client);
    }

    public ChatModel Chat { get; private set; }

    public bool IsReady => _talks && _client.ReadyAt is not null;

    public bool HasLeft => _link.Phase == LinkPhase.Left;

    public void Begin() => Do(new LinkMessage.Begun());

    public void Post(ClientMessage message) => Do(new LinkMessage.Posted(message));

    public void TryNow() => Do(new LinkMessage.TryNow(null));

    /// <summary>The person sees that it waits, and does not want to.</summary>
    public void TryNowInCalm()
    {
        if (_link.Phase is LinkPhase.Waiting or LinkPhase.Stuck && _chance.OneIn(10))
            TryNow();
    }

    public void Join(string room) => Post(new ClientMessage.Join(room, null));

    public void Part(string room) => Post(new ClientMessage.Part(room, "later"));

    public void Order(params string[] words) => Post(new ClientMessage.Order(Message.Of(words[0], words.AsSpan(1)), Chat.Looking));

    public void Rename(string nick) => Post(new ClientMessage.Rename(Nick(nick)));

    public void Say(string target)
    {
        var text = $"{Name}-{++_texts}";
        Simulator.Chronicle.Said.Add(text);
        Simulator.Trace?.Add($"    {Name} says {text} to {target}");
        var step = ChatUpdate.Wish(Chat, new ChatWish.Say(target, text, Manner.Message, ((UInt128)Name[0] << 120) | ((UInt128)_texts << 64)));
        Chat = step.Model;
        foreach (var message in step.Effects)
            Post(message);
    }

    /// <summary>What is on the screen, in words that the checkers understand.</summary>
    public ScreenView View() => new(Name, _client.Nick, IsReady, _client.Settings.Features == ClientFeatures.Screen,
    [
        .. Chat.Conversations.Where(known => known.Kind == ConversationKind.Room).Select(known => new RoomView(
            known.Name, known.Inside, [.. known.Members.Values.Select(member => member.Nick)],
            [.. known.Entries.Select(entry => entry.What).OfType<EntryWhat.Said>().Where(said => said.Fate == DeliveryState.Kept).Select(said => (said.Nick, said.Text))],
            known.Entries.Any(entry => entry.What is EntryWhat.Gap), [.. Chat.Pending(known).Select(said => said.Text)])),
    ]);

    protected override void Hear(Message line)
    {
        if (_talks)
            Talk(new ClientMessage.Heard(line, Simulator.Clock.GetUtcNow()));
    }

    protected override void Lost()
    {
        if (_talks)
            Talk(new ClientMessage.Lost("the connection broke"));
    }

    private void Do(LinkMessage message)
    {
        var (model, effects) = LinkUpdate.Update(_link, message);
        _link = model;
        foreach (var effect in effects)
            Carry(effect);
        if (!_talks)
            Report(_link.Client, _link.State);
    }

    private void Carry(LinkEffect effect)
    {
        switch (effect)
        {
            case LinkEffect.Dial:
                _wake = After(TimeSpan.FromMilliseconds(_chance.Between(1, 500)), Reach);
                break;
            case LinkEffect.Talk talk:
                (_client, _talks, _ending) = (talk.Client, true, null);
                _tick = Simulator.Clock.CreateTimer(_ => Talk(new ClientMessage.Passed(Simulator.Clock.GetUtcNow())), null, ClientLimits.Tick, ClientLimits.Tick);
                Talk(new ClientMessage.Opened(Simulator.Clock.GetUtcNow()));
                break;
            case LinkEffect.Pass pass:
                Talk(pass.Message);
                break;
            case LinkEffect.Wake wake:
                _wake = After(wake.After, () => Do(new LinkMessage.Due()));
                break;
            case LinkEffect.StopWaiting:
                _wake?.Dispose();
                break;
            case LinkEffect.Tell tell:
                _told = _told.Add(tell.Event);
                break;
            default:
                throw new InvalidOperationException($"{effect.GetType().Name} is missing in Carry.");
        }
    }

    private void Reach()
    {
        if (TryConnect(_chance))
            Do(new LinkMessage.Reached());
        else
            Do(new LinkMessage.Unreached(new DialResult.NobodyListens(), Simulator.Clock.GetUtcNow(), Fraction()));
    }

    private void Talk(ClientMessage message)
    {
        if (!_talks)
            return;
        var (model, effects) = ClientUpdate.Update(_client, message);
        _client = model;
        foreach (var effect in effects)
            Carry(effect);
        if (model.Phase == ClientPhase.Leaving)
            _goodbye ??= After(ClientLimits.Goodbye, () => Talk(new ClientMessage.Lost("the server did not say goodbye")));
        Report(_client, _client.ReadyAt is null ? new LinkState.Connecting() : new LinkState.Online());
        if (_ending is { } ending)
            EndTalk(ending);
    }

    private void Carry(ClientEffect effect)
    {
        switch (effect)
        {
            case ClientEffect.Send send:
                Send(send.Line);
                break;
            case ClientEffect.Tell tell:
                _told = _told.Add(tell.Event);
                break;
            case ClientEffect.End end:
                _ending ??= end.Ending;
                break;
        }
    }

    private void EndTalk(Ending ending)
    {
        _talks = false;
        _tick?.Dispose();
        _goodbye?.Dispose();
        _goodbye = null;
        Lose();
        Do(new LinkMessage.Ended(ending, _client, Simulator.Clock.GetUtcNow(), Fraction()));
    }

    private void Report(ClientModel client, LinkState state)
    {
        var step = ChatUpdate.Hear(Chat, client, state, _told, Simulator.Clock.GetUtcNow());
        (Chat, _told) = (step.Model, []);
        foreach (var message in step.Effects)
            Post(message);
    }

    private void Send(Message line) =>
        Write(new Sent(line.ToString(), Simulator.Now) { Label = line.Tag("label"), Id = line.Tag(Caps.OnceTag), Text = line.Is("PRIVMSG") ? line.Parameter(1) : null });

    private ITimer After(TimeSpan time, Action act) => Simulator.Clock.CreateTimer(_ => act(), null, time, Timeout.InfiniteTimeSpan);

    private double Fraction() => _chance.Below(1000) / 1000.0;

    private static Nickname Nick(string name) =>
        Nickname.TryParse(name, out var nick, out var refusal) ? nick : throw new InvalidOperationException(refusal);

    private static RoomName Room(string name) =>
        RoomName.TryParse(name, out var room, out var refusal) ? room : throw new InvalidOperationException(refusal);
}
