using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>The lists of masks of a room: MODE +b, +e and +I, and TBAN, which sets a ban with an end.</summary>
public static class Masks
{
    internal static readonly CommandRow[] Commands =
    [
        new("TBAN", 3, CommandTime.After, Timed) { WordsFrom = 3 },
    ];

    /// <summary>Without a mask behind its letter the list is asked for.</summary>
    internal static void Change(Session session, RoomName room, char letter, bool isGiven, string text)
    {
        if (text.Length == 0)
            session.Reply(new IrcReply.Masks(room, letter));
        else if (Find(session, room, letter, text) is { } found)
            session.Act(isGiven ? new Command.SetMask(room, found.List, found.Mask, Option<int>.None, "") : new Command.LiftMask(room, found.List, found.Mask));
    }

    /// <summary>
    /// TBAN room seconds mask :why, where 0 is for good. A bare nickname means the person who has it now, by their account, or else by where they come from:
    /// who asks so does not know either.
    /// </summary>
    public static void Timed(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!Rooms.Room(session, line.Text(0)).TryGet(out var room))
            return;
        var seconds = line.Text(1) == "0" ? 0 : Modes.Value(line.Text(1), 1, Limits.BanSeconds);
        if (seconds is not { } length)
            session.Fail("TBAN", "INVALID_PARAMS", line.Text(1), $"A ban with an end holds for 1 to {Limits.BanSeconds} seconds, and 0 is for good: TBAN #room SECONDS MASK :why");
        else if (Find(session, room, 'b', line.Text(2)) is { } found)
        {
            var isBare = !line.Text(2).Contains('!', StringComparison.Ordinal);
            var meant = isBare ? found.Mask.Nick.Bind(session.Context.World.Person).Bind(MaskOf) : Option<(Mask Mask, Nick Nick)>.None;
            session.Act(new Command.SetMask(room, found.List, meant.Map(one => one.Mask).IfNone(found.Mask), length == 0 ? Option<int>.None : length, line.Text(3))
            {
                For = meant.Map(one => one.Nick),
            });
        }
    }

    private static Option<(Mask Mask, Nick Nick)> MaskOf(Person person)
    {
        var text = person.Who.Account.TryGet(out var account) ? $"{Mask.OfAccount}{account.Name}" : person.Who.Host == ServerInfo.Host ? "" : $"*!*@{person.Who.Host}";
        return Mask.Parse(text).ToOption().Map(mask => (mask, person.Who.Nick));
    }

    private static (MaskList List, Mask Mask)? Find(Session session, RoomName room, char letter, string text)
    {
        var row = ModeTable.Lists.First(one => one.Letter == letter && text.StartsWith(one.Prefix, StringComparison.Ordinal));
        if (Mask.Parse(text[row.Prefix.Length..]).ToOption().TryGet(out var mask))
            return (row.List, mask);
        Modes.Invalid(session, room, letter, text, $"needs a mask behind it, nick!user@host of at most {Mask.Most} bytes, without commas");
        return null;
    }
}
