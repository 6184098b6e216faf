using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Search;

namespace ChatRoom.Journal;

/// <summary>
/// The newest <paramref name="Most"/> of what was said in places that the asker may read, between <paramref name="After"/> and
/// <paramref name="Before"/> (both exclusive).
/// </summary>
/// <param name="Places">Conversations, each with the audiences that may be read there.</param>
/// <param name="Words">What is looked for; nothing finds all.</param>
/// <param name="From">By whom, as they were called then.</param>
public sealed record SearchQuery(
    ValueList<SearchPlace> Places, SearchWords Words, Option<Nick> From, Sequence After, Sequence Before, int Most)
{
    /// <summary>So many messages with all words of a phrase are read for the phrase.</summary>
    public const int MostRead = 5_000;

    /// <summary>More than that is not looked through for one question: the index is far behind then, which is said.</summary>
    private const long MostUnindexed = 20_000;

    /// <summary>Everything that is kept, for who looks into the data folder.</summary>
    public bool IsEverywhere { get; init; }

    /// <exception cref="SearchUnavailableException">The index reaches to <paramref name="indexed"/>, and nobody would wait for the rest to be looked through.</exception>
    public static void RequireIndexed(long indexed, long last)
    {
        if (last - indexed > MostUnindexed)
            throw new SearchUnavailableException($"the index of words is being made; {indexed * 100 / last} % are done");
    }

    public bool Finds(Recorded recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Event is Event.Said { Kind: not SayKind.Annotation } said && After.CompareTo(recorded.Sequence) < 0 && recorded.Sequence.CompareTo(Before) < 0
            && !said.Body.Lines.IsEmpty && IsRead(said.In) && (!From.TryGet(out var nick) || nick.Key == said.Who.Nick.Key) && Words.Matches(said.Body.Lines);
    }

    private bool IsRead(Conversation conversation)
    {
        if (IsEverywhere)
            return true;
        var (key, audience) = (ConversationKey.Of(conversation), HistoryQuery.AudienceOf(conversation));
        return Places.Any(place => place.Conversation == key && place.Audiences.Contains(audience));
    }
}

/// <summary>A conversation, and what of it may be read.</summary>
public sealed record SearchPlace(ConversationKey Conversation, ValueList<Audience> Audiences);

/// <summary>The index can't answer yet, or not at all; the message says why.</summary>
public sealed class SearchUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
