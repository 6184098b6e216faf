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
        new("grant", [new("ACCOUNT", ArgumentKind.Person), new("RIGHTS", ArgumentKind.Word, Optional: true)], "Make an account an operator of the server", "/grant Ann kill,ban",
            (a, c) => a.Maybe(1) is { } rights ? Tell(c, "GRANT", a[0], rights) : Tell(c, "GRANT", a[0]))
        {
            More = "RIGHTS are kill, ban, addresses, rooms, announce, reload, accounts and grant, with commas; all of them, if none is named.",
            Needs = ServerOperators,
            IsLacking = IsNotOurs,
        },
        new("revoke", [new("ACCOUNT", ArgumentKind.Person), new("RIGHTS", ArgumentKind.Word, Optional: true)], "Take rights of an operator of the server away", "/revoke Ann kill",
            (a, c) => a.Maybe(1) is { } rights ? Tell(c, "REVOKE", a[0], rights) : Tell(c, "REVOKE", a[0])) { Needs = ServerOperators, IsLacking = IsNotOurs },
        new("samode", [Room(optional: true), Text("CHANGES")], "Change what is set in any room, as its founder may; the room is told", "/samode #tea +o Ann",
            (a, c) => InRoom(a.Maybe(0), c, "/samode #lobby +o NICK", room => Tell(c, "SAMODE", [room, .. Words(a[1])]))) { Needs = ServerOperators, IsLacking = Lacking("SAMODE", 'o') },
        new("alarm", [new("STATE", ArgumentKind.Word), Text("REASON", optional: true)], "Let only accounts in, or everybody again", "/alarm on a flood of strangers",
            (a, c) => a.Maybe(1) is { } why ? Tell(c, "ALARM", a[0], why) : Tell(c, "ALARM", a[0]))
        {
            More = "STATE is on or off. Who is here stays.",
            Needs = ServerOperators,
            IsLacking = IsNotOurs,
        },
        new("rehash", [], "Have the server read its settings again", "/rehash", (_, c) => Tell(c, "REHASH")) { Needs = ServerOperators, IsLacking = Lacking("REHASH", 'o') },
        new("accounts", [Text("WHAT")], "Say who gets an account, and help with forgotten passwords", "/accounts waiting", (a, c) => Tell(c, "ACCOUNTS", Tended(a[0])))
        {
            More = "`waiting`, `approve ACCOUNT`, `refuse ACCOUNT why`, `invite`, `recover ACCOUNT`.",
            Needs = ServerOperators,
            IsLacking = IsNotOurs,
        },
        new("wallops", [Text("WORDS")], "Say something to operators and to all who want to hear them", "/wallops a short break at noon", (a, c) => Tell(c, "WALLOPS", a[0]))
        {
            Needs = ServerOperators,
            IsLacking = Lacking("WALLOPS", 'o'),
        },
    ];

    /// <summary>What is done, to which account, and the rest as one text.</summary>
    private static string[] Tended(string text) => text.Split((char[])[' ', '\n'], 3, StringSplitOptions.RemoveEmptyEntries);

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
