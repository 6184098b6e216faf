using System.Collections.Immutable;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Chat;

/// <summary>A room, a private conversation or the server's own words: what was said there, and who is there.</summary>
/// <param name="Name">As the server writes it.</param>
public sealed record Conversation(string Name, ConversationKind Kind)
{
    /// <summary>What is loaded, from older to newer, without a hole that is not an entry of its own. Bounded: see <see cref="ClientLimits"/>.</summary>
    public Transcript Entries { get; init; } = [];

    public Reach Older { get; init; } = Reach.Untold;

    /// <summary>Not <see cref="Reach.End"/> when newer entries were dropped while a person read old ones; what is said now is then only counted.</summary>
    public Reach Newer { get; init; } = Reach.End;

    /// <summary>Keyed by the nickname in the server's small letters, so that they come in a steady order.</summary>
    public ImmutableSortedDictionary<string, Member> Members { get; init; } = ImmutableSortedDictionary.Create<string, Member>(StringComparer.Ordinal);

    /// <summary>Members beyond those that are remembered.</summary>
    public int MoreMembers { get; init; }

    public string Topic { get; init; } = "";

    /// <summary>The server has told the topic since we came in. Where it tells none, there is none: it may have ended while we were away.</summary>
    public bool TopicTold { get; init; }

    /// <summary>We are in the room; for a person, always.</summary>
    public bool Inside { get; init; }

    /// <summary>Messages that came since a person last looked.</summary>
    public int Unread { get; init; }

    /// <summary>Those of them that name us.</summary>
    public int Mentions { get; init; }

    /// <summary>Lines of ours that failed here while the person looked elsewhere.</summary>
    public int Failures { get; init; }

    /// <summary>The number of the first entry that nobody has looked at; the unread line stands above it. It stays while one looks.</summary>
    public long? UnreadFrom { get; init; }

    /// <summary>How far it was read when it was left, at an earlier start; null where nobody knows.</summary>
    public DateTimeOffset? ReadUntil { get; init; }

    /// <summary>Whether it was said after the person was here last.</summary>
    internal bool IsMissed(Stamp at) => ReadUntil is { } until && at.Time > until;

    public ImmutableList<Typist> Typing { get; init; } = [];

    /// <summary>The entry at which a person reads far from the end: it is not dropped for newer ones. Null: they read the newest.</summary>
    public long? ReadingAt { get; init; }

    /// <summary>
    /// Something was heard here as it happened. What is played afterwards is news that we missed; what was played before is not.
    /// </summary>
    public bool Settled { get; init; }

    /// <summary>The number of the next new entry. Numbers leave room between them, for what is played later and belongs there.</summary>
    public long NextNumber { get; init; }

    /// <summary>The lowest number that was ever given; older entries get lower ones, so that none is given twice.</summary>
    public long LowestNumber { get; init; }
}
