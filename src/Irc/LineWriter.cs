using System.Buffers;

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

    private GrowingBytes _bytes = new(capacity);
    private Stage _stage;
    private int _bodyStart;
    private int _count;

    /// <summary>What was written last. Ordered: a line goes from one to the next and never back.</summary>
    private enum Stage
    {
        Nothing,
        Tag,
        Source,
        CommandOrParameter,
        LastParameter,
    }

    /// <summary>How many bytes are written, finished or not.</summary>
    public int Length => _bytes.Length;

    /// <summary>How many bytes the unfinished line may still take, if its body is to have at most 512 with CR LF.</summary>
    public int Room => LineLimits.Body - LineLimits.End - (_stage <= Stage.Tag ? 0 : Length - _bodyStart);

    /// <summary>What is written from there on. It is valid until the next write.</summary>
    public ReadOnlySpan<byte> Span(int start = 0) => _bytes.From(start);

    /// <summary>Forgets everything and keeps the buffer.</summary>
    public void Clear() => Truncate(0);

    /// <summary>Forgets what was written after this length, which must be the end of a line, and begins a new line there.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        _bytes.Truncate(length);
        BeginLine();
    }

    /// <summary>Adds a tag and escapes its value. The '=' is left out before an empty value, which means the same as none.</summary>
    public LineWriter Tag(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        BeginTag(name, value.IsEmpty);
        _bytes.EscapeTagValue(_bytes.Append(value));
        return this;
    }

    /// <inheritdoc cref="Tag(ReadOnlySpan{byte}, ReadOnlySpan{char})"/>
    public LineWriter Tag(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        BeginTag(name, value.IsEmpty);
        _bytes.EscapeTagValue(_bytes.Append(value));
        return this;
    }

    /// <summary>Adds a tag whose value is escaped already: one that is passed on as it came.</summary>
    public LineWriter RawTag(ReadOnlySpan<byte> name, ReadOnlySpan<byte> escaped)
    {
        if (escaped.IndexOfAny(NotInRawTagValues) >= 0)
            throw new ArgumentException("This is not an escaped tag value.", nameof(escaped));
        BeginTag(name, escaped.IsEmpty);
        _bytes.Append(escaped);
        return this;
    }

    public LineWriter Source(ReadOnlySpan<char> source)
    {
        BeginSource();
        return Checked(_bytes.Append(source), mayBeginWithColon: true);
    }

    /// <inheritdoc cref="Source(ReadOnlySpan{char})"/>
    public LineWriter Source(ReadOnlySpan<byte> source)
    {
        BeginSource();
        return Checked(_bytes.Append(source), mayBeginWithColon: true);
    }

    public LineWriter Command(ReadOnlySpan<byte> command)
    {
        if (command.IsEmpty || command.IndexOfAnyExcept(Line.CommandBytes) >= 0)
            throw new ArgumentException("A command has letters and digits only.", nameof(command));
        BeginBody(Stage.CommandOrParameter);
        _bytes.Append(command);
        return this;
    }

    /// <summary>Adds a parameter that is one word: not empty, without spaces, not beginning with ':'.</summary>
    public LineWriter Param(ReadOnlySpan<char> word)
    {
        BeginParameter(Stage.CommandOrParameter);
        return Checked(_bytes.Append(word), mayBeginWithColon: false);
    }

    /// <inheritdoc cref="Param(ReadOnlySpan{char})"/>
    public LineWriter Param(ReadOnlySpan<byte> word)
    {
        BeginParameter(Stage.CommandOrParameter);
        return Checked(_bytes.Append(word), mayBeginWithColon: false);
    }

    public LineWriter Param(long number)
    {
        BeginParameter(Stage.CommandOrParameter);
        _bytes.Append(number);
        return this;
    }

    /// <summary>Adds the last parameter, always with ':', so it may hold anything or nothing.</summary>
    public LineWriter Last(ReadOnlySpan<char> text)
    {
        BeginLast();
        return More(text);
    }

    /// <inheritdoc cref="Last(ReadOnlySpan{char})"/>
    public LineWriter Last(ReadOnlySpan<byte> text)
    {
        BeginLast();
        return More(text);
    }

    /// <summary>Continues the last parameter, for lists that are filled as long as there is <see cref="Room"/>.</summary>
    public LineWriter More(ReadOnlySpan<char> text)
    {
        Demand(_stage == Stage.LastParameter);
        _bytes.From(_bytes.Append(text)).ReplaceAny(LineBreakers, (byte)' ');
        return this;
    }

    /// <inheritdoc cref="More(ReadOnlySpan{char})"/>
    public LineWriter More(ReadOnlySpan<byte> text)
    {
        Demand(_stage == Stage.LastParameter);
        _bytes.From(_bytes.Append(text)).ReplaceAny(LineBreakers, (byte)' ');
        return this;
    }

    /// <summary>Ends the line with CR LF; the next call begins another.</summary>
    public LineWriter End()
    {
        Demand(_stage >= Stage.CommandOrParameter);
        _bytes.Append("\r\n"u8);
        BeginLine();
        return this;
    }

    private static void Demand(bool order)
    {
        if (!order)
            throw new InvalidOperationException("The parts of a line are: tags, a source, a command, at most 15 parameters, the end.");
    }

    private void BeginLine()
    {
        _stage = Stage.Nothing;
        _count = 0;
    }

    private void BeginTag(ReadOnlySpan<byte> name, bool isEmpty)
    {
        Demand(_stage <= Stage.Tag);
        if (name.IsEmpty || name.IndexOfAny(NotInTagNames) >= 0)
            throw new ArgumentException("This is not the name of a tag.", nameof(name));
        _bytes.Append(_stage == Stage.Nothing ? "@"u8 : ";"u8);
        _stage = Stage.Tag;
        _bytes.Append(name);
        if (!isEmpty)
            _bytes.Append("="u8);
    }

    private void BeginSource()
    {
        Demand(_stage <= Stage.Tag);
        BeginBody(Stage.Source);
        _bytes.Append(":"u8);
    }

    private void BeginBody(Stage stage)
    {
        Demand(_stage < Stage.CommandOrParameter);
        if (_stage != Stage.Nothing)
            _bytes.Append(" "u8);
        if (_stage <= Stage.Tag)
            _bodyStart = Length;
        _stage = stage;
    }

    private void BeginParameter(Stage stage)
    {
        Demand(_stage == Stage.CommandOrParameter && _count < LineLimits.Parameters);
        _count++;
        _stage = stage;
        _bytes.Append(" "u8);
    }

    private void BeginLast()
    {
        BeginParameter(Stage.LastParameter);
        _bytes.Append(":"u8);
    }

    private LineWriter Checked(int start, bool mayBeginWithColon)
    {
        var word = _bytes.From(start);
        if (word.IsEmpty || (word[0] == ':' && !mayBeginWithColon) || word.IndexOfAny(Separators) >= 0)
            throw new ArgumentException("One word is needed here: not empty, without spaces, and as a parameter not beginning with ':'.");
        return this;
    }
}
