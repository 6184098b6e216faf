using System.Globalization;
using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>What is set in a room, and who has which right there: MODE, and modes that have a command of their own. Letters that stand beside each other and set something are one wish, told in one line; each other letter is a wish of its own.</summary>
public static class Modes
{
    internal static readonly CommandRow[] Commands =
    [
        new("MODE", 1, CommandTime.After, Mode),
        .. ModeTable.Modes.Where(mode => mode.Command is not null).Select(mode =>
            new CommandRow(mode.Command!, 1, CommandTime.After, (Session session, in Line line) => Own(session, line, mode))),
    ];

    public static void Mode(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var target = line.Text(0);
        if (!target.StartsWith('#'))
            Own(session, target, line.Text(1));
        else if (!Rooms.Room(session, target).TryGet(out var room))
            return;
        else if (line.Count == 1)
            session.Reply(new IrcReply.RoomModes(room));
        else
            Change(session, line, room);
    }

    /// <summary>Of oneself: who is on duty as an operator can end that, and everybody can hear announcements.</summary>
    private static void Own(Session session, string target, string modes)
    {
        if (modes.Length == 0 || !session.Person.Exists(self => self.Nick.Key == Folding.Fold(target)))
        {
            session.Reply(new IrcReply.PersonModes(target, modes.TrimStart('+')));
            return;
        }
        var (sign, rest) = ('+', "");
        foreach (var letter in modes)
        {
            if (letter is '+' or '-')
                sign = letter;
            else if (letter == 'o' && sign == '-')
                session.Act(new Command.Deoper());
            else if (letter == 'R')
                session.Act(new Command.ShutOutGuests(sign == '+'));
            else if (letter == 'w')
                session.Act(new Command.SetOwnMode(PersonModes.HearsAnnouncements, sign == '+'));
            else if (letter == 'B')
                session.Act(new Command.SetOwnMode(PersonModes.Bot, sign == '+'));
            else
                rest += sign == '-' ? $"-{letter}" : $"{letter}";
        }
        if (rest.Length > 0)
            session.Reply(new IrcReply.PersonModes(target, rest));
    }

    /// <summary>A mode by its own name, SLOWMODE room seconds: 0 ends it, and without a number it is told how it is.</summary>
    private static void Own(Session session, in Line line, ModeRow mode)
    {
        if (!Rooms.Room(session, line.Text(0)).TryGet(out var room))
            return;
        var value = line.Text(1);
        if (value.Length == 0)
            session.Reply(new IrcReply.RoomModes(room));
        else if (Wish(session, room, mode, value != "0", value) is { } change)
            session.Act(new Command.SetMode(room, change.Mode, change.Value));
    }

    private static void Change(Session session, in Line line, RoomName room)
    {
        var (isGiven, next, changes, together) = (true, 2, 0, new List<ModeChange>());
        foreach (var letter in line.Text(1))
        {
            if (letter is '+' or '-')
            {
                isGiven = letter == '+';
                continue;
            }
            var mode = ModeTable.Modes.FirstOrDefault(row => row.Letter == letter);
            if (mode is null)
                Set(session, room, together);
            if (++changes > Limits.ModeChanges)
            {
                Set(session, room, together);
                session.Reply(Numerics.ErrUnknownMode, $"{letter}", $"{Limits.ModeChanges} changes in a line are the most; from this letter on nothing was changed");
                return;
            }
            if (mode is not null)
                together.AddRange(Wish(session, room, mode, isGiven, mode.HasValue && isGiven && next < line.Count ? line.Text(next++) : "") is { } change ? [change] : []);
            else if (ModeTable.Rights.FirstOrDefault(row => row.Letter == letter) is { } right)
                ChangeRight(session, room, right, isGiven, next < line.Count ? line.Text(next++) : "");
            else if (letter == ModeTable.Key)
                SetKey(session, room, isGiven, next < line.Count ? line.Text(next++) : "");
            else if (ModeTable.ListLetters.Contains(letter, StringComparison.Ordinal))
                Masks.Change(session, room, letter, isGiven, next < line.Count ? line.Text(next++) : "");
            else
                session.Reply(Numerics.ErrUnknownMode, $"{letter}", Unknown);
        }
        Set(session, room, together);
    }

    /// <summary>Sets what was gathered, and nothing is gathered then.</summary>
    private static void Set(Session session, RoomName room, List<ModeChange> together)
    {
        if (together is [var only])
            session.Act(new Command.SetMode(room, only.Mode, only.Value));
        else if (together.Count > 1)
            session.Act(new Command.SetModes(room, [.. together]));
        together.Clear();
    }

    private static void ChangeRight(Session session, RoomName room, RightRow right, bool isGiven, string nick)
    {
        if (Nick.Parse(nick).ToOption().TryGet(out var of))
            session.Act(new Command.ChangeRight(room, of, right.Right, isGiven));
        else if (nick.Length == 0 && right.Right == Domain.Events.Rights.Founder)
            session.Reply(new IrcReply.Founders(room));
        else if (nick.Length == 0)
            Invalid(session, room, right.Letter, "*", "needs a nickname behind it");
        else
            session.Reply(Numerics.ErrNoSuchNick, nick, "Nobody of that nickname is here");
    }

    /// <summary>Null, and it is said why, where what stands behind the letter is not what it needs.</summary>
    private static ModeChange? Wish(Session session, RoomName room, ModeRow mode, bool isGiven, string text)
    {
        if (!isGiven || !mode.HasValue)
            return new ModeChange(mode.Mode, isGiven != mode.IsInverted ? 1 : 0);
        if (Value(text, mode.Least, mode.Most) is { } value)
            return new ModeChange(mode.Mode, mode.Kept(value));
        Invalid(session, room, mode.Letter, text.Length == 0 ? "*" : text, $"needs a number from {mode.Least} to {mode.Most} behind it");
        return null;
    }

    /// <summary>A key is taken away whatever word stands behind the letter: who takes it away may have forgotten it.</summary>
    private static void SetKey(Session session, RoomName room, bool isGiven, string key)
    {
        if (isGiven && !IsKey(key))
            // A word that nobody else should read is not repeated.
            Invalid(session, room, ModeTable.Key, "*", $"needs a word of 1 to {Limits.KeyBytes} bytes behind it, without spaces and commas");
        else
            session.Act(new Command.SetKey(room, isGiven ? key : ""));
    }

    private static bool IsKey(string key) =>
        key.Length > 0 && key[0] != ':' && Encoding.UTF8.GetByteCount(key) <= Limits.KeyBytes && !key.Any(c => c is ' ' or ',' || char.IsControl(c));

    /// <summary>Null if the text is no number that a mode can be set to.</summary>
    internal static int? Value(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null;

    internal static void Invalid(Session session, RoomName room, char letter, string given, string why) =>
        session.Reply(new IrcReply.InvalidMode(room, letter, given, $"+{letter} {why}"));

    private static string Unknown => $"There is no such mode here; {ModeTable.Prefix} and {ModeTable.ChannelModes} are all";
}
