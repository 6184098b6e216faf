using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>Adds a tag to lines that are rendered already: the label or the batch of the one client who asked.</summary>
public static class LineTags
{
    /// <summary>A tag as it stands in a line, without '@' or ';'.</summary>
    public static byte[] Escaped(string name, string value)
    {
        var writer = new LineWriter(64);
        writer.Tag(System.Text.Encoding.UTF8.GetBytes(name), value).Command("X"u8).End();
        return writer.Span()[1..^" X\r\n".Length].ToArray();
    }

    public static int Count(ReadOnlySpan<byte> lines) => lines.Count((byte)'\n');

    /// <summary>Gives each line the tag, except lines of a batch within: those belong to the outer one through it.</summary>
    public static void AddToEach(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> tag, Action<ReadOnlySpan<byte>> add)
    {
        while (!lines.IsEmpty)
        {
            var line = lines[..(lines.IndexOf((byte)'\n') + 1)];
            lines = lines[line.Length..];
            if (line.StartsWith("@batch="u8))
                add(line);
            else if (line[0] == (byte)'@')
                add([(byte)'@', .. tag, (byte)';', .. line[1..]]);
            else
                add([(byte)'@', .. tag, (byte)' ', .. line]);
        }
    }
}
