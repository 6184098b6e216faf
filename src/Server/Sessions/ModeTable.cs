using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Sessions;

/// <summary>The letters of IRC for what can be set in a room and for the rights there. A new mode is a row here; ISUPPORT follows from it.</summary>
internal static class ModeTable
{
    /// <summary>Only who is in a room can speak there, and that can't be changed.</summary>
    public const char NoOutside = 'n';

    public static IReadOnlyList<ModeRow> Modes { get; } =
    [
        new('l', RoomMode.Limit, 1_000_000),
        new('m', RoomMode.Moderated, 1),
        new('t', RoomMode.TopicLocked, 1),
        new('W', RoomMode.Slow, 86_400) { Command = "SLOWMODE" },
    ];

    /// <summary>From the highest down.</summary>
    public static IReadOnlyList<RightRow> Rights { get; } =
    [
        new('q', '~', Domain.Events.Rights.Founder, Audience.Founders),
        new('o', '@', Domain.Events.Rights.Operator, Audience.Operators),
        new('h', '%', Domain.Events.Rights.HalfOperator, Audience.HalfOperators),
        new('v', '+', Domain.Events.Rights.Voice, Audience.Voiced),
    ];

    /// <summary>Those that are given by MODE: nobody can be made a founder so.</summary>
    public static IReadOnlyList<RightRow> Given { get; } = [.. Rights.Where(row => row.Right != Domain.Events.Rights.Founder)];

    public static string Prefix => $"PREFIX=({string.Concat(Given.Select(row => row.Letter))}){Signs}";

    public static string StatusMessage => $"STATUSMSG={Signs}";

    /// <summary>Lists, modes with a parameter always, those with one when they are set, and those without.</summary>
    public static string ChannelModes =>
        $"CHANMODES=,,{Letters(Modes.Where(row => row.HasValue))},{Letters(Modes.Where(row => !row.HasValue), NoOutside)}";

    /// <summary>Every letter that MODE takes.</summary>
    public static string All => Letters(Modes, NoOutside) + string.Concat(Given.Select(row => row.Letter));

    public static string WithParameter => Letters(Modes.Where(row => row.HasValue)) + string.Concat(Given.Select(row => row.Letter));

    private static string Signs => string.Concat(Given.Select(row => row.Sign));

    /// <summary>To whom of a room a word before its name says that something is said. Each message asks, so nothing is made for it.</summary>
    public static Audience AudienceOf(char sign)
    {
        for (var i = 0; i < Given.Count; i++)
        {
            if (Given[i].Sign == sign)
                return Given[i].Audience;
        }
        return Audience.Everyone;
    }

    public static ModeRow Row(RoomMode mode) => Modes.First(row => row.Mode == mode);

    public static RightRow Row(Rights right) => Rights.First(row => row.Right == right);

    /// <summary>As MODE shows them: "+ln 30".</summary>
    public static (string Letters, IEnumerable<int> Values) Shown(RoomModes modes)
    {
        var set = Modes.Where(row => modes.Has(row.Mode)).ToList();
        return ($"+{Letters(set, NoOutside)}", set.Where(row => row.HasValue).Select(row => modes[row.Mode]));
    }

    private static string Letters(IEnumerable<ModeRow> rows, params IEnumerable<char> more) => string.Concat(rows.Select(row => row.Letter).Concat(more).Order());
}

/// <summary>A mode of a room: its letter, and the highest number it can be set to; 1 for what is only on or off.</summary>
internal sealed record ModeRow(char Letter, RoomMode Mode, int Most)
{
    public bool HasValue => Most > 1;

    /// <summary>The name of a command of its own, which takes a room and the number, or 0; null if MODE is enough.</summary>
    public string? Command { get; init; }
}

/// <summary>A right in a room: the letter that gives it, the sign before a name, and before a room's name who is meant.</summary>
internal sealed record RightRow(char Letter, char Sign, Rights Right, Audience Audience);
