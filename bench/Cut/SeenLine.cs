using ChatRoom.Client.Chat;
using ChatRoom.Irc;

namespace ChatRoom.Bench.Cut;

/// <summary>A line as a screen shows it, or as history tells it.</summary>
public sealed record SeenLine(string? Id, string Nick, string Text)
{
    /// <summary>Null for an entry that is no message.</summary>
    public static SeenLine? Of(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.What is EntryWhat.Said said ? new(entry.At.MessageId, said.Nick, said.Text) : null;
    }

    /// <summary>Null for a line of the wire that is no message.</summary>
    public static SeenLine? Of(string wire)
    {
        var line = Message.Parse(wire);
        return line.Is("PRIVMSG") ? new(line.Tag("msgid"), Hostmask.Parse(line.Source ?? "").Nick, line.Parameter(1)) : null;
    }
}
