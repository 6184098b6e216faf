using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace ChatRoom.Irc;

/// <summary>
/// Renders lines, one behind the other, into one buffer that grows and is used again, so that a busy server writes without allocating.
/// A line is: any number of tags, at most one source, a command, parameters, <see cref="End"/>.
/// </summary>
/// <remarks>
/// No value can break out of its line: CR, LF and NUL are never written. Where a space is allowed they become one; where it is not (a
/// source, a middle parameter) they are refused like a space, with an <see cref="ArgumentException"/>, because a caller that lets a
/// stranger's text come there unchecked is wrong. After an exception, <see cref="Truncate"/> takes the unfinished line back.
/// </remarks>
public sealed class LineWriter(int capacity = 1024)
{
    private static readonly SearchValues<byte> Separators = SearchValues.Create(" \r\n\0"u8);

    private static readonly SearchValues<byte> LineBreakers = SearchValues.Create("\r\n\0"u8);

    private static readonly SearchValues<byte> NotInTagNames = SearchValues.Create(" ;=\r\n\0"u8);

    private static readonly SearchValues<byte> NotInRawTagValues = SearchValues.Create(" ;\r\n\0"u8);

    private byte[] _bytes = new byte[capacity];
    private Stage _stage;
    private int _bodyStart;
    private int _count;

    /// <summary>Ordered: a line goes from one to the next and never back.</summary>
    private enum Stage
    {
        Start,
        Tags,
        Source,
        Parameters,
        Last,
    }

    /// <summary>How many bytes are written, finished or not.</summary>
    public int Length { get; private set; }

    /// <summary>How many bytes the unfinished line may still take, if its body is to have at most 512 with CR LF.</summary>
    public int Room => LineLimits.Body - LineLimits.End - (_stage <= Stage.Tags ? 0 : Length - _bodyStart);

    /// <summary>What is written from there on. It is valid until the next write.</summary>
    public ReadOnlySpan<byte> Span(int start = 0) => _bytes.AsSpan(start, Length - start);

    /// <summary>Forgets everything and keeps the buffer.</summary>
    public void Clear() => Truncate(0);

    /// <summary>Forgets what was written after this length, which must be the end of a line, and begins a new line there.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        Length = length;
        _stage = Stage.Start;
        _count = 0;
    }

    /// <summary>Adds a tag and escapes its value; an empty value is left out, since it means the same as none.</summary>
    public LineWriter Tag(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        BeginTag(name, !value.IsEmpty);
        var start = Length;
        Append(value);
        EscapeFrom(start);
        return this;
    }

    /// <inheritdoc cref="Tag(ReadOnlySpan{byte}, ReadOnlySpan{char})"/>
    public LineWriter Tag(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        BeginTag(name, !value.IsEmpty);
        var start = Length;
        Append(value);
        EscapeFrom(start);
        return this;
    }

    /// <summary>Adds a tag whose value is escaped already: one that is passed on as it came.</summary>
    public LineWriter RawTag(ReadOnlySpan<byte> name, ReadOnlySpan<byte> escaped)
    {
        if (escaped.IndexOfAny(NotInRawTagValues) >= 0)
            throw new ArgumentException("This is not an escaped tag value.", nameof(escaped));
        BeginTag(name, !escaped.IsEmpty);
        Append(escaped);
        return this;
    }

    public LineWriter Source(ReadOnlySpan<char> source)
    {
        BeginSource();
        var start = Length;
        Append(source);
        CheckWord(start, nameof(source), mayBeginWithColon: true);
        return this;
    }

    public LineWriter Source(ReadOnlySpan<byte> source)
    {
        BeginSource();
        var start = Length;
        Append(source);
        CheckWord(start, nameof(source), mayBeginWithColon: true);
        return this;
    }

    public LineWriter Command(ReadOnlySpan<byte> command)
    {
        BeginBody(Stage.Parameters);
        if (command.IsEmpty || command.IndexOfAnyExcept(Line.CommandBytes) >= 0)
            throw new ArgumentException("A command has letters and digits only.", nameof(command));
        Append(command);
        return this;
    }

    /// <summary>Adds a parameter that is one word: not empty, without spaces, not beginning with ':'.</summary>
    public LineWriter Param(ReadOnlySpan<char> word)
    {
        BeginParameter(Stage.Parameters);
        var start = Length;
        Append(word);
        CheckWord(start, nameof(word));
        return this;
    }

    /// <inheritdoc cref="Param(ReadOnlySpan{char})"/>
    public LineWriter Param(ReadOnlySpan<byte> word)
    {
        BeginParameter(Stage.Parameters);
        var start = Length;
        Append(word);
        CheckWord(start, nameof(word));
        return this;
    }

    public LineWriter Param(long number)
    {
        BeginParameter(Stage.Parameters);
        const int longest = 20;
        Utf8Formatter.TryFormat(number, Free(longest), out var written);
        Length += written;
        return this;
    }

    /// <summary>Adds the last parameter, always with ':', so it may hold anything or nothing.</summary>
    public LineWriter Last(ReadOnlySpan<char> text)
    {
        BeginParameter(Stage.Last);
        Append(":"u8);
        return More(text);
    }

    /// <inheritdoc cref="Last(ReadOnlySpan{char})"/>
    public LineWriter Last(ReadOnlySpan<byte> text)
    {
        BeginParameter(Stage.Last);
        Append(":"u8);
        return More(text);
    }

    /// <summary>Continues the last parameter, for lists that are filled as long as there is <see cref="Room"/>.</summary>
    public LineWriter More(ReadOnlySpan<char> text)
    {
        Demand(_stage == Stage.Last);
        var start = Length;
        Append(text);
        BlankFrom(start);
        return this;
    }

    /// <inheritdoc cref="More(ReadOnlySpan{char})"/>
    public LineWriter More(ReadOnlySpan<byte> text)
    {
        Demand(_stage == Stage.Last);
        var start = Length;
        Append(text);
        BlankFrom(start);
        return this;
    }

    /// <summary>Ends the line with CR LF; the next call begins another.</summary>
    public LineWriter End()
    {
        Demand(_stage >= Stage.Parameters);
        Append("\r\n"u8);
        _stage = Stage.Start;
        _count = 0;
        return this;
    }

    private static void Demand(bool order)
    {
        if (!order)
            throw new InvalidOperationException("The parts of a line are: tags, a source, a command, at most 15 parameters, the end.");
    }

    private void BeginTag(ReadOnlySpan<byte> name, bool valued)
    {
        Demand(_stage <= Stage.Tags);
        if (name.IsEmpty || name.IndexOfAny(NotInTagNames) >= 0)
            throw new ArgumentException("This is not the name of a tag.", nameof(name));
        Append(_stage == Stage.Start ? "@"u8 : ";"u8);
        _stage = Stage.Tags;
        Append(name);
        if (valued)
            Append("="u8);
    }

    private void BeginSource()
    {
        Demand(_stage <= Stage.Tags);
        BeginBody(Stage.Source);
        Append(":"u8);
    }

    private void BeginBody(Stage stage)
    {
        Demand(_stage < Stage.Parameters);
        if (_stage != Stage.Start)
            Append(" "u8);
        if (_stage <= Stage.Tags)
            _bodyStart = Length;
        _stage = stage;
    }

    private void BeginParameter(Stage stage)
    {
        Demand(_stage == Stage.Parameters && _count < LineLimits.Parameters);
        _count++;
        _stage = stage;
        Append(" "u8);
    }

    private void CheckWord(int start, string name, bool mayBeginWithColon = false)
    {
        var word = _bytes.AsSpan(start, Length - start);
        if (word.IsEmpty || (word[0] == ':' && !mayBeginWithColon) || word.IndexOfAny(Separators) >= 0)
            throw new ArgumentException("This must be one word: not empty, without spaces, not beginning with ':'.", name);
    }

    /// <summary>Escapes what was just written. Text is transcoded first because a tag value rarely needs escaping at all.</summary>
    private void EscapeFrom(int start)
    {
        var written = _bytes.AsSpan(start, Length - start);
        if (written.IndexOfAny(TagValue.Special) < 0)
            return;
        var special = 0;
        foreach (var b in written)
            special += TagValue.Special.Contains(b) ? 1 : 0;
        Free(special);
        var to = Length + special;
        for (var from = Length - 1; from >= start; from--)
        {
            var b = _bytes[from];
            var escape = TagValue.Special.Contains(b);
            _bytes[--to] = escape ? TagValue.Letter(b) : b;
            if (escape)
                _bytes[--to] = (byte)'\\';
        }
        Length += special;
    }

    private void BlankFrom(int start) => _bytes.AsSpan(start, Length - start).ReplaceAny(LineBreakers, (byte)' ');

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Free(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Half a surrogate pair, which has no UTF-8, becomes the replacement character.</summary>
    private void Append(ReadOnlySpan<char> text)
    {
        const int longestOfOneChar = 3;
        Utf8.FromUtf16(text, Free(text.Length * longestOfOneChar), out _, out var written);
        Length += written;
    }

    private Span<byte> Free(int needed)
    {
        if (_bytes.Length - Length < needed)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + needed));
        return _bytes.AsSpan(Length);
    }
}
