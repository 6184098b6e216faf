using System.Globalization;
using ChatRoom.Client.Text;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Commands;

/// <summary>Keeping order in a room. Whether one may, the server says.</summary>
public static partial class CommandTable
{
    private const string Operators = "operator of the room";

    private static ChatCommand[] Order =>
    [
        new("kick", [Room(optional: true), Nick(), Text("REASON", optional: true)], "Remove somebody from a room", "/kick Bob no shouting",
            Kick) { Needs = Operators, IsLacking = Lacking("KICK", 'o') },
        new("ban", [Room(optional: true), Nick(), new("LENGTH", ArgumentKind.Word, Optional: true), Text("REASON", optional: true)],
            "Keep somebody out of a room, for good or for a time", "/ban Bob", Ban)
        {
            More = "You are asked for how long. Our server bans the account of who has one, and else where they come from. NICK may be a mask such as *!*@bad.example. "
                + "LENGTH is a number with s, m, h or d behind it, as in /ban Bob 30m. Who is in the room stays until you /kick them.",
            Needs = Operators,
            IsLacking = Lacking("MODE", 'b'),
        },
        new("unban", [Room(optional: true), Nick()], "Let somebody in again", "/unban Bob", (a, c) => Masked(a, c, '-', mask => ('b', mask))) { Needs = Operators, IsLacking = Lacking("MODE", 'b') },
        new("bans", [Room(optional: true)], "Show who is banned or muted in a room, by whom and until when", "/bans",
            (a, c) => InRoom(a.Maybe(0), c, "/bans #lobby", room => Tell(c, "MODE", room, "b"))) { IsLacking = Lacking("MODE", 'b') },
        new("mute", [Room(optional: true), Nick(), new("LENGTH", ArgumentKind.Word, Optional: true)], "Let somebody read but not speak in a room, for good or for a time", "/mute Bob", Mute)
        {
            More = "LENGTH is a number with s, m, h or d behind it, where the server has it. Servers have different ways to do this, and some none; the one that yours announces is used.",
            Needs = Operators,
            IsLacking = server => !server.Offers("MODE", 'b') && !server.Offers("MODE", 'q'),
        },
        new("unmute", [Room(optional: true), Nick()], "Let somebody speak again", "/unmute Bob", (a, c) => Muted(a, c, '-')) { Needs = Operators, IsLacking = server => !server.Offers("MODE", 'b') && !server.Offers("MODE", 'q') },
        new("slow", [Room(optional: true), Text("SECONDS")], "Let others speak once in so many seconds", "/slow 30", (a, c) => Slow(a, c))
        {
            Aliases = ["slowmode"],
            More = "/slow 0 ends it.",
            Needs = Operators,
            IsLacking = Lacking("SLOWMODE", 'W'),
        },
        new("mode", [Room(optional: true), Text("CHANGES", optional: true)], "Show or change what is set in a room", "/mode +m",
            (a, c) => InRoom(a.Maybe(0), c, "/mode #lobby +m", room => Tell(c, "MODE", [room, .. Words(a.Maybe(1))]))),
        new("drop", [Room(), Text("REASON", optional: true)], "End a room of yours for good, with everybody in it", "/drop #tea", Drop)
        {
            Needs = "founder of the room",
            IsLacking = server => server.ReadyAt is not null && !IsOurs(server.Support),
        },
        new("silence", [new("MASK", ArgumentKind.Person, Optional: true)], "Take no private words from somebody, on the server; -MASK hears them again", "/silence Bob",
            (a, c) => a.Maybe(0) is not { } mask ? Tell(c, "SILENCE") : Tell(c, "SILENCE", mask[0] is '+' or '-' ? mask : $"+{mask}"))
        {
            More = "Without a name the list is shown. /ignore is only for this client.",
            IsLacking = server => server.ReadyAt is not null && server.Support.Value("SILENCE") is null,
        },
        Ranking("founder", "+q", "Make people founders of the room, to whom it belongs"),
        Ranking("op", "+o", "Make people operators of the room"),
        Ranking("deop", "-o", "Make people operators no more"),
        Ranking("voice", "+v", "Let people speak in a moderated room"),
        Ranking("devoice", "-v", "Take the right to speak in a moderated room away again"),
    ];

    private static string[] Words(string? text) => (text ?? "").Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static CommandResult Drop(CommandArguments arguments, CommandContext context) => Sanctions.Drop(arguments[0], OnOneLine(arguments.Maybe(1) ?? ""));

    /// <summary>Only our own server has such a mode: +W of those that take a parameter when they are set.</summary>
    private static bool IsOurs(ISupport support) => support.ChannelModes.Split(',') is [_, _, var set, ..] && set.Contains('W', StringComparison.Ordinal);

    private static CommandResult Slow(CommandArguments arguments, CommandContext context) =>
        IsOurs(context.Chat.Client.Support)
            ? InRoom(arguments.Maybe(0), context, "/slow #lobby SECONDS", room => Tell(context, "SLOWMODE", room, arguments[1]))
            : CommandResult.No("this server has no slow mode; /mute silences one person");

    private static ChatCommand Ranking(string name, string mode, string help) =>
        new(name, [Room(optional: true), Text("NICKS")], help, $"/{name} Ann", (a, c) => InRoom(a.Maybe(0), c, $"/{name} #lobby NICK", room => Rank(c, room, mode, a[1])))
        {
            Needs = Operators,
            IsLacking = Lacking("MODE", mode[1]),
        };

    /// <summary>As many modes in a line as the server takes, and more lines for more people.</summary>
    private static CommandResult.Wish Rank(CommandContext context, string room, string mode, string nicks)
    {
        var most = Math.Clamp(context.Chat.Client.Support.Modes ?? int.MaxValue, 1, MostModes);
        var lines = nicks.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries).Chunk(most)
            .Select(some => Line(context, Message.Of("MODE", [room, mode[..1] + new string(mode[1], some.Length), .. some])));
        return new([.. lines]);
    }

    /// <summary>A line of IRC has 15 parameters (RFC 1459 section 2.3), and the room and the letters are two.</summary>
    private const int MostModes = 12;

    private static CommandResult Ban(CommandArguments arguments, CommandContext context)
    {
        var (isOurs, who, reason) = (IsOurs(context.Chat.Client.Support), arguments[1], arguments.Maybe(3) ?? "");
        if (arguments.Maybe(2) is not { } length)
            return InRoom(arguments.Maybe(0), context, "/ban #lobby NICK", room => Sanctions.Ban(context, room, who, isOurs, null, ""));
        if (!isOurs)
            return CommandResult.No("this server has no bans that end by themselves; leave LENGTH out, and /unban later");
        return Seconds(length) is { } seconds
            ? InRoom(arguments.Maybe(0), context, "/ban #lobby NICK 30m", room => Sanctions.Ban(context, room, who, isOurs, (length, seconds), OnOneLine(reason)))
            : CommandResult.No($"'{TerminalText.Sanitize(length)}' is no length; give a number with s, m, h or d behind it, for example 30m");
    }

    private static CommandResult Kick(CommandArguments arguments, CommandContext context) =>
        InRoom(arguments.Maybe(0), context, "/kick #lobby NICK", room => Sanctions.Kick(room, arguments[1], OnOneLine(arguments.Maybe(2) ?? "")));

    /// <summary>What is longer than a server holds, the server refuses in its own words.</summary>
    private static long? Seconds(string length)
    {
        long unit = length[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
        return unit > 0 && int.TryParse(length.AsSpan(0, length.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number * unit : null;
    }

    private static CommandResult Masked(CommandArguments arguments, CommandContext context, char sign, Func<string, (char Mode, string Mask)> made) =>
        InRoom(arguments.Maybe(0), context, "/ban #lobby NICK", room =>
        {
            var (mode, mask) = made(MaskOf(arguments[1]));
            return Tell(context, "MODE", room, $"{sign}{mode}", mask);
        });

    private static CommandResult Mute(CommandArguments arguments, CommandContext context)
    {
        if (arguments.Maybe(2) is not { } length)
            return Muted(arguments, context, '+');
        if (!IsOurs(context.Chat.Client.Support))
            return CommandResult.No("this server has no mutes that end by themselves; leave LENGTH out, and /unmute later");
        return Seconds(length) is { } seconds
            ? InRoom(arguments.Maybe(0), context, "/mute #lobby NICK 30m", room => Tell(context, "TBAN", room, $"{seconds}", $"m:{arguments[1]}"))
            : CommandResult.No($"'{TerminalText.Sanitize(length)}' is no length; give a number with s, m, h or d behind it, for example 30m");
    }

    private static CommandResult Muted(CommandArguments arguments, CommandContext context, char sign) =>
        MuteOf(context.Chat.Client.Support, MaskOf(arguments[1])) is { } found
            ? Masked(arguments, context, sign, _ => found)
            : CommandResult.No("this server announces no way to mute one person (neither a quiet list nor a ban that only mutes); /ban or /kick do more");

    internal static string MaskOf(string nick) => nick.AsSpan().ContainsAny('!', '@', '*') || nick.Contains(':', StringComparison.Ordinal) ? nick : nick + "!*@*";

    /// <summary>
    /// A list of quiet people, mode q where that is no rank (Solanum, Libera's server), or a ban that mutes: `m:` on InspIRCd, `~q:` on
    /// UnrealIRCd, as EXTBAN=sign,letters tells.
    /// </summary>
    private static (char Mode, string Mask)? MuteOf(ISupport support, string mask)
    {
        var lists = support.ChannelModes.Split(',')[0];
        if (lists.Contains('q', StringComparison.Ordinal) && !support.Prefixes.Modes.Contains('q', StringComparison.Ordinal))
            return ('q', mask);
        if (support.Value("EXTBAN")?.Split(',') is not [var sign, var letters])
            return null;
        if (letters.Contains('m', StringComparison.Ordinal))
            return ('b', $"{sign}m:{mask}");
        return sign == "~" && letters.Contains('q', StringComparison.Ordinal) ? ('b', $"~q:{mask}") : null;
    }
}
