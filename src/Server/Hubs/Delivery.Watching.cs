using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Hubs;

/// <summary>Who watches a nickname hears when somebody of that name comes or goes.</summary>
public sealed partial class Delivery
{
    private void Watch(LocalConnection connection, HubRequest.Watch watch)
    {
        foreach (var nick in watch.Nicks)
        {
            if (watch.IsOn)
                _watchlist.Add(connection, nick);
            else
                _watchlist.Remove(connection, nick);
        }
    }

    private void TellWatchers(Recorded what, World world)
    {
        if (_watchlist.IsEmpty)
            return;
        var (went, came) = what.Event switch
        {
            Event.Connected connected => (null, connected.Who),
            Event.Departed departed => (departed.Who, null),
            Event.Merged merged => (merged.Who, null),
            Event.Renamed renamed => (renamed.Who, renamed.Who with { Nick = renamed.New }),
            Event.NickReclaimed taken => (taken.Who, taken.Who with { Nick = taken.New }),
            _ => ((Actor?)null, (Actor?)null),
        };
        if (went?.Nick.Key == came?.Nick.Key)
            return;
        TellWatchers(went, isHere: false, world);
        TellWatchers(came, isHere: true, world);
    }

    /// <summary>Under no label: nobody asked for it now.</summary>
    private void TellWatchers(Actor? who, bool isHere, World world)
    {
        if (who is null)
            return;
        foreach (var connection in _watchlist.Of(who.Nick))
            Deliver(connection, renderer.Presence(connection, world, who, isHere));
    }

    /// <summary>What those hear who share a room, if this client asked for that (extended-monitor), and once.</summary>
    private void HearOfWatched(LocalConnection connection, Recorded what)
    {
        if (connection.DeliveryOptions.ExtendedMonitor)
            HearOnce(connection, what);
    }
}
