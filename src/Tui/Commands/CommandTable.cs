using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Commands;

/// <summary>
/// All commands, once: typing, completion, the help screen and docs/client.md are made from this. What the server refuses, it refuses in
/// its own words; here is only refused what could not be said to it.
/// </summary>
public static partial class CommandTable
{
    /// <summary>How far a word may be from a command to be taken for a slip of the fingers.</summary>
    private const int Slip = 2;

    /// <summary>In the order of the help screen: talking, rooms, people, accounts, keeping order, servers, what is one's own, the screen.</summary>
    public static ValueList<ChatCommand> All { get; } = [.. Talking, .. Rooms, .. People, .. Accounts, .. Order, .. Server, .. Networks, .. Own, .. OnScreen];

    private static readonly Dictionary<string, ChatCommand> ByName = All
        .SelectMany(command => command.Aliases.Prepend(command.Name).Select(name => (name, command)))
        .ToDictionary(pair => pair.name, pair => pair.command, StringComparer.OrdinalIgnoreCase);

    /// <summary>By its name or an alias, without the '/'.</summary>
    public static ChatCommand? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>What a finished text means: a command, or something to say. `//text` says `/text`.</summary>
    public static CommandResult Read(string text, CommandContext context)
    {
        if (text.StartsWith("//", StringComparison.Ordinal))
            return Say(text[1..], Manner.Message, context);
        if (text.Length < 2 || text[0] != '/' || char.IsWhiteSpace(text[1]))
            return Say(text, Manner.Message, context);
        var end = text.AsSpan().IndexOfAny(' ', '\n');
        var name = end < 0 ? text[1..] : text[1..end];
        if (Find(name) is not { } command)
            return CommandResult.No(Unknown(name));
        if (command.IsLacking(context.Chat.Client))
            return CommandResult.No($"this server has no way to do that (/{command.Name}: {char.ToLowerInvariant(command.Help[0])}{command.Help[1..]})");
        return CommandArguments.TryRead(command, end < 0 ? "" : text[end..], context.Chat.Client.Support, out var arguments, out var refusal)
            ? command.Run(arguments, context)
            : CommandResult.No(refusal);
    }

    /// <summary>Those that can do something on this server.</summary>
    public static IEnumerable<ChatCommand> On(ClientModel server) => All.Where(command => !command.IsLacking(server));

    private static Func<ClientModel, bool> Lacking(string command, char mode) => server => !server.Offers(command, mode);

    private static string Unknown(string name)
    {
        var nearest = Nearest.To(name.ToLowerInvariant(), ByName.Keys, Slip);
        var meant = nearest is null ? "/help shows all of them." : $"did you mean /{nearest}?";
        return $"there is no command /{TerminalText.Sanitize(name)}; {meant} To say a text that begins with '/', write //.";
    }

    private static CommandResult Say(string text, Manner manner, CommandContext context, string? replyTo = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            return CommandResult.No("there is nothing to say: the text is empty");
        return context.Current.Kind == ConversationKind.Server
            ? CommandResult.No("these are the server's own messages, and nobody would hear you; /join a room, or /query somebody")
            : CommandResult.Of(new ChatWish.Say(context.Current.Name, text, manner, context.NextId, replyTo));
    }

    /// <summary>Sends a line to the server; its answer is shown where the person is.</summary>
    private static CommandResult Tell(CommandContext context, string command, params IEnumerable<string> parameters) =>
        CommandResult.Of(Line(context, Message.Of(command, [.. parameters.Select(OnOneLine)])));

    /// <summary>A reason or a topic of several lines becomes one, as the wire has no other.</summary>
    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ");

    private static ChatWish.Command Line(CommandContext context, Message line) => new ChatWish.Command(context.Current.Name, line);

    /// <summary>For commands of a room: the one that is named, else the one that is looked at.</summary>
    private static CommandResult InRoom(string? named, CommandContext context, string usage, Func<string, CommandResult> then) =>
        named is not null ? then(named)
        : context.IsInRoom ? then(context.Current.Name)
        : CommandResult.No($"which room? You look at none; name it: {usage}");

    private static CommandArgument Room(bool optional = false) => new("#ROOM", ArgumentKind.Room, optional);

    private static CommandArgument Nick(bool optional = false) => new("NICK", ArgumentKind.Person, optional);

    private static CommandArgument Text(string name, bool optional = false) => new(name, ArgumentKind.Text, optional);
}
