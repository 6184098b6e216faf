using System.Text;

namespace ChatRoom.Irc;

/// <summary>
/// One line of IRC on the heap, compared by value: for clients and tests. The server's hot path uses <see cref="Line"/> and
/// <see cref="LineWriter"/>.
/// </summary>
/// <param name="Tags">In the order received; where a name stood twice the last value counts, as IRCv3 message-tags says.</param>
/// <param name="Source">Without ':'; null if there is none.</param>
/// <param name="Command">As received; servers write commands in upper case.</param>
/// <param name="Parameters">At most 15.</param>
public sealed record Message(ValueList<MessageTag> Tags, string? Source, string Command, ValueList<string> Parameters)
{
    /// <summary>A message without tags and source.</summary>
    public static Message Of(string command, params ReadOnlySpan<string> parameters) =>
        new([], null, command, ValueList.Create(parameters));

    /// <summary>Reads a line that has no CR LF any more, as sent by a server: see <see cref="LineOrigin.Server"/>.</summary>
    /// <remarks>The message is null if and only if there is a fault.</remarks>
    public static LineFault TryParse(ReadOnlySpan<byte> bytes, out Message message)
    {
        message = null!;
        var fault = Line.Parse(bytes, out var line, LineOrigin.Server);
        if (fault == LineFault.None)
            message = From(line);
        return fault;
    }

    /// <summary>The same for tests, which know that their line has no fault.</summary>
    public static Message Parse(string line)
    {
        var fault = TryParse(Encoding.UTF8.GetBytes(line), out var message);
        return fault == LineFault.None ? message : throw new FormatException($"{fault}: {line}");
    }

    /// <summary>A copy of a line that outlives the buffer it was received in.</summary>
    public static Message From(in Line line)
    {
        var parameters = new string[line.Count];
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = line.Text(i);
        var source = line.Source.IsEmpty ? null : Encoding.UTF8.GetString(line.Source);
        return new(TagsOf(line), source, Encoding.UTF8.GetString(line.Command), new ValueList<string>(parameters));
    }

    /// <summary>The value of a tag, empty if it has none; null if there is no such tag.</summary>
    public string? Tag(string name)
    {
        foreach (var tag in Tags.AsSpan())
        {
            if (tag.Name == name)
                return tag.Value;
        }
        return null;
    }

    /// <summary>A parameter, or an empty string where the message has no such parameter.</summary>
    public string Parameter(int index) => (uint)index < (uint)Parameters.Count ? Parameters[index] : "";

    /// <summary>Whether this is that command, in whatever case it was written.</summary>
    public bool Is(string command) => string.Equals(Command, command, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same message with this tag, in place of one with the same name.</summary>
    public Message WithTag(string name, string value) =>
        this with { Tags = [.. Tags.Where(tag => tag.Name != name), new MessageTag(name, value)] };

    /// <summary>The line without CR LF. Throws where the message can't be one: see <see cref="WriteTo"/>.</summary>
    public override string ToString() => Encoding.UTF8.GetString(ToBytes());

    /// <summary>The line without CR LF, so that reading it gives an equal message.</summary>
    public byte[] ToBytes()
    {
        var writer = new LineWriter(128);
        WriteTo(writer);
        return writer.Span()[..^LineLimits.End].ToArray();
    }

    /// <summary>
    /// Writes the line with CR LF. Throws an <see cref="ArgumentException"/> if a name has spaces, or a parameter that is not the last one
    /// is empty, has a space or begins with ':', and an <see cref="InvalidOperationException"/> if there are more than 15 parameters: such
    /// a message can't be said in IRC.
    /// </summary>
    public void WriteTo(LineWriter writer)
    {
        foreach (var tag in Tags.AsSpan())
            writer.Tag(Encoding.UTF8.GetBytes(tag.Name), tag.Value);
        if (Source is not null)
            writer.Source(Source);
        writer.Command(Encoding.UTF8.GetBytes(Command));
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (i == Parameters.Count - 1 && !IsWord(Parameters[i]))
                writer.Last(Parameters[i]);
            else
                writer.Param(Parameters[i]);
        }
        writer.End();
    }

    private static bool IsWord(string text) => text.Length > 0 && text[0] != ':' && text.AsSpan().IndexOfAny(" \r\n\0") < 0;

    private static ValueList<MessageTag> TagsOf(in Line line)
    {
        if (line.Tags.IsEmpty)
            return [];
        var tags = new OrderedDictionary<string, string>();
        foreach (var raw in line.EachTag())
            tags[Encoding.UTF8.GetString(raw.Name)] = TagValue.Unescape(raw.RawValue);
        return new ValueList<MessageTag>([.. tags.Select(tag => new MessageTag(tag.Key, tag.Value))]);
    }
}

/// <summary>A tag of a <see cref="Message"/>, its value unescaped; a tag without a value has an empty one.</summary>
public readonly record struct MessageTag(string Name, string Value);
