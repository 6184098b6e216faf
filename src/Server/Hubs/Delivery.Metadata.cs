using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Hubs;

/// <summary>Who hears of metadata: connections that subscribed to a key, of rooms and people that they share or watch. Most servers have none.</summary>
public sealed partial class Delivery
{
    private int _subscribers;

    private void Subscribe(LocalConnection connection, ValueList<MetadataKey> keys)
    {
        _subscribers += (keys.IsEmpty ? 0 : 1) - (connection.Subscribed.IsEmpty ? 0 : 1);
        connection.Subscribed = keys;
    }

    private void TellSubscribers(Effect.TellPeers tell, World world)
    {
        if (_subscribers == 0)
            return;
        _broadcast++;
        foreach (var room in tell.Rooms)
            TellSubscribers(membership.In(room), tell.What, world);
        TellSubscribers(membership.Of(tell.Of.Id), tell.What, world);
        TellSubscribers(_watchlist.Of(tell.Of.Nick), tell.What, world);
    }

    /// <summary>Who did it is answered instead.</summary>
    private void TellSubscribers(ReadOnlySpan<LocalConnection> connections, Recorded what, World world)
    {
        if (_subscribers == 0)
            return;
        if (what.Event is Event.MetadataSet { Of: MetadataOwner.OfRoom } or Event.MetadataCleared { Of: MetadataOwner.OfRoom })
            _broadcast++;
        foreach (var connection in connections)
        {
            if (connection.Subscribed.IsEmpty || connection.Id == what.Origin || connection.LastBroadcast == _broadcast || connection.Outbox.IsClosed)
                continue;
            connection.LastBroadcast = _broadcast;
            Deliver(connection, renderer.TellOne(connection, what, world));
        }
    }

    /// <summary>Who is in a room learns what is said of who comes in. What they learn themselves stands in their answer.</summary>
    private void TellOfNewcomer(Recorded what, World world)
    {
        if (_subscribers == 0 || what.Event is not Event.Joined joined || !world.People.Find(joined.Who.Id).TryGet(out var person) || world.MetadataOf(person).IsEmpty)
            return;
        foreach (var connection in membership.In(joined.Room))
        {
            if (!connection.Subscribed.IsEmpty && connection.Person != person.Id && !connection.Outbox.IsClosed)
                Deliver(connection, renderer.TellOne(connection, what, world));
        }
    }
}
