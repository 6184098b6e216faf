using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using ChatRoom.Client;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Bench.Micro;

/// <summary>What the chat's screen costs: for each key, for each message that is heard, and for each picture.</summary>
[MemoryDiagnoser]
public class ChatScreen
{
    private const int Entries = 2_000;

    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly TalkMessage _key = new TalkMessage.Did(new UserInput.Pressed(Key.Of('a')), Noon, 1);
    private readonly TalkMessage _pageUp = new TalkMessage.Did(new UserInput.Pressed(new Key(KeyName.PageUp)), Noon, 1);
    private readonly TalkMessage _click = new TalkMessage.Did(new UserInput.Moused(MouseAction.Press, 40, 10, Modifiers.None), Noon, 1);
    private TalkModel _model = null!;
    private int _said;

    [Params(50, 10_000)]
    public int People { get; set; }

    [Params("80x24", "200x60")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Furnish()
    {
        var sides = Size.Split('x').Select(int.Parse).ToList();
        _model = new TalkModel(Networks.Of(new Network("home", Chat(), new LinkFacts("localhost:6667"))), new FrameSize(sides[0], sides[1]), BuiltInThemes.Dark, TimeZoneInfo.Utc) { Now = Noon };
    }

    [Benchmark]
    public Frame View() => TalkView.Show(_model);

    [Benchmark]
    public Step<TalkModel, TalkEffect> PressKey() => TalkUpdate.Update(_model, _key);

    [Benchmark]
    public Step<TalkModel, TalkEffect> PressPageUp() => TalkUpdate.Update(_model, _pageUp);

    [Benchmark]
    public Step<TalkModel, TalkEffect> Click() => TalkUpdate.Update(_model, _click);

    /// <summary>The chat's own update is in it.</summary>
    [Benchmark]
    public Step<TalkModel, TalkEffect> HearLine()
    {
        var said = new ChatEvent.Said(new Stamp(Noon, $"m{_said++}"), "#lobby", "An", "#lobby", "hello there, how are you", Manner.Message, false);
        var step = NetworksUpdate.Hear(_model.Networks, "home", _model.Chat.Client, _model.Chat.Link, [said], Noon);
        return TalkUpdate.Update(_model, new TalkMessage.Heard(step.Model));
    }

    private ChatModel Chat()
    {
        if (!Nickname.TryParse("Tuan", out var nick, out var refusal))
            throw new InvalidOperationException(refusal);
        var client = new ClientModel(new ClientSettings(nick, [])) { Support = ISupport.Default.With("STATUSMSG=@+") };
        var room = new Conversation("#lobby", ConversationKind.Room)
        {
            Inside = true,
            Settled = true,
            NextNumber = Entries + 1,
            Entries = [.. Enumerable.Range(1, Entries).Select(Entry)],
            Members = Enumerable.Range(0, People).Select(i => new Member($"person{i}"))
                .ToImmutableSortedDictionary(member => member.Nick, member => member, StringComparer.Ordinal),
        };
        return new ChatModel(client)
        {
            Link = new LinkState.Online(),
            Now = Noon,
            Looking = room.Name,
            Conversations = [new Conversation("", ConversationKind.Server), room],
        };
    }

    /// <summary>Every tenth somebody comes, every fifth answers one that is not in sight.</summary>
    private static Entry Entry(int number) => new(number, new Stamp(Noon.AddSeconds(number), $"id{number}"), number % 10 == 0
        ? new EntryWhat.Came($"person{number}")
        : new EntryWhat.Said(number % 3 == 0 ? "Duy" : "An", $"line {number}, as long as people write, with https://example.org/{number} in it, so it wraps", Manner.Message, false)
        {
            ReplyTo = number % 5 == 1 ? $"id{number - 1_000}" : null,
        });
}
