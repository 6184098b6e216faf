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
            (a, c) => InRoom(a.Maybe(0), c, "/kick #lobby NICK", room => a.Maybe(2) is { } reason
                ? Tell(c, "KICK", room, a[1], reason)
                : Tell(c, "KICK", room, a[1]))) { Needs = Operators, IsLacking = Lacking("KICK", 'o') },
        new("ban", [Room(optional: true), Nick(), new("LENGTH", ArgumentKind.Word, Optional: true), Text("REASON", optional: true)],
            "Keep somebody out of a room, for good or for a time", "/ban Bob", Ban)
        {
            More = "NICK may be a mask such as *!*@bad.example. LENGTH is a number with s, m, h or d behind it, as in /ban Bob 30m. Who is in the room stays until you /kick them.",
            Needs = Operators,
            IsLacking = Lacking("MODE", 'b'),
        },
        new("unban", [Room(optional: true), Nick()], "Let somebody in again", "/unban Bob", (a, c) => Masked(a, c, '-', mask => ('b', mask))) { Needs = Operators, IsLacking = Lacking("MODE", 'b') },
        new("mute", [Room(optional: true), Nick()], "Let somebody read but not speak in a room", "/mute Bob", (a, c) => Muted(a, c, '+'))
        {
            More = "Servers have different ways to do this, and some none; the one that yours announces is used.",
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
        Ranking("op", "+o", "Make people operators of the room"),
        Ranking("deop", "-o", "Make people operators no more"),
        Ranking("voice", "+v", "Let people speak in a moderated room"),
        Ranking("devoice", "-v", "Take the right to speak in a moderated room away again"),
    ];

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
        if (arguments.Maybe(2) is not { } length)
            return Masked(arguments, context, '+', mask => ('b', mask));
        if (!IsOurs(context.Chat.Client.Support))
            return CommandResult.No("this server has no bans that end by themselves; leave LENGTH out, and /unban later");
        if (Seconds(length) is not { } seconds)
            return CommandResult.No($"'{TerminalText.Sanitize(length)}' is no length; give a number with s, m, h or d behind it, for example 30m");
        return InRoom(arguments.Maybe(0), context, "/ban #lobby NICK 30m", room => arguments.Maybe(3) is { } reason
            ? Tell(context, "TBAN", room, $"{seconds}", MaskOf(arguments[1]), reason)
            : Tell(context, "TBAN", room, $"{seconds}", MaskOf(arguments[1])));
    }

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

    private static CommandResult Muted(CommandArguments arguments, CommandContext context, char sign) =>
        MuteOf(context.Chat.Client.Support, MaskOf(arguments[1])) is { } found
            ? Masked(arguments, context, sign, _ => found)
            : CommandResult.No("this server announces no way to mute one person (neither a quiet list nor a ban that only mutes); /ban or /kick do more");

    private static string MaskOf(string nick) => nick.AsSpan().ContainsAny('!', '@', '*') || nick.Contains(':', StringComparison.Ordinal) ? nick : nick + "!*@*";

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
