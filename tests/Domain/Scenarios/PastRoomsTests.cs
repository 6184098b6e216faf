using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>Without the dialect, which checks every invariant after every step: here ten thousand rooms come and go.</summary>
public sealed class PastRoomsTests
{
    [Fact]
    public void Of_more_past_rooms_than_the_limit_the_longest_ended_is_forgotten()
    {
        var world = StateMachine.Take(Begun, Facts.None, Comes(1, "Tuan")).World;
        for (var room = 1; room <= RuleLimits.First.PastRooms; room++)
            world = OpenedAndLeft(world, $"#{room}");
        Assert.Equal(RuleLimits.First.PastRooms, world.Past.Count);
        Assert.Equal(RoomNo(1), OpenedAs(world, "#1"));

        world = OpenedAndLeft(world, "#one-more");
        Assert.Empty(Invariants.Broken(world));
        Assert.Equal(RuleLimits.First.PastRooms, world.Past.Count);
        Assert.Equal(RoomNo(RuleLimits.First.PastRooms + 2), OpenedAs(world, "#1"));
        Assert.Equal(RoomNo(2), OpenedAs(world, "#2"));
    }

    private static World OpenedAndLeft(World world, string room) =>
        StateMachine.Take(StateMachine.Take(world, Facts.None, Joins(1, room)).World, Facts.None, Leaves(1, room)).World;

    private static RoomId OpenedAs(World world, string room) =>
        StateMachine.Take(world, Facts.None, Joins(1, room)).World.Room(Room(room)).Match(opened => opened.Id, () => default);
}
