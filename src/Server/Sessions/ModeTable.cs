using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>The letters of IRC for what can be set in a room and for the rights there. A new mode is a row here; ISUPPORT follows from it.</summary>
internal static class ModeTable
{
    /// <summary>The word without which nobody comes in: the one mode that is a text.</summary>
    public const char Key = 'k';

    public static IReadOnlyList<ModeRow> Modes { get; } =
    [
        new('C', RoomMode.NoCtcp, 1),
        new('H', RoomMode.Playback, Limits.HistoryPage) { Least = 0 },
        new('i', RoomMode.InviteOnly, 1),
        new('l', RoomMode.Limit, 1_000_000),
        new('m', RoomMode.Moderated, 1),
        new('n', RoomMode.HearsOutside, 1) { IsInverted = true },
        new('R', RoomMode.MembersOnly, 1),
        new('s', RoomMode.Secret, 1),
        new('t', RoomMode.TopicLocked, 1),
        new('W', RoomMode.Slow, 86_400) { Command = "SLOWMODE" },
    ];

    /// <summary>Lists of masks. A mute is a ban with "m:" before its mask (EXTBAN).</summary>
    public static IReadOnlyList<ListRow> Lists { get; } =
    [
        new('b', MaskList.Mute, "m:", Numerics.RplBanList, Numerics.RplEndOfBanList),
        new('b', MaskList.Ban, "", Numerics.RplBanList, Numerics.RplEndOfBanList),
        new('e', MaskList.MuteException, "m:", Numerics.RplExceptList, Numerics.RplEndOfExceptList),
        new('e', MaskList.Exception, "", Numerics.RplExceptList, Numerics.RplEndOfExceptList),
        new('I', MaskList.Invitation, "", Numerics.RplInvexList, Numerics.RplEndOfInvexList),
    ];

    public const string Extban = "EXTBAN=,am";

    /// <summary>Which of them means accounts (account-extban).</summary>
    public const string AccountExtban = "ACCOUNTEXTBAN=a";

    /// <summary>From the highest down.</summary>
    public static IReadOnlyList<RightRow> Rights { get; } =
    [
        new('q', '~', Domain.Events.Rights.Founder, Audience.Founders),
        new('o', '@', Domain.Events.Rights.Operator, Audience.Operators),
        new('h', '%', Domain.Events.Rights.HalfOperator, Audience.HalfOperators),
        new('v', '+', Domain.Events.Rights.Voice, Audience.Voiced),
    ];

    public static string Prefix => $"PREFIX=({string.Concat(Rights.Select(row => row.Letter))}){Signs}";

    public static string StatusMessage => $"STATUSMSG={Signs}";

    /// <summary>Lists, modes with a parameter always, those with one when they are set, and those without.</summary>
    public static string ChannelModes =>
        $"CHANMODES={ListLetters},{Key},{Letters(Modes.Where(row => row.HasValue))},{Letters(Modes.Where(row => !row.HasValue))}";

    /// <summary>Every letter that MODE takes.</summary>
    public static string All => Letters(Modes, [Key, .. ListLetters]) + string.Concat(Rights.Select(row => row.Letter));

    public static string WithParameter => Letters(Modes.Where(row => row.HasValue), Key) + string.Concat(Rights.Select(row => row.Letter));

    public static ListRow Row(MaskList list) => Lists.First(row => row.List == list);

    public static string ListLetters => string.Concat(Lists.Select(row => row.Letter).Distinct().Order());

    private static string Signs => string.Concat(Rights.Select(row => row.Sign));

    /// <summary>To whom of a room a word before its name says that something is said. Each message asks, so nothing is made for it.</summary>
    public static Audience AudienceOf(char sign)
    {
        for (var i = 0; i < Rights.Count; i++)
        {
            if (Rights[i].Sign == sign)
                return Rights[i].Audience;
        }
        return Audience.Everyone;
    }

    public static ModeRow Row(RoomMode mode) => Modes.First(row => row.Mode == mode);

    public static RightRow Row(Rights right) => Rights.First(row => row.Right == right);

    /// <summary>As MODE shows them, "+kln tea 30": the word for coming in only to who is in already.</summary>
    public static (string Letters, IEnumerable<string> Values) Shown(Room room, bool isIn)
    {
        var set = Modes.Where(row => room.Modes.Has(row.Mode) != row.IsInverted).Select(row => (row.Letter, Value: row.HasValue ? $"{row.Shown(room.Modes[row.Mode])}" : ""));
        var all = (room.Key.Length == 0 ? set : set.Append((Letter: Key, Value: isIn ? room.Key : "*"))).OrderBy(one => one.Letter).ToList();
        return ($"+{string.Concat(all.Select(one => one.Letter))}", all.Select(one => one.Value).Where(value => value.Length > 0));
    }

    private static string Letters(IEnumerable<ModeRow> rows, params IEnumerable<char> more) => string.Concat(rows.Select(row => row.Letter).Concat(more).Order());
}

/// <summary>A mode of a room: its letter, and the highest number it can be set to; 1 for what is only on or off.</summary>
internal sealed record ModeRow(char Letter, RoomMode Mode, int Most)
{
    public bool HasValue => Most > 1;

    /// <summary>The lowest number it can be set to. 0 is kept as 1, and so on, because 0 stands for what nobody set.</summary>
    public int Least { get; init; } = 1;

    public int Kept(int shown) => shown + 1 - Least;

    public int Shown(int kept) => kept - 1 + Least;

    /// <summary>The letter stands for what is so before anybody sets it, and is gone while the mode is set.</summary>
    public bool IsInverted { get; init; }

    /// <summary>The name of a command of its own, which takes a room and the number, or 0; null if MODE is enough.</summary>
    public string? Command { get; init; }
}

/// <summary>A list of masks: its letter, what stands before a mask of it, and how it is told.</summary>
internal sealed class ListRow(char letter, MaskList list, string prefix, ReadOnlySpan<byte> item, ReadOnlySpan<byte> end)
{
    public char Letter => letter;

    public MaskList List => list;

    public string Prefix => prefix;

    public int Item { get; } = Numeric.Code(item);

    public int End { get; } = Numeric.Code(end);

    /// <summary>As it stands behind the letter.</summary>
    public string Shown(Mask mask) => $"{Prefix}{mask.Text}";
}

/// <summary>A right in a room: the letter that gives it, the sign before a name, and before a room's name who is meant.</summary>
internal sealed record RightRow(char Letter, char Sign, Rights Right, Audience Audience);
