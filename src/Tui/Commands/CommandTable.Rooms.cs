using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Commands;

public static partial class CommandTable
{
    private static ChatCommand[] Rooms =>
    [
        new("join", [Room(), new("KEY", ArgumentKind.Word, Optional: true)], "Join a room and look at it", "/join #lobby", Join)
        {
            Aliases = ["j"],
            More = "Several rooms are separated by commas. KEY is the password of a locked room. The '#' may be left out.",
        },
        new("part", [Room(optional: true), Text("REASON", optional: true)], "Leave a room, or close a private conversation", "/part #lobby", Part) { Aliases = ["leave", "close"] },
        new("topic", [Room(optional: true), Text("TEXT", optional: true)], "Show or change what a room is about", "/topic Meeting at five",
            (a, c) => InRoom(a.Maybe(0), c, "/topic #lobby TEXT", room => a.Maybe(1) is { } text
                ? Tell(c, "TOPIC", room, text)
                : Tell(c, "TOPIC", room))) { Needs = "operator, in most rooms" },
        new("names", [Room(optional: true)], "Show who is in a room", "/names",
            (a, c) => InRoom(a.Maybe(0), c, "/names #lobby", room => Tell(c, "NAMES", room))),
        new("list", [new("PATTERN", ArgumentKind.Word, Optional: true)], "Show the server's rooms", "/list *tea*",
            (a, c) => a.Maybe(0) is { } pattern ? Tell(c, "LIST", pattern) : Tell(c, "LIST")),
        new("invite", [Nick(), Room(optional: true)], "Ask somebody into a room", "/invite Ann #lobby",
            (a, c) => InRoom(a.Maybe(1), c, "/invite NICK #lobby", room => Tell(c, "INVITE", a[0], room))) { IsLacking = Lacking("INVITE", 'i') },
        new("search", [Text("WORDS")], "Look for words in this conversation, and where the server can, everywhere", "/search release notes", (a, c) => CommandResult.Of(new LocalAction.Search(a[0])))
        {
            More = "On the server where it can search, else in what is loaded; the heading of what is found says which.",
        },
        new("jump", [new("WHERE", ArgumentKind.Place, Optional: true)], "Go to a date, the unread line, a mention, the start or the end", "/jump yesterday", Jump)
        {
            More = $"WHERE is {JumpGoal.Rule}. Without it: unread.",
        },
    ];

    private static CommandResult Join(CommandArguments arguments, CommandContext context)
    {
        var support = context.Chat.Client.Support;
        var wishes = new List<ChatWish>();
        foreach (var name in arguments[0].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (SlipIn(name, support) is { } slip)
                return CommandResult.No(slip);
            if (!RoomName.TryParse(support.IsChannel(name) ? name : "#" + name, out var room, out var refusal))
                return CommandResult.No(TerminalText.Sanitize(refusal));
            wishes.Add(new ChatWish.Open(room.Text, arguments.Maybe(1)));
        }
        return wishes.Count > 0 ? new CommandResult.Wish([.. wishes]) : CommandResult.No("no room is named: /join #ROOM; for example /join #lobby");
    }

    /// <summary>What some server might take for a name, and a person on this one hardly means.</summary>
    private static string? SlipIn(string name, ISupport support)
    {
        if (name[0] is '&' or '+' or '!' && !support.IsChannel(name))
            return $"on this server no room's name begins with '{name[0]}': {TerminalText.Sanitize(name)}; for example /join #{TerminalText.Sanitize(name[1..])}";
        return name.TrimStart('#').Contains('#', StringComparison.Ordinal)
            ? $"'{TerminalText.Sanitize(name)}' has a '#' in the middle; separate rooms with commas: /join #tea,#music"
            : null;
    }

    private static CommandResult Part(CommandArguments arguments, CommandContext context)
    {
        var name = arguments.Maybe(0) ?? context.Current.Name;
        if (arguments.Maybe(0) is null && context.Current.Kind == ConversationKind.Server)
            return CommandResult.No("the server's own messages cannot be left; name a room: /part #lobby, or /quit");
        return context.Chat.Find(name) is null
            ? CommandResult.No($"you are not in {TerminalText.Sanitize(name)}")
            : CommandResult.Of(new ChatWish.Close(name, OnOneLine(arguments.Maybe(1) ?? "")));
    }

    private static CommandResult Jump(CommandArguments arguments, CommandContext context)
    {
        var text = arguments.Maybe(0) ?? "unread";
        return JumpGoal.TryParse(text.Trim('"'), context.Now, out var goal)
            ? CommandResult.Of(new LocalAction.Jump(goal))
            : CommandResult.No($"'{TerminalText.Sanitize(text)}' is no place to jump to; give {JumpGoal.Rule}");
    }
}
