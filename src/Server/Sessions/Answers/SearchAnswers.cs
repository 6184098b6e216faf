using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;
using ChatRoom.Journal.Search;
using ChatRoom.Server.Sessions.Commands;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>The newest of what somebody may read and looks for, the oldest of it first, as CHATHISTORY tells it.</summary>
public static class SearchAnswers
{
    public static IEnumerable<Written> Write(Standpoint from, Search what, Capability capabilities, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(what);
        if (Query(from, what) is not { } query)
        {
            Fail(to, "INVALID_PARAMS", Numeric.Word(what.In ?? "*"), "You are not in such a room, and nobody of that nickname is here");
            return [default];
        }
        try
        {
            var found = what.Words.Phrases.IsEmpty && what.From.IsNone ? Page(from.History, query) : from.History.Search(query);
            return Batch(from, found, capabilities, to);
        }
        catch (SearchUnavailableException unavailable)
        {
            Fail(to, "INTERNAL_ERROR", "*", $"Searching is not possible now: {unavailable.Message}");
            return [default];
        }
    }

    private static IEnumerable<Written> Batch(Standpoint from, IReadOnlyList<Recorded> found, Capability capabilities, Numeric to)
    {
        var batch = HistoryAnswers.Open(capabilities, isEnd: false, to, Capabilities.Name(Capability.Search));
        var events = new EventWriter(from.Info);
        var variant = Offered.DeliveryOptions(capabilities).Variant;
        foreach (var message in found.OrderBy(message => message.Sequence))
        {
            events.Write(to.Writer, Now(from.World, message), variant, new Within(IsPlayed: true, batch));
            yield return default;
        }
        HistoryAnswers.Close(batch, to);
        yield return default;
    }

    /// <summary>A room under the name that it has now.</summary>
    private static Recorded Now(World world, Recorded message) =>
        message.Event is Event.Said { In: Conversation.InRoom place } && world.Rooms.Find(place.Room).TryGet(out var room)
            ? HistoryTarget.Of(room, Rights.None).Under(message)
            : message;

    private static void Fail(Numeric to, string code, string about, string text) =>
        to.Writer.Source(to.Server).Command("FAIL"u8).Param("SEARCH").Param(code).Param(about).Last(text).End();

    /// <summary>Both times are included, as the specification says. Null where the place is none that may be read.</summary>
    private static SearchQuery? Query(Standpoint from, Search what)
    {
        if (!from.World.Person(from.Connection).TryGet(out var self))
            return null;
        var after = what.After.IsAny ? HistoryQuery.Beginning : new Sequence(what.After.In(from.History).First.Number - 1);
        var before = what.Before.IsAny ? HistoryQuery.End : what.Before.In(from.History).Last.Next;
        Domain.Data.ValueList<SearchPlace>? places = what.In is { } target ? Place(from, target) : [.. Places(from, self)];
        return places is { } known ? new SearchQuery(known, what.Words, what.From, after, before, what.Most) : null;
    }

    private static Domain.Data.ValueList<SearchPlace>? Place(Standpoint from, string target) =>
        HistoryTarget.Find(from, target).TryGet(out var found) ? [new SearchPlace(found.Key, found.Audiences)] : null;

    /// <summary>The rooms that one is in, and one's private conversations.</summary>
    private static IEnumerable<SearchPlace> Places(Standpoint from, Person self)
    {
        foreach (var id in self.Rooms)
        {
            if (from.World.Rooms.Find(id).TryGet(out var room) && room.Members.Find(self.Id).TryGet(out var rights))
                yield return new SearchPlace(ConversationKey.Of(id), Audiences.HeardBy(rights));
        }
        foreach (var pair in from.History.Pairs(Party.Of(self.Who)))
            yield return new SearchPlace(pair, Audiences.HeardBy(Rights.None));
    }

    /// <summary>Of one conversation, where nothing is looked for in it.</summary>
    private static IReadOnlyList<Recorded> Page(IHistory history, SearchQuery query) =>
        history.Said(new HistoryQuery(query.Places[0].Conversation, query.Places[0].Audiences, query.After, query.Before, query.Most, FromEnd: true));
}
