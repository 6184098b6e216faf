using ChatRoom.Client.Protocol;

namespace ChatRoom.Cli.Demo;

/// <summary>
/// What the bots of the demo say: first what stands in the room when a person comes, then small talk that goes round and round, and
/// answers. Pure: which answer comes is counted, not drawn.
/// </summary>
internal sealed record DemoScript(int Next = 0, int Answered = 0)
{
    public const string Tuan = "Tuan";

    public const string Duy = "Duy";

    public const string Lan = "Lan";

    public const string Lobby = "#lobby";

    public const string Garden = "#garden";

    public const string Music = "#music";

    /// <summary>Where everybody meets.</summary>
    public static RoomName Place { get; } = NameOf(Lobby);

    public static IReadOnlyList<RoomName> Places { get; } = [Place, NameOf(Garden), NameOf(Music)];

    private static RoomName NameOf(string text) => RoomName.TryParse(text, out var room, out var refusal) ? room : throw new FormatException(refusal);

    public const string Topic = "ChatRoom demo: nobody else can see this room, so try everything (F1 shows the keys)";

    /// <summary>Said while nobody is there yet.</summary>
    public static IReadOnlyList<(string Speaker, string Text)> Furniture { get; } =
    [
        (Tuan, "Hello, Duy!"),
        (Duy, "Hello, Tuan! Is the new server up already?"),
        (Tuan, "Since this morning. One command: chatroom serve"),
        (Duy, "And what was said yesterday, is it still there?"),
        (Tuan, "All of it. A line that you see is on the disk; I pulled the plug twice to check."),
        (Duy, "\u0002Twice?\u0002 \U0001F605"),
        (Tuan, "The second time for fun. Everything about the protocol: https://modern.ircdocs.horse"),
        (Duy, "Người ta viết được tiếng Việt, 日本語 and emoji \U0001F389 too, I see."),
        (Tuan, "In rooms of any script, and every other IRC client can join."),
    ];

    /// <summary>Said in the other rooms while nobody is there yet.</summary>
    public static IReadOnlyList<(string Speaker, string Room, string Text)> Elsewhere { get; } =
    [
        (Lan, Garden, "Who waters on Sunday?"),
        (Tuan, Garden, "I do. And the roses too."),
        (Duy, Music, "Does anybody have the song from last night?"),
        (Lan, Music, "Here: https://www.example.org/songs/42"),
    ];

    private static readonly (string Speaker, string Text)[] SmallTalk =
    [
        (Duy, "Try Alt+1 to Alt+9: they go from room to room."),
        (Tuan, "PageUp reads what was said before; there is no end to it, it is loaded as you go."),
        (Duy, "Who likes it lighter: /theme light"),
        (Tuan, "Ctrl+K finds a room or a person by a few of its letters."),
        (Duy, "I wonder how many people fit into one room."),
        (Tuan, "A thousand, on half of an old laptop. After that it gets noisy."),
        (Duy, "Noisy as in the fan, or as in the people?"),
        (Tuan, "\u0001ACTION listens to the fan\u0001"),
        (Duy, "/search finds words, down to the beginning if you like."),
        (Tuan, "And Tab completes names, rooms, commands and :smile: \U0001F642"),
        (Duy, "\u0001ACTION makes tea\u0001"),
        (Tuan, "A line that was not kept is marked, and can be said again. Here that is hard to see: the server is in this very program."),
    ];

    private static readonly (string[] Words, string Speaker, string Text)[] Answers =
    [
        (["help", "how", "key"], Tuan, "{0}: F1 shows every key, and /help every command."),
        (["theme", "colour", "color", "dark", "light"], Duy, "{0}: /theme dark, light, contrast or mono. Your own goes into a file."),
        (["hello", "hi", "hey", "chào"], Duy, "Hello, {0}! \U0001F44B"),
        (["bye", "quit", "leave"], Tuan, "{0}: Ctrl+Q, and everybody is told. See you!"),
        (["bot", "real", "human"], Duy, "{0}: I would call myself well rehearsed."),
        (["thank"], Tuan, "You are welcome, {0}."),
    ];

    private static readonly (string Speaker, string Text)[] AnythingElse =
    [
        (Duy, "{0}: tell me more."),
        (Tuan, "I had not thought of that, {0}."),
        (Duy, "Tuan, did you hear {0}?"),
        (Tuan, "{0}: in the real room, people would argue about that all afternoon."),
    ];

    /// <summary>The next line of small talk.</summary>
    public (DemoScript Then, DemoLine Line) Continue()
    {
        var (speaker, text) = SmallTalk[Next % SmallTalk.Length];
        return (this with { Next = Next + 1 }, new DemoLine(speaker, text, TimeSpan.Zero));
    }

    /// <summary>What is answered to an event that a person caused; nothing to what the bots do themselves.</summary>
    public (DemoScript Then, DemoLine? Line) Answer(ChatEvent happened) => happened switch
    {
        { At.History: true } => (this, null),
        ChatEvent.Joined { Own: false } came when !IsBot(came.Nick) => (this, Say(Tuan, "Welcome, {0}! Say something, we answer.", came.Nick)),
        ChatEvent.Said { Own: false, Room: Lobby } said when !IsBot(said.Nick) => Answer(said),
        _ => (this, null),
    };

    public static bool IsBot(string nick) => nick is Tuan or Duy or Lan;

    private (DemoScript Then, DemoLine? Line) Answer(ChatEvent.Said said)
    {
        var words = said.Text.Split([' ', ',', '.', '!', '?', ':', ';', '\''], StringSplitOptions.RemoveEmptyEntries);
        foreach (var (known, speaker, text) in Answers)
        {
            if (words.Any(word => known.Contains(word, StringComparer.OrdinalIgnoreCase)))
                return (this, Say(speaker, text, said.Nick));
        }
        var other = AnythingElse[Answered % AnythingElse.Length];
        return (this with { Answered = Answered + 1 }, Say(other.Speaker, other.Text, said.Nick));
    }

    /// <summary>A quick writer needs 60 ms a letter, and a moment to begin.</summary>
    private static DemoLine Say(string speaker, string text, string nick)
    {
        var line = text.Replace("{0}", nick, StringComparison.Ordinal);
        return new DemoLine(speaker, line, TimeSpan.FromMilliseconds(600 + 30 * line.Length));
    }
}

/// <summary>What a bot will say.</summary>
/// <param name="After">How long after the line before it; as long as a person would need to write it.</param>
internal sealed record DemoLine(string Speaker, string Text, TimeSpan After);
