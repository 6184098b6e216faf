namespace ChatRoom.Irc;

/// <summary>What a <see cref="LineReader"/> found.</summary>
public enum LineRead
{
    /// <summary>No whole line is there: receive more.</summary>
    NeedMore,

    /// <summary>A line that is neither empty nor too long.</summary>
    Line,

    /// <summary>A line longer than the limit, told once for each such line; the rest of it is dropped. The server answers 417.</summary>
    TooLong,
}
