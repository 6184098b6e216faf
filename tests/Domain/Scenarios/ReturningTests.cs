using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Tests.Dialect;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>A room of guests outlives a restart and a line that breaks: what it is about, and who looks after it.</summary>
public sealed class ReturningTests
{
    private static Scenario Two => Given(Comes(1, "Tuan"), Comes(2, "Duy"), Joins(1, "#a"), Joins(2, "#a"), SetsTopic(1, "#a", "tea"));

    private static Request Breaks(long wire) => By(Wire(wire), new Command.Quit(new Ending(CloseReason.PingTimeout)));

    private static Request Later(Request request, int seconds) => request with { At = new Timestamp(Noon.Milliseconds + (seconds * 1000L)) };

    [Fact]
    public void Whose_line_broke_is_an_operator_again()
    {
        var back = Guest(3, "Tuan");
        Two.And(Breaks(1), Comes(3, "Tuan")).When(Joins(3, "#a"))
            .Then(new Event.Joined(back, RoomNo(1), Room("#a"), Rights.None), new Event.RightsFollowed(back, RoomNo(1), Room("#a"), Rights.Operator, true));
    }

    [Fact]
    public void Who_left_on_purpose_is_not() => Two.And(Quits(1), Comes(3, "Tuan")).When(Joins(3, "#a"))
        .Then(new Event.Joined(Guest(3, "Tuan"), RoomNo(1), Room("#a"), Rights.None));

    [Fact]
    public void Who_comes_too_late_is_not() => Two.And(Breaks(1), Later(Comes(3, "Tuan"), 600)).When(Later(Joins(3, "#a"), 600))
        .Then(new Event.Joined(Guest(3, "Tuan"), RoomNo(1), Room("#a"), Rights.None));

    [Fact]
    public void Who_only_has_the_name_is_not() => Two.And(Breaks(1), By(Wire(3), new Command.Connect(Nick("Tuan"), "user", "elsewhere", ""))).When(Joins(3, "#a"))
        .Then(new Event.Joined(Guest(3, "Tuan") with { Host = "elsewhere" }, RoomNo(1), Room("#a"), Rights.None));

    [Fact]
    public void A_restart_takes_neither_topic_nor_operators()
    {
        var scenario = Two.And(StartsAlone, Clears);
        Assert.True(scenario.World.People.IsEmpty && scenario.World.Rooms.IsEmpty);
        var (duy, tuan) = (Guest(3, "Duy"), Guest(4, "Tuan"));
        scenario.And(Comes(Wire(1, 3), "Duy"), Comes(Wire(2, 3), "Tuan"))
            .When(By(Wire(1, 3), new Command.Join(Room("#a")))).Then(new Event.Joined(duy, RoomNo(1), Room("#a"), Rights.Operator))
            .When(By(Wire(2, 3), new Command.Join(Room("#a"))))
            .Then(new Event.Joined(tuan, RoomNo(1), Room("#a"), Rights.None), new Event.RightsFollowed(tuan, RoomNo(1), Room("#a"), Rights.Operator, true));
        Assert.Equal("tea", scenario.World.Room(Room("#a")).Bind(room => room.Topic).Map(topic => topic.Text.Text));
    }

    [Fact]
    public void Nobody_founds_a_room_whose_operator_just_lost_their_line()
    {
        var mai = Member(1, "Mai");
        Given(Adds("Mai", 7), Comes(1, "Tuan"), Joins(1, "#a"), Breaks(1), ComesAs(mai, 7, 2, "Mai")).When(Joins(2, "#a"))
            .Then(new Event.Joined(Guest(2, "Mai") with { Account = mai }, RoomNo(1), Room("#a"), Rights.Operator));
    }

    [Fact]
    public void A_topic_that_was_forgotten_does_not_come_back()
    {
        var scenario = Given(Comes(1, "Tuan"), Joins(1, "#a"), SetsTopic(1, "#a", "tea"));
        var what = new SequenceRange(scenario.What.Sequence, scenario.What.Sequence);
        scenario.And(Leaves(1, "#a"), ByNobody(new Command.Forget(new Forgetting([what], Option<RoomId>.None))), Joins(1, "#a"));
        Assert.True(scenario.World.Room(Room("#a")).Bind(room => room.Topic).IsNone);
    }

    [Fact]
    public void A_room_waits_for_so_many()
    {
        var scenario = Two.And([.. Enumerable.Range(10, RuleLimits.ReturningToRoom + 5).SelectMany(wire => (Request[])
            [Comes(wire, $"x{wire}"), Joins(wire, "#a"), By(Wire(1), new Command.ChangeRight(Room("#a"), Nick($"x{wire}"), Rights.Voice, true)), Breaks(wire)])]);
        Assert.Equal(RuleLimits.ReturningToRoom, scenario.World.Room(Room("#a")).Map(room => room.Returning.Count));
    }
}
