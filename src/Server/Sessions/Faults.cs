using ChatRoom.Domain.Names;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>The table of what can be wrong with a line or a name before the rules ever see it.</summary>
public static class Faults
{
    /// <summary>So long that it was dropped while it came in, and nothing is known of it.</summary>
    public static void TellTooLong(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Reply(Numerics.ErrInputTooLong, "That line is too long: 512 bytes are the most, and 4096 more for its tags");
        session.PostAll(null);
    }

    public static void Tell(Session session, LineFault fault, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        switch (fault)
        {
            case LineFault.TooLong:
                session.Reply(Numerics.ErrInputTooLong, "That line is too long: 512 bytes are the most, with its end");
                break;
            case LineFault.TagsTooLong:
                session.Reply(Numerics.ErrInputTooLong, "The tags of that line are too long: 4096 bytes are the most");
                break;
            case LineFault.NotUtf8:
                session.Fail(CommandOf(line), "INVALID_UTF8", "", "That line is not UTF-8, and all text here is; set your client's encoding to UTF-8");
                break;
            case LineFault.ControlByte:
                session.Reply(Numerics.ErrUnknownCommand, "*", "That line holds a NUL or a bare CR, which no line may");
                break;
            case LineFault.Empty or LineFault.NoCommand or LineFault.None:
                break;
            default:
                session.Reply(Numerics.ErrUnknownCommand, "*", $"That line can't be read: {fault}");
                break;
        }
        session.PostAll(CommandTable.Label(session, line));
    }

    public static string Nick(NameFault fault) => fault switch
    {
        NameFault.Empty => "A nickname is needed. " + NickRule,
        NameFault.TooLong tooLong => $"That nickname has {tooLong.Length} characters. {NickRule}",
        NameFault.BadStart badStart => $"A nickname can't begin with '{badStart.Found}'. {NickRule}",
        NameFault.BadCharacter bad => $"A nickname can't have the character at position {bad.Position + 1}. {NickRule}",
    };

    public static string Room(NameFault fault) => fault switch
    {
        NameFault.Empty => "A room needs a name. " + RoomRule,
        NameFault.TooLong tooLong => $"That name has {tooLong.Length} bytes. {RoomRule}",
        NameFault.BadStart => "The name of a room begins with '#'. " + RoomRule,
        NameFault.BadCharacter bad => $"The name of a room can't have the character at position {bad.Position + 1}. {RoomRule}",
    };

    /// <summary>Standard replies name the command, as far as it is one.</summary>
    private static string CommandOf(in Line line)
    {
        foreach (var letter in line.Command)
        {
            if (!char.IsAsciiLetterOrDigit((char)letter))
                return "*";
        }
        return line.Command.IsEmpty ? "*" : Numeric.Word(System.Text.Encoding.ASCII.GetString(line.Command).ToUpperInvariant());
    }

    private static readonly string NickRule =
        $"It has 1 to {Domain.Names.Nick.Most} characters: letters, digits and []\\`_^{{|}}-, beginning with neither a digit nor '-'";

    private static readonly string RoomRule = $"It has '#' and at most {RoomName.Most} bytes, without spaces, commas or colons";
}
