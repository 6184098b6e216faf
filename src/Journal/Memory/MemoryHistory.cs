using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Memory;

/// <summary>Questions to what is in memory, by walking over it: there is never much.</summary>
internal sealed class MemoryHistory(MemoryStore store) : IHistory
{
    public IReadOnlyList<Recorded> Read(Sequence after, int most) => store.Between(
        after, HistoryQuery.End, events => events[..Math.Min(Math.Max(most, 0), events.Length)].ToArray());

    /// <summary>Without the words, so that code that needs them fails here too and not only with a file.</summary>
    public IReadOnlyList<Recorded> ReadHeaders(Sequence after, int most) => [.. Read(after, most).Select(WithoutBody)];

    public IReadOnlyList<Recorded> Said(HistoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return store.Between(query.After, query.Before, events => Said(events, query));
    }

    public IReadOnlyList<Recorded> Search(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return store.Between(query.After, query.Before, events =>
        {
            var found = new List<Recorded>();
            for (var i = events.Length - 1; i >= 0 && found.Count < query.Most; i--)
            {
                if (query.Finds(events[i]))
                    found.Add(events[i]);
            }
            return found;
        });
    }

    public ILookup<Sequence, Recorded> About(IReadOnlyList<Sequence> messages, HistoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (numbers, wanted) = (HistoryPlaces.Numbers(query).ToArray(), messages.ToHashSet());
        return store.Between(HistoryQuery.Beginning, HistoryQuery.End, events => events.ToArray())
            .Where(recorded => HistoryPlaces.AboutOf(recorded.Event).Exists(about => wanted.Contains(about.What)) && Belongs(recorded, query.Conversation, numbers))
            .GroupBy(recorded => HistoryPlaces.AboutOf(recorded.Event).Match(about => about.What, () => default))
            .SelectMany(group => group.TakeLast(query.Most).Select(recorded => (group.Key, recorded)))
            .ToLookup(pair => pair.Key, pair => pair.recorded);
    }

    public IReadOnlyList<ConversationKey> Pairs(Party of) => store.Between(HistoryQuery.Beginning, HistoryQuery.End, events => events.ToArray())
        .Select(recorded => recorded.Event).OfType<Event.Said>().Select(said => ConversationKey.Of(said.In)).Distinct()
        .Where(key => key.Other(of).IsSome).ToList();

    public Recorded? Find(Sequence sequence) => Read(new Sequence(sequence.Number - 1), 1) is [var found] && found.Sequence == sequence ? found : null;

    public Sequence At(Timestamp moment) => store.Between(HistoryQuery.Beginning, HistoryQuery.End, events =>
    {
        foreach (var recorded in events)
        {
            if (recorded.At.Milliseconds >= moment.Milliseconds)
                return recorded.Sequence;
        }
        return events.IsEmpty ? HistoryQuery.Beginning.Next : events[^1].Sequence.Next;
    });

    public Sequence End => store.Between(
        HistoryQuery.Beginning, HistoryQuery.End, events => events.IsEmpty ? HistoryQuery.Beginning : events[^1].Sequence);

    /// <summary>What memory forgets it forgets for all, so nothing is made from a base.</summary>
    public Option<Base> Base => Option<Base>.None;

    public void Dispose()
    {
        // The store belongs to the code that made it.
    }

    private List<Recorded> Said(ReadOnlySpan<Recorded> events, HistoryQuery query)
    {
        var page = new List<Recorded>();
        var numbers = HistoryPlaces.Numbers(query).ToArray();
        for (var i = 0; i < events.Length && page.Count < query.Most; i++)
        {
            var recorded = events[query.FromEnd ? events.Length - 1 - i : i];
            if (Belongs(recorded, query.Conversation, numbers))
                page.Add(recorded);
        }
        if (query.FromEnd)
            page.Reverse();
        page.RemoveAll(what => HistoryPlaces.AboutOf(what.Event).Exists(about => query.Known.Contains(about.What)));
        return page;
    }

    private bool Belongs(Recorded recorded, ConversationKey conversation, int[] numbers)
    {
        if (HistoryPlaces.Of(recorded.Event) is not var (key, number) || key != conversation)
            return false;
        var isTakenBack = store.IsTakenBack(recorded.Sequence);
        return numbers.Contains(isTakenBack ? number | (int)HistoryKind.TakenBack : number)
            && (isTakenBack || recorded.Event is not Event.Said || !HistoryPlaces.IsForgotten(recorded.Event));
    }

    private static Recorded WithoutBody(Recorded recorded) => recorded.Event switch
    {
        Event.Said said => recorded with { Event = said with { Body = Body.Forgotten } },
        Event.Left left => recorded with { Event = left with { Reason = "" } },
        Event.Departed departed => recorded with { Event = departed with { Words = "" } },
        _ => recorded,
    };
}
