using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>Which connections hear it: those of a room, of all rooms of somebody, or of two people.</summary>
public sealed partial class Ledger
{
    private void Talk(Recorded recorded)
    {
        if (recorded.Event is Event.Said said)
            Say(recorded, said);
        else if (recorded.Event is Event.Redacted redacted)
            TakeBack(recorded, redacted);
    }

    private void Say(Recorded recorded, Event.Said said)
    {
        var verb = said.Kind switch
        {
            SayKind.Notice => "NOTICE",
            SayKind.Annotation => "TAGMSG",
            _ => "PRIVMSG",
        };
        var need = said.Kind == SayKind.Annotation ? Need.Tags : Need.None;
        // Several lines are heard one after the other, in a batch or not.
        string[] texts = said.Body.Lines.IsEmpty ? [""] : [.. said.Body.Lines];
        if (said.In is Conversation.InRoom room)
            Array.ForEach(texts, text => SayInRoom(recorded, room, $"{verb} {said.Who.Nick.Text} {Sign(room.Audience)}{room.Name.Text}", text, need));
        else if (said.In is Conversation.Between between)
            SayInPrivate(recorded, said.Who.Id.Number, between.To.Id.Number, $"{verb} {said.Who.Nick.Text} {between.To.Nick.Text}", texts, need);
    }

    /// <summary>Words are gone when they are forgotten, and when they are taken back.</summary>
    private static IEnumerable<(long At, Forgetting What)> Forgettings(Recorded recorded) => recorded.Event switch
    {
        Event.Forgotten forgotten => [(recorded.Sequence.Number, forgotten.What)],
        Event.Redacted redacted => [(recorded.Sequence.Number, new Forgetting([new SequenceRange(redacted.What, redacted.What)], Option<RoomId>.None))],
        _ => [],
    };

    /// <summary>Heard by who hears the message, over the connection that it came from too; who does not know of such is told in words.</summary>
    private void TakeBack(Recorded recorded, Event.Redacted redacted)
    {
        IEnumerable<ConnectionId> told = redacted.In switch
        {
            Conversation.InRoom room => _places[room.Room.Number].Members
                .SelectMany(member => member.Connections.Where(one => one == recorded.Origin || Hears(member.Rooms[room.Room.Number], room.Audience))),
            Conversation.Between between => ((long[])[between.To.Id.Number, redacted.Who.Id.Number]).Distinct().Where(_guests.ContainsKey).SelectMany(id => _guests[id].Connections),
        };
        var to = redacted.In switch
        {
            Conversation.InRoom room => $"{Sign(room.Audience)}{room.Name.Text}",
            Conversation.Between between => between.To.Nick.Text,
        };
        foreach (var connection in told.ToList())
        {
            Tell(connection, recorded, $"REDACT {redacted.Who.Nick.Text} {to}", Need.Redactions);
            if (to.StartsWith('#'))
                Tell(connection, recorded, $"NOTICE - {to}", Need.NoRedactions);
        }
    }

    private void SayInRoom(Recorded recorded, Conversation.InRoom room, string line, string words, Need need)
    {
        foreach (var member in _places[room.Room.Number].Members)
        {
            foreach (var connection in member.Connections)
            {
                if (connection == recorded.Origin)
                    Tell(connection, recorded, line, need | Need.Echo, words);
                else if (Hears(member.Rooms[room.Room.Number], room.Audience))
                    Tell(connection, recorded, line, need, words);
            }
        }
        TellOutside(recorded, room.Room, line, words, need);
    }

    /// <summary>Who speaks from outside hears of it like who is inside.</summary>
    private void TellOutside(Recorded recorded, RoomId room, string line, string words, Need need)
    {
        var from = _guests[((Event.Said)recorded.Event).Who.Id.Number];
        if (_places[room.Number].Members.Contains(from))
            return;
        foreach (var connection in from.Connections)
            Tell(connection, recorded, line, connection == recorded.Origin ? need | Need.Echo : need, words);
    }

    /// <summary>Those who tend a room, and over their own connection who made it happen.</summary>
    private void TellTending(Recorded recorded, RoomId room, string line, Need need)
    {
        foreach (var member in _places[room.Number].Members)
        {
            foreach (var connection in member.Connections.Where(one => one == recorded.Origin || ((int)member.Rooms[room.Number] & (2 | 4 | 16)) != 0))
                Tell(connection, recorded, line, need);
        }
    }

    /// <summary>What one says to oneself is heard, and where echoes are wanted it is heard as an echo too.</summary>
    private void SayInPrivate(Recorded recorded, long from, long to, string line, string[] texts, Need need)
    {
        foreach (var connection in _guests[to].Connections)
            Array.ForEach(texts, words => Tell(connection, recorded, line, need, words));
        foreach (var connection in _guests[from].Connections)
        {
            if (connection == recorded.Origin)
                Array.ForEach(texts, words => Tell(connection, recorded, line, need | Need.Echo, words));
            else if (from != to)
                Array.ForEach(texts, words => Tell(connection, recorded, line, need, words));
        }
    }

    /// <summary>Operators hear it, and all who want to.</summary>
    private void Announce(Recorded recorded, Event.Announced said)
    {
        foreach (var connection in _guests.Values.Where(guest => guest.IsOnDuty || guest.HearsAnnouncements).SelectMany(guest => guest.Connections))
            Tell(connection, recorded, $"WALLOPS {said.By.Map(who => who.Nick.Text).IfNone("-")}");
    }

    private void TellRoom(Recorded recorded, RoomId room, string line, Need need = Need.None, ConnectionId? but = null, string words = "", string? late = null)
    {
        foreach (var connection in _places[room.Number].Members.SelectMany(member => member.Connections))
        {
            if (connection != but)
                Tell(connection, recorded, line, need, words, late);
        }
    }

    /// <summary>Everybody who shares a room with them, once, and themselves.</summary>
    private void TellPeers(Recorded recorded, Guest guest, string line, Need need, ConnectionId? but = null, string words = "", string? late = null)
    {
        var peers = guest.Rooms.Keys.SelectMany(room => _places[room].Members).Append(guest).Distinct();
        foreach (var connection in peers.SelectMany(peer => peer.Connections).Where(connection => connection != but))
            Tell(connection, recorded, line, need, words, late);
    }

    /// <param name="late">What is heard after the words were forgotten; if nothing is said, the line without them, or nothing where it is a message.</param>
    private void Tell(ConnectionId connection, Recorded recorded, string line, Need need = Need.None, string words = "", string? late = null)
    {
        if (!_dues.TryGetValue(connection, out var dues))
            _dues[connection] = dues = [];
        var forgotten = late ?? (IsForgotten(recorded) ? recorded.Event is Event.Said ? "" : line : null);
        dues.Add(new Due(recorded.Sequence.Number, words.Length == 0 ? line : $"{line} {words}", need, forgotten));
    }

    private bool IsForgotten(Recorded recorded) => _forgettings.Exists(one => one.At > recorded.Sequence.Number && one.What.Covers(recorded.Sequence)
        && one.What.Room.Map(room => recorded.Event is Event.Said { In: Conversation.InRoom place } && place.Room == room).IfNone(true));

    /// <summary>What is heard of somebody's being away when its words were forgotten before. No words at all would say that they are back.</summary>
    private string? LateAway(Recorded recorded, Guest guest) =>
        _forgettings.Exists(one => one.At > recorded.Sequence.Number && one.What.Room.IsNone && one.What.Covers(new Sequence(guest.AwayAt))) ? $"AWAY {guest.Nick} away" : null;

    private static string Sign(Audience audience) => audience switch
    {
        Audience.Operators => "@",
        Audience.Voiced => "+",
        _ => "",
    };

    /// <summary>By the rights alone, in numbers: operators and founders hear what is for operators, anybody with a sign what is for the voiced.</summary>
    private static bool Hears(Rights rights, Audience audience) => audience switch
    {
        Audience.Everyone => true,
        Audience.Voiced => rights != 0,
        Audience.Operators => ((int)rights & (2 | 16)) != 0,
        _ => throw new InvalidOperationException($"Nothing is said to {audience} yet."),
    };
}
