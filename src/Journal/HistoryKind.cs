using ChatRoom.Domain.Events;

namespace ChatRoom.Journal;

/// <summary>
/// What of a conversation is asked for. Who asks can show some of it and not the rest, so a page is made of what it can show, and what it can't
/// costs nothing. The numbers are stored: bits beside those of an <see cref="Audience"/>, in the same column.
/// </summary>
public enum HistoryKind
{
    /// <summary>What was said, to be read.</summary>
    Words = 0,

    /// <summary>Something without words that is about no other message.</summary>
    Sign = 32,

    /// <summary>What others think of an earlier message: a reaction.</summary>
    Remark = 64,

    /// <summary>Who came and went, and what was set.</summary>
    Happening = 128,

    /// <summary>What was said and taken back. Its words are gone.</summary>
    TakenBack = 256,

    /// <summary>That an earlier message was taken back.</summary>
    Redaction = 512,
}
