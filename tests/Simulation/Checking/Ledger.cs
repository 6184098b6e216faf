using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Sessions;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>
/// Who has to hear what, worked out from the journal alone and in another way than the server does it: one walk over the events with plain
/// sets. It shares no code with the rules, so that a mistake would have to be made twice.
/// </summary>
public sealed partial class Ledger
{
    private readonly Dictionary<long, Guest> _guests = [];
    private readonly Dictionary<long, Place> _places = [];
    private readonly Dictionary<ConnectionId, List<Due>> _dues = [];

    private readonly List<(long At, Forgetting What)> _forgettings;

    public Ledger(IReadOnlyList<Recorded> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _forgettings = [.. events.SelectMany(Forgettings)];
        foreach (var recorded in events)
            Take(recorded);
    }

    /// <summary>The rooms that are open in the end, by name.</summary>
    public IEnumerable<Place> Places => _places.Values.Where(place => place.Members.Count > 0);

    /// <summary>Everybody who ever was there.</summary>
    public IEnumerable<Guest> Guests => _guests.Values;

    public IReadOnlyList<Due> DueTo(ConnectionId connection) => _dues.TryGetValue(connection, out var dues) ? dues : [];

    private void Take(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case Event.Connected came:
                Come(recorded, came);
                break;
            case Event.Attached came:
                Attach(recorded, came);
                break;
            case Event.Detached went:
                _guests[went.Who.Id.Number].Connections.Remove(went.Connection);
                break;
            case Event.Merged merged:
                Merge(recorded, merged);
                break;
            case Event.Departed went:
                Depart(recorded, _guests[went.Who.Id.Number]);
                break;
            case Event.Joined joined:
                Join(recorded, joined);
                break;
            case Event.Left left:
                Leave(recorded, left);
                break;
            case Event.Said or Event.Redacted:
                Talk(recorded);
                break;
            case Event.Renamed renamed:
                Rename(recorded, renamed.Who, renamed.New);
                break;
            case Event.NickReclaimed taken:
                Rename(recorded, taken.Who, taken.New);
                break;
            case Event.LoggedIn came:
                TellPeers(recorded, _guests[came.Who.Id.Number], $"ACCOUNT {came.Who.Nick.Text} {came.Account.Name.Text}", Need.Accounts);
                break;
            case Event.LoggedOut went:
                TellPeers(recorded, _guests[went.Who.Id.Number], $"ACCOUNT {went.Who.Nick.Text} *", Need.Accounts);
                break;
            case Event.AwaySet away:
                SetAway(recorded, away);
                break;
            case Event.RealNameSet set:
                TellPeers(recorded, _guests[set.Who.Id.Number], $"SETNAME {set.Who.Nick.Text}", Need.RealNames, words: set.RealName);
                break;
            case Event.ModeSet or Event.ModesSet or Event.KeySet or Event.MaskSet or Event.MaskLifted or Event.HolderRemoved:
                var setting = (IInRoom)recorded.Event;
                TellRoom(recorded, setting.Room, $"MODE {setting.Who.Nick.Text} {setting.Name.Text}");
                break;
            case Event.RightChanged changed:
                ChangeRight(changed);
                TellRoom(recorded, changed.Room, $"MODE {changed.Who.Nick.Text} {changed.Name.Text}");
                break;
            case Event.RightsFollowed followed:
                var rooms = _guests[followed.Who.Id.Number].Rooms;
                rooms[followed.Room.Number] = followed.IsGiven ? rooms[followed.Room.Number] | followed.Rights : rooms[followed.Room.Number] & ~followed.Rights;
                TellRoom(recorded, followed.Room, $"MODE - {followed.Name.Text}");
                break;
            case Event.RoomRenamed renamed:
                Rename(recorded, renamed);
                break;
            case Event.RoomDropped dropped:
                Drop(recorded, dropped);
                break;
            case Event.GuestsShutOut shut:
                foreach (var connection in _guests[shut.Who.Id.Number].Connections)
                    Tell(connection, recorded, $"MODE {shut.Who.Nick.Text} {shut.Who.Nick.Text}");
                break;
            case Event.MaskEnded ended:
                TellRoom(recorded, ended.Room, $"MODE - {ended.Name.Text}");
                break;
            case Event.Kicked kicked:
                Kick(recorded, kicked);
                break;
            case Event.Invited invited:
                Invite(recorded, invited);
                break;
            case Event.Knocked knocked:
                TellTending(recorded, knocked.Room, $"710 {knocked.Who.Nick.Text} {knocked.Name.Text}", Need.None);
                break;
            case Event.Forgotten forgotten:
                Forget(forgotten.What);
                break;
            case Event.TopicSet topic:
                _places[topic.Room.Number].Topic = topic.Text;
                TellRoom(recorded, topic.Room, $"TOPIC {topic.Who.Nick.Text} {topic.Name.Text}", words: topic.Text);
                break;
            case Event.WentOnDuty went:
                _guests[went.Who.Id.Number].IsOnDuty = true;
                break;
            case Event.WentOffDuty went:
                _guests[went.Who.Id.Number].IsOnDuty = false;
                break;
            case Event.OwnModeSet set:
                if (set.Mode == PersonModes.HearsAnnouncements)
                    _guests[set.Who.Id.Number].HearsAnnouncements = set.IsOn;
                break;
            case Event.Announced said:
                Announce(recorded, said);
                break;
            case Event.Overruled overruled:
                TellRoom(recorded, overruled.Room, $"NOTICE - {overruled.Name.Text}");
                break;
            case Event.ServerStarted or Event.ServerEnded or Event.ServerCleared or Event.LevelRaised or Event.LimitsChanged or Event.Signalled or Event.MarkedRead
                or Event.AccountRegistered or Event.AccountRemoved or Event.PasswordChanged or Event.CertificateChanged or Event.RecoveryGiven or Event.RegistrationSet or Event.RegistrationAsked or Event.RegistrationDecided or Event.RoomPassedOn or Event.SilenceSet or Event.MetadataSet or Event.MetadataCleared
                or Event.AlarmSet or Event.Killed or Event.BanSet or Event.BanLifted or Event.BanEnded or Event.OperatorSet:
                // Nobody hears of these, or they are in no journal.
                break;
        }
    }

    private void ChangeRight(Event.RightChanged changed)
    {
        var rooms = _guests[changed.Of.Id.Number].Rooms;
        var rights = rooms[changed.Room.Number];
        rooms[changed.Room.Number] = changed.IsGiven ? rights | changed.Right : rights & ~changed.Right;
    }

    /// <summary>Words for being away are no room's.</summary>
    private void Forget(Forgetting what)
    {
        foreach (var guest in _guests.Values.Where(guest => what.Room.IsNone && guest.Away is not null && what.Covers(new Sequence(guest.AwayAt))))
            guest.Away = "away";
    }

    private void Come(Recorded recorded, Event.Connected came)
    {
        var guest = new Guest(came.Who.Id.Number, came.Connection) { Nick = came.Who.Nick.Text };
        guest.Connections.Add(came.Connection);
        guest.Names.Add((guest.Nick, recorded.Sequence.Number, long.MaxValue));
        _guests.Add(guest.Id, guest);
        Tell(came.Connection, recorded, $"001 {guest.Nick}");
    }

    /// <summary>The connection is in all rooms at once, and is told each as if it had entered it.</summary>
    private void Attach(Recorded recorded, Event.Attached came)
    {
        var guest = _guests[came.Who.Id.Number];
        guest.Connections.Add(came.Connection);
        Tell(came.Connection, recorded, $"001 {guest.Nick}");
        foreach (var room in guest.Rooms.Keys)
            Tell(came.Connection, recorded, $"JOIN {guest.Nick} {_places[room].Name}");
    }

    private void Depart(Recorded recorded, Guest guest)
    {
        TellPeers(recorded, guest, $"QUIT {guest.Nick}", Need.None);
        foreach (var room in guest.Rooms.Keys)
            Exit(guest, room);
        guest.Rooms.Clear();
        guest.Connections.Clear();
        CloseName(recorded, guest);
    }

    private void Join(Recorded recorded, Event.Joined joined)
    {
        var (guest, room) = (_guests[joined.Who.Id.Number], joined.Room.Number);
        if (!_places.TryGetValue(room, out var place))
            _places[room] = place = new Place(room, joined.Name.Text);
        place.Members.Add(guest);
        guest.Rooms[room] = joined.Rights;
        TellRoom(recorded, joined.Room, $"JOIN {guest.Nick} {joined.Name.Text}");
        // Who is away is so in the new room too, and everybody there learns it, but for the connection that came.
        if (guest.Away is { } words)
            TellRoom(recorded, joined.Room, $"AWAY {guest.Nick}", Need.Away, recorded.Origin, words, LateAway(recorded, guest));
    }

    private void Leave(Recorded recorded, Event.Left left)
    {
        var guest = _guests[left.Who.Id.Number];
        TellRoom(recorded, left.Room, $"PART {guest.Nick} {left.Name.Text}");
        guest.Rooms.Remove(left.Room.Number);
        Exit(guest, left.Room.Number);
    }

    private void Kick(Recorded recorded, Event.Kicked kicked)
    {
        var guest = _guests[kicked.Of.Id.Number];
        TellRoom(recorded, kicked.Room, $"KICK {kicked.Who.Nick.Text} {kicked.Name.Text} {guest.Nick}");
        guest.Rooms.Remove(kicked.Room.Number);
        Exit(guest, kicked.Room.Number);
    }

    /// <summary>Everybody in it hears that they are shown out.</summary>
    private void Drop(Recorded recorded, Event.RoomDropped dropped)
    {
        foreach (var guest in _places[dropped.Room.Number].Members.ToList())
        {
            foreach (var connection in guest.Connections)
                Tell(connection, recorded, $"KICK {dropped.Who.Nick.Text} {dropped.Name.Text} {guest.Nick}");
            guest.Rooms.Remove(dropped.Room.Number);
            Exit(guest, dropped.Room.Number);
        }
    }

    /// <summary>It is the same room to who knows of such; everybody else leaves one and comes into another.</summary>
    private void Rename(Recorded recorded, Event.RoomRenamed renamed)
    {
        var place = _places[renamed.Room.Number];
        place.Name = renamed.New.Text;
        TellRoom(recorded, renamed.Room, $"RENAME {renamed.Who.Nick.Text} {renamed.Name.Text} {renamed.New.Text}", Need.Renames);
        foreach (var member in place.Members)
        {
            foreach (var connection in member.Connections)
            {
                Tell(connection, recorded, $"PART {member.Nick} {renamed.Name.Text}", Need.NoRenames);
                Tell(connection, recorded, $"JOIN {member.Nick} {renamed.New.Text}", Need.NoRenames);
            }
        }
    }

    private void Invite(Recorded recorded, Event.Invited invited)
    {
        var line = $"INVITE {invited.Who.Nick.Text} {invited.Of.Nick.Text} {invited.Name.Text}";
        foreach (var connection in _guests[invited.Of.Id.Number].Connections)
            Tell(connection, recorded, line);
        TellTending(recorded, invited.Room, line, Need.Invitations);
    }

    private void Exit(Guest guest, long room) => _places[room].Members.Remove(guest);

    private void Rename(Recorded recorded, Actor who, Nick name)
    {
        var guest = _guests[who.Id.Number];
        TellPeers(recorded, guest, $"NICK {guest.Nick} {name.Text}", Need.None);
        CloseName(recorded, guest);
        guest.Nick = name.Text;
        guest.Names.Add((guest.Nick, recorded.Sequence.Number, long.MaxValue));
    }

    private static void CloseName(Recorded recorded, Guest guest) => guest.Names[^1] = guest.Names[^1] with { To = recorded.Sequence.Number };

    private void SetAway(Recorded recorded, Event.AwaySet away)
    {
        var guest = _guests[away.Who.Id.Number];
        (guest.Away, guest.AwayAt) = (away.IsAway ? EventWriter.AwayWords(away.Text) : null, recorded.Sequence.Number);
        TellPeers(recorded, guest, $"AWAY {guest.Nick}", Need.Away, recorded.Origin, guest.Away ?? "", away.IsAway ? LateAway(recorded, guest) : null);
    }
}
