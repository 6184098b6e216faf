using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>A world that is made wrong by hand is found out: an invariant that never speaks holds nothing.</summary>
public sealed class InvariantsTests
{
    private static readonly PersonId Tuan = Person(1);

    /// <summary>Tuan and Duy in #a; #b is past.</summary>
    private static readonly World Sound = Scenario.Given(
        Comes(1, "Tuan"), Comes(2, "Duy"), Joins(1, "#a"), Joins(2, "#a"), Joins(1, "#b"), Leaves(1, "#b")).World;

    public static TheoryData<World, string> Wrong => new()
    {
        { WithTuan(tuan => tuan with { Connections = Set<Ascending<ConnectionId>, ConnectionId>.Empty }), "Tuan is there without a connection and without an end to that, or has both." },
        { WithTuan(tuan => tuan with { Connections = Set<Ascending<ConnectionId>, ConnectionId>.Empty, StaysUntil = Noon }), "Tuan stays without a connection, and nobody will end it." },
        { Sound with { Stays = Set<Ascending<StayEnd>, StayEnd>.Empty.Add(new StayEnd(Noon, Tuan)) }, "1 stays without a connection have more or fewer people." },
        { Sound with { LastServer = new ServerId(1) }, "Server 2 has a number that was not given yet." },
        { Sound with { Servers = Sound.Servers.Remove(new ServerId(1)) }, "Server 1 has connections and never began." },
        { Sound with { LastPerson = Person(1) }, "Duy has a number that was not given yet." },
        { Sound with { Nicks = Sound.Nicks.Remove("tuan") }, "Tuan can't be found by nickname." },
        { Sound with { Nicks = Sound.Nicks.Add("ghost", Person(9)) }, "3 nicknames name 2 people." },
        { Sound with { Connections = Sound.Connections.Remove(Wire(1)) }, "Tuan can't be found by connection 1." },
        { Sound with { Connections = Sound.Connections.Add(Wire(9), Tuan) }, "3 connections are more or less than the people's." },
        { WithTuan(tuan => tuan with { Rooms = tuan.Rooms.Add(RoomNo(9)) }), "Tuan is in room 9, which does not know it." },
        { WithTuan(tuan => tuan with { Rooms = Set<Ascending<RoomId>, RoomId>.Empty }), "#a holds person 1, who does not know it." },
        { WithA(room => room with { Members = Map<Ascending<PersonId>, PersonId, Rights>.Empty }), "#a is open and empty." },
        { Sound with { LastRoom = default }, "#a has a number that was not given yet." },
        { Sound with { RoomNames = Sound.RoomNames.Remove("#a") }, "#a can't be found by name." },
        { Sound with { RoomNames = Sound.RoomNames.Add("#c", RoomNo(1)) }, "2 names name 1 rooms." },
        { Sound with { Past = Sound.Past.Clear() }, "0 past rooms have 1 endings." },
        { Sound with { PastByEnd = Sound.PastByEnd.Clear() }, "Past room #b has no ending." },
        { WithB(past => past with { Name = Room("#z") }), "Past room #z is not the one that ended." },
        { WithB(past => past with { Id = RoomNo(1) }), "Past room #b goes on under another name." },
        { Sound with { RoomNames = Sound.RoomNames.Add("#b", RoomNo(1)) }, "Room #b is both past and open." },
    };

    /// <summary>Tuan founded #a.</summary>
    private static readonly World Founded = Scenario.Given(Adds("Tuan", 7), ComesAs(Member(1, "Tuan"), 7, 1, "Tuan"), Joins(1, "#a")).World;

    public static TheoryData<World, string> WrongFounders => new()
    {
        { WithA(Founded, room => room with { Holders = room.Holders.SetItem(new AccountId(1), Rights.Voice) }), "#a remembers who has which right, and has no founder." },
        { Founded with { Foundings = Set<Ascending<Founding>, Founding>.Empty }, "#a can't be found by its founder 1." },
        { Founded with { Foundings = Founded.Foundings.Add(new Founding(new AccountId(9), RoomNo(1))) }, "2 founders are more or fewer than the rooms'." },
        { WithA(Sound, room => room with { Members = room.Members.SetItem(Tuan, Rights.Founder) }), "#a has a founder 1 whose account is not one." },
    };

    [Theory]
    [MemberData(nameof(WrongFounders), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_with_founders_is_said(World world, string sentence) => Assert.Contains(sentence, Invariants.Broken(world));

    [Fact]
    public void A_sound_world_breaks_nothing() => Assert.Empty(Invariants.Broken(Sound));

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_is_said(World world, string sentence) => Assert.Contains(sentence, Invariants.Broken(world));

    private static World WithTuan(Func<Person, Person> change) => Sound with { People = Sound.People.SetItem(Tuan, change) };

    private static World WithA(Func<Room, Room> change) => WithA(Sound, change);

    private static World WithA(World world, Func<Room, Room> change) => world with { Rooms = world.Rooms.SetItem(RoomNo(1), change) };

    private static World WithB(Func<PastRoom, PastRoom> change) => Sound with { Past = Sound.Past.SetItem("#b", change) };
}
