using System.Text;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ChatScreen.Keys;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Tests.ChatScreen;

/// <summary>Chats that nobody thought of: rooms, people, what they said and what one does with it, drawn from a seed, so that a failure stays.</summary>
internal sealed class AnyChat
{
    private const string Letters = "aeiou xyz 漢字語 e\u0301 \u0302 👋🏽 👨\u200D👩\u200D👧 \u202E\u2066 \u0007\u001b[2J \t \u0002\u00034,2 \uD800 🇻🇳 https://example.org/a(b)?q=1 #lobby @Tuan: ";

    private readonly Random _random;
    private readonly string[] _nicks;

    private AnyChat(int seed)
    {
        _random = new Random(seed);
        _nicks = ["Tuan", "An", .. Many(6, () => AnyText(_random.Next(1, 24)))];
    }

    public static TalkModel Of(int seed) => new AnyChat(seed).Model();

    private TalkModel Model()
    {
        var room = new Furnished
        {
            Kind = Chance(4) ? ConversationKind.Person : ConversationKind.Room,
            Topic = Chance(3) ? "" : AnyText(_random.Next(200)),
            Members = [.. _nicks.Concat(Many(_random.Next(60), () => AnyText(12))).Distinct(StringComparer.OrdinalIgnoreCase).Select(AnyMember)],
            Others = [.. Enumerable.Range(0, _random.Next(30)).Select(AnyConversation)],
            Older = Any<Reach>(),
            Newer = Chance(4) ? Any<Reach>() : Reach.End,
            Link = AnyLink(),
            Typing = [.. Many(_random.Next(5), AnyNick)],
            UnreadFrom = Chance(2) ? _random.Next(40) : null,
        };
        for (var i = _random.Next(80); i > 0; i--)
            room.Add(AnyEntry(i), [.. Many(Chance(8) ? 3 : 0, () => new Reaction(AnyText(2), [AnyNick(), AnyNick()]))]).After(TimeSpan.FromMinutes(Chance(10) ? 1500 : 0));
        var model = room.Say("An", "the last line").At(80, 24) with
        {
            Theme = Pick(BuiltInThemes.Dark, BuiltInThemes.Light, BuiltInThemes.HighContrast, BuiltInThemes.Monochrome),
            ShowsConversations = Pick<bool?>(null, true, false),
            ShowsPeople = Pick<bool?>(null, true, false),
            PeopleFrom = Chance(3) ? _random.Next(70) : 0,
            Remark = Chance(3) ? TerminalSafe(AnyText(_random.Next(120))) : null,
            Chosen = Chance(4) ? AnyNumber(room) : null,
            Marked = Chance(6) ? AnyNumber(room) : null,
        };
        var draft = Chance(2) ? TerminalSafe(AnyText(_random.Next(300))) : "";
        model = model.With(model.Reading with
        {
            Draft = new Composer(draft, draft.Length),
            Answering = Chance(4) ? AnyNumber(room) : null,
            Place = Chance(3) ? new Place(AnyNumber(room), _random.Next(-2, 3)) : null,
        });
        return model with { Overlay = Chance(3) ? AnyOverlay(model) : null };
    }

    private Overlay AnyOverlay(TalkModel model)
    {
        var words = TerminalSafe(AnyText(_random.Next(8)));
        var found = Searching.Find(model.Current, "e").Reverse();
        return Pick<Func<Overlay>>(
            () => new Overlay.Help(_random.Next(TalkKeys.All.Count)),
            () => new Overlay.Switcher(words, 0, SwitcherSearch.Of(model, words)),
            () => new Overlay.Search("e", found.Any() ? _random.Next(found.Count()) : 0, [.. found]),
            () => new Overlay.Date(words, Chance(2) ? AnyText(60) : null),
            () => new Overlay.Person(AnyNick(), _random.Next(3)),
            () => new Overlay.React(model.Current.Entries[0].Number, 0, words),
            () => new Overlay.Settings(_random.Next(5)),
            () => new Overlay.Page("a page", [.. Many(_random.Next(60), () => TerminalSafe(AnyText(_random.Next(120))))], 0))();
    }

    private EntryWhat AnyEntry(int number) => _random.Next(16) switch
    {
        0 => new EntryWhat.Came(AnyNick()),
        1 => new EntryWhat.Went(AnyNick(), AnyText(10)),
        2 => new EntryWhat.Quit(AnyNick(), AnyText(30)),
        3 => new EntryWhat.Kicked(AnyNick(), AnyNick(), AnyText(30)),
        4 => new EntryWhat.Renamed(AnyNick(), AnyNick()),
        5 => new EntryWhat.Topic(Chance(2) ? AnyNick() : null, AnyText(100)),
        6 => new EntryWhat.Modes(AnyNick(), "+o An"),
        7 => new EntryWhat.Info(AnyText(100)),
        8 => new EntryWhat.Wrong(AnyText(100)),
        9 => new EntryWhat.Gap(),
        10 => new EntryWhat.Offline(Furnished.Noon, Chance(2) ? Furnished.Noon.AddMinutes(5) : null),
        _ => new EntryWhat.Said(AnyNick(), AnyText(_random.Next(Chance(10) ? 900 : 90)), Any<Manner>(), Chance(4))
        {
            Notice = Chance(9),
            ReplyTo = Chance(6) ? $"id{_random.Next(1, 90)}" : null,
            Mention = Chance(9),
            Fate = Chance(6) ? Any<DeliveryState>() : DeliveryState.Kept,
            Id = (UInt128)number,
            Why = Chance(3) ? AnyText(40) : null,
            To = Chance(9) ? "@#lobby" : null,
            TakenBackBy = Chance(15) ? AnyNick() : null,
        },
    };

    private LinkState AnyLink() => Pick<LinkState>(
        new LinkState.Online(), new LinkState.Online(), new LinkState.Connecting(), new LinkState.Waiting(AnyText(30), Furnished.Noon.AddSeconds(9), 2), new LinkState.Over(AnyText(60)));

    private Conversation AnyConversation(int index) => new(Chance(3) ? $"p{index}{AnyText(9)}" : $"#room{index}{AnyText(9)}", Chance(3) ? ConversationKind.Person : ConversationKind.Room)
    {
        Inside = !Chance(5),
        Unread = Chance(3) ? _random.Next(2_000) : 0,
        Mentions = Chance(6) ? _random.Next(2_000) : 0,
        Failures = Chance(12) ? 1 : 0,
    };

    private Member AnyMember(string nick) => new(nick, Pick("", "@", "+", "~&@%+"), Chance(4) ? AnyText(9) : null);

    /// <summary>Half of it is what people write, and half what they should not.</summary>
    private string AnyText(int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
            text.Append(Chance(2) ? Letters[_random.Next(5)] : Letters[_random.Next(Letters.Length)]);
        return text.ToString();
    }

    /// <summary>As it is when the screen's own update has taken it in.</summary>
    private static string TerminalSafe(string text) => Client.Text.TerminalText.Sanitize(text);

    private long AnyNumber(Furnished room) => _random.NextInt64(1, room.LastNumber + 1);

    private string AnyNick() => Pick(_nicks);

    private bool Chance(int of) => _random.Next(of) == 0;

    private T Any<T>() where T : struct, Enum => Pick(Enum.GetValues<T>());

    private T Pick<T>(params T[] all) => all[_random.Next(all.Length)];

    private static List<T> Many<T>(int count, Func<T> make) => Enumerable.Range(0, count).Select(_ => make()).ToList();
}
