using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace ChatRoom.Irc;

/// <summary>
/// One line of IRC, seen in place: the bytes stay where they were received and nothing is allocated, because the server reads every
/// message this way. <see cref="Message"/> is the same on the heap.
/// </summary>
/// <remarks>
/// Parts are separated by one or more spaces (RFC 1459 section 2.3.1); RFC 2812 wants exactly one, but servers exist that send more.
/// </remarks>
public readonly ref struct Line
{
    private static readonly SearchValues<byte> Forbidden = SearchValues.Create("\0\r\n"u8);

    /// <summary>RFC 1459 section 2.3.1: letters, or three digits. More digits do no harm, and nobody sends other bytes.</summary>
    internal static readonly SearchValues<byte> CommandBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8);

    private readonly ReadOnlySpan<byte> _body;
    private readonly Pieces _pieces;

    private Line(ReadOnlySpan<byte> tags, ReadOnlySpan<byte> source, ReadOnlySpan<byte> command, ReadOnlySpan<byte> body)
    {
        Tags = tags;
        Source = source;
        Command = command;
        _body = body;
        Count = Cut(body, ref _pieces);
    }

    /// <summary>The tags as received, without '@'; empty if there are none.</summary>
    public ReadOnlySpan<byte> Tags { get; }

    /// <summary>The source as received, without ':'; empty if there is none.</summary>
    public ReadOnlySpan<byte> Source { get; }

    /// <summary>The command as received; commands are case-insensitive, so compare with <see cref="Is"/>.</summary>
    public ReadOnlySpan<byte> Command { get; }

    /// <summary>How many parameters there are.</summary>
    public int Count { get; }

    /// <summary>A parameter, or nothing where the line has no such parameter.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                return default;
            var piece = _pieces[index];
            return _body.Slice(piece.Start, piece.Length);
        }
    }

    /// <summary>Reads a line that has no CR LF any more.</summary>
    /// <remarks>
    /// With <see cref="LineFault.TagsTooLong"/>, <see cref="LineFault.TooLong"/>, <see cref="LineFault.BadCommand"/> and
    /// <see cref="LineFault.NotUtf8"/> the line is filled nevertheless, so that the answer can name its command and carry its label.
    /// </remarks>
    public static LineFault Parse(ReadOnlySpan<byte> bytes, out Line line, LineOrigin origin = LineOrigin.Client)
    {
        line = default;
        if (bytes.IndexOfAny(Forbidden) >= 0)
            return LineFault.ControlByte;
        var rest = bytes;
        var tags = Take(ref rest, (byte)'@');
        var tagBytes = tags.IsEmpty && rest.Length == bytes.Length ? 0 : tags.Length + 2;
        rest = rest.TrimStart((byte)' ');
        var bodyBytes = rest.Length;
        var source = Take(ref rest, (byte)':');
        rest = rest.TrimStart((byte)' ');
        if (rest.IsEmpty)
            return tagBytes == 0 && bodyBytes == 0 ? LineFault.Empty : LineFault.NoCommand;
        var command = Word(rest);
        line = new Line(tags, source, command, rest[command.Length..]);
        if (tagBytes > (origin == LineOrigin.Client ? LineLimits.ClientTags : LineLimits.AllTags))
            return LineFault.TagsTooLong;
        if (origin == LineOrigin.Client && bodyBytes > LineLimits.Body - LineLimits.End)
            return LineFault.TooLong;
        if (command.IndexOfAnyExcept(CommandBytes) >= 0)
            return LineFault.BadCommand;
        return origin == LineOrigin.Server || Utf8.IsValid(bytes) ? LineFault.None : LineFault.NotUtf8;
    }

    /// <summary>A parameter as text, for what must outlive the bytes. What is not UTF-8 becomes replacement characters.</summary>
    public string Text(int index) => Encoding.UTF8.GetString(this[index]);

    /// <summary>Whether this is that command, in whatever case it was written.</summary>
    public bool Is(ReadOnlySpan<byte> command) => Ascii.EqualsIgnoreCase(Command, command);

    /// <summary>Finds a tag. Where a name stands twice the last one counts (IRCv3 message-tags, "Format").</summary>
    /// <param name="name">The full name, with '+' and vendor.</param>
    /// <param name="rawValue">The value as received: see <see cref="TagValue.Unescape(ReadOnlySpan{byte})"/>.</param>
    public bool TryTag(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> rawValue)
    {
        rawValue = default;
        var found = false;
        foreach (var tag in EachTag())
        {
            if (!tag.Name.SequenceEqual(name))
                continue;
            rawValue = tag.RawValue;
            found = true;
        }
        return found;
    }

    /// <summary>Walks over the tags in the order received, without allocating.</summary>
    public TagEnumerator EachTag() => new(Tags);

    /// <summary>Takes the word that begins with a mark, if one is there, and gives it back without the mark.</summary>
    private static ReadOnlySpan<byte> Take(scoped ref ReadOnlySpan<byte> rest, byte mark)
    {
        if (rest.IsEmpty || rest[0] != mark)
            return default;
        var word = Word(rest);
        rest = rest[word.Length..];
        return word[1..];
    }

    private static ReadOnlySpan<byte> Word(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)' ');
        return end < 0 ? text : text[..end];
    }

    /// <summary>Finds where the parameters are. What begins with ':' and the fifteenth take the rest of the line.</summary>
    private static int Cut(ReadOnlySpan<byte> body, ref Pieces pieces)
    {
        var count = 0;
        var at = 0;
        while (true)
        {
            while (at < body.Length && body[at] == ' ')
                at++;
            if (at == body.Length)
                return count;
            var rest = body[at..];
            if (rest[0] == ':')
            {
                pieces[count] = new Piece(at + 1, rest.Length - 1);
                return count + 1;
            }
            var length = count == LineLimits.Parameters - 1 ? rest.TrimEnd((byte)' ').Length : Word(rest).Length;
            pieces[count++] = new Piece(at, length);
            if (count == LineLimits.Parameters)
                return count;
            at += length;
        }
    }

    private readonly record struct Piece(int Start, int Length);

    [InlineArray(LineLimits.Parameters)]
    private struct Pieces
    {
        private Piece _first;
    }
}
