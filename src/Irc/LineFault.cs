namespace ChatRoom.Irc;

/// <summary>Why some bytes are not a line of IRC.</summary>
public enum LineFault
{
    /// <summary>They are one.</summary>
    None,

    /// <summary>Nothing, or only spaces: to be ignored without an answer (RFC 1459 section 2.3.1).</summary>
    Empty,

    /// <summary>NUL, CR or LF inside; RFC 1459 section 2.3.1 excludes them from every part, and they are how lines are smuggled.</summary>
    ControlByte,

    /// <summary>The tags are longer than the sender may send; the server answers 417 (IRCv3 message-tags, "Size limit").</summary>
    TagsTooLong,

    /// <summary>The part after the tags is longer than 512 bytes with CR LF; the server answers 417.</summary>
    TooLong,

    /// <summary>Tags or a source, and nothing behind them.</summary>
    NoCommand,

    /// <summary>The command is not made of ASCII letters and digits only (RFC 1459 section 2.3.1); the server answers 421.</summary>
    BadCommand,

    /// <summary>A client sent bytes that are not UTF-8 (IRCv3 utf8-only).</summary>
    NotUtf8,
}
