using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal;

/// <summary>
/// Questions about what is kept. Every answer is a page with a bound, read in a transaction of its own, so that a slow
/// reader never holds the journal's write-ahead log.
/// </summary>
public interface IHistory : IDisposable
{
    /// <summary>Whether a question goes to another machine, and may wait for it.</summary>
    bool IsFar => false;

    /// <summary>The last event that is durable now.</summary>
    Sequence End { get; }

    /// <summary>
    /// Of a journal that was trimmed, the world that the rest is replayed from. Rows of comings and goings up to there may be
    /// missing; every row that is there has its number, and every answer below leaves the holes out.
    /// </summary>
    Option<Base> Base { get; }

    /// <summary>Whole events in order, from the one behind <paramref name="after"/>: catching up, export, verification.</summary>
    IReadOnlyList<Recorded> Read(Sequence after, int most);

    /// <summary>The same without bodies, which no rule reads: recovery.</summary>
    IReadOnlyList<Recorded> ReadHeaders(Sequence after, int most);

    /// <summary>What was said, in order of saying: the page that <paramref name="query"/> asks for.</summary>
    IReadOnlyList<Recorded> Said(HistoryQuery query);

    /// <summary>What was said that fits the query, the newest first.</summary>
    /// <exception cref="SearchUnavailableException">The index of words is not ready.</exception>
    IReadOnlyList<Recorded> Search(SearchQuery query);

    /// <summary>What belongs to each of these messages and fits the query (its places aside): the last of each, in order, so many as it wants.</summary>
    ILookup<Sequence, Recorded> About(IReadOnlyList<Sequence> messages, HistoryQuery query);

    /// <summary>The private conversations of somebody, in no order.</summary>
    IReadOnlyList<ConversationKey> Pairs(Party of);

    Recorded? Find(Sequence sequence);

    /// <summary>The first event that did not happen before this moment, or the place behind the last one.</summary>
    Sequence At(Timestamp moment);
}
