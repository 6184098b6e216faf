namespace ChatRoom.Bench.Several;

/// <summary>A line with its id, as somebody heard it, or as it is kept.</summary>
public readonly record struct SeenLine(string Id, string Text)
{
    private const string Tag = "msgid=";

    /// <summary>The place in the journal that the id names.</summary>
    public long Place => long.Parse(Id.AsSpan(Id.IndexOf('-', StringComparison.Ordinal) + 1), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The epoch of the journal that the id names.</summary>
    public string Epoch => Id[..Id.IndexOf('-', StringComparison.Ordinal)];

    /// <summary>Null for a line that is no message to the room.</summary>
    public static SeenLine? Of(string line, string room)
    {
        ArgumentNullException.ThrowIfNull(line);
        var said = $" PRIVMSG {room} :";
        var (at, id) = (line.IndexOf(said, StringComparison.Ordinal), line.IndexOf(Tag, StringComparison.Ordinal));
        if (at < 0 || id < 0 || id > at)
            return null;
        var rest = line[(id + Tag.Length)..];
        return new SeenLine(rest[..rest.IndexOfAny([';', ' '])], line[(at + said.Length)..]);
    }
}
