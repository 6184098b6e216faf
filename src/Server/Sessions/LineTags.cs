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
            if (HasBatch(line))
                add(line);
            else if (line[0] == (byte)'@')
                add([(byte)'@', .. tag, (byte)';', .. line[1..]]);
            else
                add([(byte)'@', .. tag, (byte)' ', .. line]);
        }
    }

    /// <summary>Whether all of the lines are one batch.</summary>
    public static bool IsBatch(ReadOnlySpan<byte> lines)
    {
        var first = lines[..(lines.IndexOf((byte)'\n') + 1)];
        if (first.IndexOf(" BATCH +"u8) is not (>= 0 and var at))
            return false;
        var name = first[(at + " BATCH +"u8.Length)..];
        name = name[..name.IndexOf((byte)' ')];
        var last = lines[(lines[..^1].LastIndexOf((byte)'\n') + 1)..];
        return last.EndsWith([.. " BATCH -"u8, .. name, .. "\r\n"u8]);
    }

    /// <summary>Wherever it stands among the tags. In a value no ';' can stand, and no client's tag has that name.</summary>
    private static bool HasBatch(ReadOnlySpan<byte> line)
    {
        if (line[0] != (byte)'@')
            return false;
        var tags = line[..line.IndexOf((byte)' ')];
        return tags.StartsWith("@batch="u8) || tags.IndexOf(";batch="u8) >= 0;
    }
}
