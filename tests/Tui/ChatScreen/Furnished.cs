using System.Collections.Immutable;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>A chat with people in it, for pictures: entries are added one by one, a minute apart unless said otherwise.</summary>
public sealed class Furnished
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Entry> _entries = [];
    private DateTimeOffset _at = Noon;

    public string Room { get; init; } = "#lobby";

    public ConversationKind Kind { get; init; } = ConversationKind.Room;

    public string Topic { get; init; } = "Welcome! Read https://example.org/rules first";

    public ImmutableList<Member> Members { get; init; } = [new("An", "@"), new("Duy", "+"), new("Mai", "", "at lunch"), new("Tuan")];

    public ImmutableList<Conversation> Others { get; init; } =
    [
        new("#cats", ConversationKind.Room) { Inside = true, Unread = 12, Mentions = 1 },
        new("#dotnet", ConversationKind.Room) { Inside = true, Unread = 3 },
        new("Duy", ConversationKind.Person) { Inside = true },
    ];

    public Reach Older { get; init; } = Reach.More;

    public Reach Newer { get; init; } = Reach.End;

    public LinkState Link { get; init; } = new LinkState.Online();

    public long? UnreadFrom { get; set; }

    public ImmutableList<string> Typing { get; init; } = [];

    public long LastNumber => _entries[^1].Number;

    public Furnished After(TimeSpan pause)
    {
        _at += pause;
        return this;
    }

    public Furnished Add(EntryWhat what, params ReadOnlySpan<Reaction> reactions)
    {
        var number = _entries.Count + 1;
        _entries.Add(new Entry(number, new Stamp(_at, $"id{number}"), what) { Reactions = ValueList.Create(reactions) });
        return After(TimeSpan.FromMinutes(1));
    }

    public Furnished Say(string nick, string text) => Add(new EntryWhat.Said(nick, text, Manner.Message, nick == "Tuan"));

    public Furnished Say(int lines)
    {
        for (var i = 1; i <= lines; i++)
            Say(i % 3 == 0 ? "Duy" : "An", $"line {i}");
        return this;
    }

    public ChatModel Chat()
    {
        Assert.True(Nickname.TryParse("Tuan", out var nick, out _));
        var client = new ClientModel(new ClientSettings(nick, [])) { Support = ISupport.Default.With("NETWORK=ChatRoom", "STATUSMSG=@+"), Lag = TimeSpan.FromMilliseconds(34) };
        var room = new Conversation(Room, Kind)
        {
            Entries = [.. _entries],
            NextNumber = _entries.Count + 1,
            Settled = true,
            Older = Older,
            Newer = Newer,
            Inside = true,
            Topic = Kind == ConversationKind.Room ? Topic : "",
            UnreadFrom = UnreadFrom,
            Typing = [.. Typing.Select(typist => new Typist(typist, _at.AddSeconds(5)))],
            Members = Kind == ConversationKind.Room
                ? Members.ToImmutableSortedDictionary(member => client.Support.CaseMapping.Fold(member.Nick), member => member, StringComparer.Ordinal)
                : ImmutableSortedDictionary<string, Member>.Empty,
        };
        return new ChatModel(client)
        {
            Link = Link,
            Conversations = [new Conversation("", ConversationKind.Server), room, .. Others],
            Looking = Room,
            Now = _at,
        };
    }

    public Network Network(string name) => new(name, Chat(), new LinkFacts("chat.example.org:6697", "TLS 1.3"));

    public TalkModel At(int columns, int rows) => new(Networks.Of(Network("home")), new FrameSize(columns, rows), BuiltInThemes.Dark, TimeZoneInfo.Utc)
    {
        Now = _at,
        ThemeNames = ["dark", "light"],
    };

    /// <summary>One of everything that is seen in a room.</summary>
    public static Furnished Lively(Reach older = Reach.More)
    {
        var room = new Furnished { Older = older, Typing = ["Duy"] };
        room.After(TimeSpan.FromHours(-14)).Say("An", "good evening, is anybody still awake? The train was late again and I have an hour to fill");
        room.After(TimeSpan.FromHours(13)).Add(new EntryWhat.Came("Tuan")).Add(new EntryWhat.Came("Duy")).Add(new EntryWhat.Came("Mai"));
        room.Add(new EntryWhat.Came("Long")).Add(new EntryWhat.Came("Hoa")).Add(new EntryWhat.Went("An", ""));
        room.Say("Duy", "see https://example.org/a(b)?q=1, it is good.");
        room.Say("Duy", "\u0002bold\u0002 and \u00034red\u0003, 日本語 👋🏽");
        room.Add(new EntryWhat.Said("Mai", "thanks!", Manner.Message, false) { ReplyTo = "id8" }, new Reaction("👍", ["Tuan", "Duy"]), new Reaction("🎉", ["An"]));
        room.UnreadFrom = 10;
        room.Add(new EntryWhat.Said("Tuan", "waves", Manner.Action, true));
        room.Add(new EntryWhat.Said("An", "Tuan: are you there?", Manner.Message, false) { Mention = true });
        room.Add(new EntryWhat.Said("Bot", "build is green", Manner.Message, false) { Notice = true });
        return room.Add(new EntryWhat.Topic("An", "Welcome!")).Say("Tuan", "yes");
    }
}
