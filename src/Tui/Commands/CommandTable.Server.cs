using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Commands;

/// <summary>For operators of the server. Whether one is one, the server says.</summary>
public static partial class CommandTable
{
    private const string ServerOperators = "operator of the server";

    private static ChatCommand[] Server =>
    [
        new("oper", [new("ACCOUNT", ArgumentKind.Word), Text("PASSWORD")], "Become an operator of the server", "/oper Ann opensesame", (a, c) => Tell(c, "OPER", a[0], a[1]))
        {
            IsSecret = true,
            More = "The account's password, also if you are logged in. /raw MODE and your nickname with -o behind it ends it.",
            IsLacking = Lacking("OPER", 'o'),
        },
        new("kill", [Nick(), Text("REASON")], "End all connections of somebody", "/kill Bob spam", (a, c) => Tell(c, "KILL", a[0], a[1]))
        {
            More = "They may come back; /gban keeps somebody out.",
            Needs = ServerOperators,
            IsLacking = Lacking("KILL", 'o'),
        },
        new("gban", [Nick(), new("LENGTH", ArgumentKind.Word, Optional: true), Text("REASON", optional: true)], "Keep somebody out of the server, for good or for a time", "/gban Bob 7d spam", ServerBan)
        {
            More = "NICK may also be a:ACCOUNT, an address or a range such as 203.0.113.0/24, or a mask. Everybody whom it means goes at once, but no operator; the answer says how many went. LENGTH is a number with s, m, h or d behind it.",
            Needs = ServerOperators,
            IsLacking = IsNotOurs,
        },
        new("gunban", [Nick()], "Lift a ban from the server", "/gunban Bob", (a, c) => Tell(c, "UNBAN", a[0])) { Needs = ServerOperators, IsLacking = IsNotOurs },
        new("gbans", [], "Show the bans from the server", "/gbans", (_, c) => Tell(c, "BANS")) { Needs = ServerOperators, IsLacking = IsNotOurs },
        new("wallops", [Text("WORDS")], "Say something to operators and to all who want to hear them", "/wallops a short break at noon", (a, c) => Tell(c, "WALLOPS", a[0]))
        {
            Needs = ServerOperators,
            IsLacking = Lacking("WALLOPS", 'o'),
        },
    ];

    private static bool IsNotOurs(ClientModel server) => server.ReadyAt is not null && !IsOurs(server.Support);

    /// <summary>A second word that is no length is the first of the reason.</summary>
    private static CommandResult ServerBan(CommandArguments arguments, CommandContext context)
    {
        var length = arguments.Maybe(1) is { } word && Seconds(word) is not null ? word : null;
        var reason = string.Join(' ', new[] { length is null ? arguments.Maybe(1) : null, arguments.Maybe(2) }.OfType<string>());
        string?[] parts = [length, arguments[0], reason.Length > 0 ? reason : null];
        return Tell(context, "BAN", parts.OfType<string>());
    }
}
