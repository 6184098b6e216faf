using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// What people on other servers hear too although no event of the journal tells it: passing signs, which are sent past the journal, and up to where somebody has read, which is
/// a fact. A sign takes no turn either: hundreds who type hold up nobody.
/// </summary>
public sealed partial class Hub
{
    /// <summary>Those of the turn that is under way.</summary>
    private readonly List<Recorded> _signalled = [];

    /// <summary>The time of what needs no turn: that of the last one, moved on by our clock.</summary>
    private Timestamp Now => new(_clock.GetUtcNow().ToUnixTimeMilliseconds() + _ahead);

    private void HearSign(string sign) => Post(new HubMessage(null, new HubRequest.Hear(sign)));

    private void SendSigns()
    {
        foreach (var recorded in _signalled)
            _journal.Signs?.Send(SignText.About((Event.Signalled)recorded.Event), SignText.Write(recorded));
        _signalled.Clear();
    }

    private void TakeSign(string sign, World world)
    {
        if (SignText.Read(sign, world).TryGet(out var recorded))
            _outcomes.Add(new Outcome(null, world, null, [recorded], StateMachine.Apply(world, recorded).Effects));
    }

    /// <summary>The devices that this server holds hear of what was read on others.</summary>
    private void NoteMarker(Fact fact, World world)
    {
        if (fact is not Fact.ReadMarker marker || !marker.Until.TryGet(out var until) || !PersonOf(world, marker.Of).TryGet(out var person) || _membership.Of(person.Id).IsEmpty)
            return;
        if (!NameOf(world, marker.Place).TryGet(out var name))
            return;
        var recorded = new Recorded(default, world.Now, null, new Event.MarkedRead(person.Who, marker.Place, name, until));
        _heard.Add(new Outcome(null, world, null, [recorded], StateMachine.Apply(world, recorded).Effects));
    }

    private static Option<Person> PersonOf(World world, Party party) => party switch
    {
        Party.Member member => world.Member(member.Account),
        Party.Guest guest => world.People.Find(guest.Person),
    };

    private static Option<string> NameOf(World world, ReadPlace place) => place switch
    {
        ReadPlace.InRoom room => world.Rooms.Find(room.Room).Map(found => found.Name.Text),
        ReadPlace.With { Other: Party.Member member } when world.Member(member.Account).IsNone => world.Accounts.Find(member.Account).Map(account => account.Name.Text),
        ReadPlace.With with => PersonOf(world, with.Other).Map(person => person.Nick.Text),
    };
}
