using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Hubs;

/// <summary>Who hears what, in which rendering, and under which label.</summary>
public sealed partial class Delivery
{
    private void TellRoom(Effect.TellRoom tell, World world)
    {
        var members = tell.Audience == Audience.Everyone
            ? Map<Ascending<PersonId>, PersonId, Rights>.Empty
            : world.Rooms.Find(tell.Room).Map(room => room.Members).IfNone(Map<Ascending<PersonId>, PersonId, Rights>.Empty);
        foreach (var connection in membership.In(tell.Room))
        {
            if (tell.Audience == Audience.Everyone || IsAddressed(connection, tell, members))
                Hear(connection, tell.What);
        }
    }

    /// <summary>Who said it hears it too, whatever their rights.</summary>
    private static bool IsAddressed(LocalConnection connection, Effect.TellRoom tell, Map<Ascending<PersonId>, PersonId, Rights> members) =>
        connection.Id == tell.What.Origin || (connection.Person is { } person && members.Find(person).Exists(rights => Audiences.Hears(rights, tell.Audience)));

    private void TellPeers(Effect.TellPeers tell)
    {
        _broadcast++;
        foreach (var room in tell.Rooms)
        {
            foreach (var connection in membership.In(room))
                HearOnce(connection, tell.What);
        }
        foreach (var connection in membership.Of(tell.Of.Id))
            HearOnce(connection, tell.What);
        if (tell.What.Event is Event.AwaySet or Event.LoggedIn or Event.LoggedOut or Event.RealNameSet)
        {
            foreach (var connection in _watchlist.Of(tell.Of.Nick))
                HearOfWatched(connection, tell.What);
        }
    }

    /// <summary>To others one goes and another comes; those two are told of their rooms.</summary>
    private void Unite(Effect.Unite unite, World world)
    {
        if (unite.What.Event is not Event.Merged merged || !world.People.Find(unite.Into).TryGet(out var into))
            throw new InvalidOperationException("Nobody became somebody else.");
        var (guests, own) = (membership.Of(unite.Guest).ToArray(), membership.Of(unite.Into).ToArray());
        _broadcast++;
        foreach (var connection in guests.Concat(own))
            connection.LastBroadcast = _broadcast;
        foreach (var (room, _) in unite.Rooms)
        {
            foreach (var connection in membership.In(room))
            {
                if (connection.LastBroadcast == _broadcast)
                    continue;
                connection.LastBroadcast = _broadcast;
                Add(connection, renderer.TellOne(connection, unite.What, world));
            }
        }
        membership.Unite(unite.Guest, unite.Rooms.Select(room => room.Id), into, merged.Taken);
        foreach (var connection in own)
            Add(connection, renderer.United(connection, world, unite, wasGuest: false));
        foreach (var connection in guests)
            Add(connection, renderer.United(connection, world, unite, wasGuest: true));
    }

    private void HearOnce(LocalConnection connection, Recorded what)
    {
        if (connection.LastBroadcast == _broadcast)
            return;
        connection.LastBroadcast = _broadcast;
        Hear(connection, what);
    }

    private void Hear(LocalConnection connection, Recorded what)
    {
        if (connection.Id == what.Origin && !HearsOwn(connection, what.Event))
            return;
        var lines = _renderings.Of(what, connection.DeliveryOptions.Variant);
        if (lines.IsEmpty || connection.Outbox.IsClosed)
            return;
        _told++;
        Add(connection, lines);
    }

    /// <summary>What one says to oneself is delivered, and where echoes are wanted it is echoed too; only the echo is the answer to a label.</summary>
    private void HearInPrivate(LocalConnection connection, Recorded what)
    {
        if (connection.Id == what.Origin && connection.DeliveryOptions.EchoMessage && !connection.Outbox.IsClosed && IsToOneself(what.Event))
        {
            _told++;
            Deliver(connection, _renderings.Of(what, connection.DeliveryOptions.Variant));
        }
        Hear(connection, what);
    }

    /// <summary>
    /// A client hears its own words only if it asked for that. What is said to oneself is heard by who it is said to. That it is away
    /// it is answered in words of its own.
    /// </summary>
    private static bool HearsOwn(LocalConnection connection, Event happened) =>
        happened is not (Event.AwaySet or Event.MarkedRead) && (connection.DeliveryOptions.EchoMessage || happened is not (Event.Said or Event.Signalled) || IsToOneself(happened));

    private static bool IsToOneself(Event happened) => happened switch
    {
        Event.Said { In: Conversation.Between between } said => between.To.Id == said.Who.Id,
        Event.Signalled { In: Conversation.Between between } signalled => between.To.Id == signalled.Who.Id,
        _ => false,
    };

    private void FinishLabel()
    {
        if (_labelling is not { } connection)
            return;
        _labelling = null;
        renderer.Label(_label, _labelled);
        foreach (var item in _labelled)
        {
            if (item.Answer is null)
                Add(connection, item.Lines);
            else
                Add(connection, item.Answer);
        }
        _labelled.Clear();
    }

    private void Add(LocalConnection connection, Slice lines)
    {
        if (lines.IsEmpty)
            return;
        if (ReferenceEquals(connection, _labelling))
        {
            _labelled.Add(new OutboxItem(lines, null));
            return;
        }
        Deliver(connection, lines);
    }

    /// <summary>Under no label, whatever is being answered.</summary>
    private void Deliver(LocalConnection connection, Slice lines)
    {
        if (lines.IsEmpty)
            return;
        connection.Outbox.Add(lines);
        Note(connection);
    }

    private void Add(LocalConnection connection, Answer answer)
    {
        if (ReferenceEquals(connection, _labelling))
        {
            _labelled.Add(new OutboxItem(default, answer));
            return;
        }
        connection.Outbox.Add(answer);
        Note(connection);
    }

    private void Note(LocalConnection connection)
    {
        if (connection.Outbox.IsNoted)
            return;
        connection.Outbox.IsNoted = true;
        _noted.Add(connection);
    }
}
