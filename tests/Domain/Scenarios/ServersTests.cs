using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>Servers begin and end, and what comes of that for the people whose connections they held.</summary>
public sealed class ServersTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");
    private static readonly Actor Duy = Guest(2, "Duy");
    private static readonly Timestamp InAMinute = new(Noon.Milliseconds + 60_000);

    /// <summary>Tuan on server 1, Duy on server 2, both in #a.</summary>
    private static Scenario OnTwo => Given(Comes(1, "Tuan"), Comes(Wire(1, server: 2), "Duy"), Joins(1, "#a"))
        .And(By(Wire(1, server: 2), new Command.Join(Room("#a"))));

    [Fact]
    public void A_start_gets_a_number_that_none_had_before() =>
        Given(Ends(2), Clears).When(ByNobody(new Command.StartServer(1, IsAlone: false))).Then(new Event.ServerStarted(new ServerId(3), 1)).ThenEffects();

    [Fact]
    public void A_start_alone_is_the_end_of_all_others() => Given().When(StartsAlone).Then(
        new Event.ServerEnded(new ServerId(1)), new Event.ServerEnded(new ServerId(2)), new Event.ServerStarted(new ServerId(3), 1));

    [Fact]
    public void A_start_says_what_the_server_is_called_and_those_of_one_name_are_told_apart_while_both_are_there()
    {
        static Request Starts(string name) => ByNobody(new Command.StartServer(1, IsAlone: false) { Name = name, Version = "chatroom-7" });
        var scenario = Given(Starts("hue.test"), Starts("hanoi.test")).When(Starts("HUE.test")).Then(new Event.ServerStarted(new ServerId(5), 1, "HUE.test", "chatroom-7"));

        Assert.Equal(["1.server", "3.hue.test", "hanoi.test", "5.HUE.test"], new[] { 1, 3, 4, 5 }.Select(server => scenario.World.NameOf(new ServerId(server))));
        Assert.Equal(("chatroom-7", scenario.World.Now), (scenario.World.Servers[new ServerId(5)].Version, scenario.World.Servers[new ServerId(5)].Since));
        scenario.When(Ends(3));
        Assert.Equal("HUE.test", scenario.World.NameOf(new ServerId(5)));
    }

    [Fact]
    public void An_end_is_told_by_an_event_for_each_connection()
    {
        var scenario = OnTwo.And(Ends(1));
        Assert.True(scenario.World.HasEnded);
        scenario.When(Clears).Then(new Event.Departed(Wire(1), Tuan, CloseReason.ServerEnded, ""), new Event.ServerCleared(new ServerId(1)));
        scenario.ThenEffects(
            new Effect.TellPeers(Tuan, [RoomNo(1)], What<Event.Departed>(scenario)), new Effect.Exit(Tuan.Id, RoomNo(1)),
            new Effect.Close(Wire(1), new Ending(CloseReason.ServerEnded)));
        Assert.False(scenario.World.HasEnded);
        Assert.True(scenario.World.Person(Nick("Tuan")).IsNone);
        Assert.True(scenario.World.Person(Nick("Duy")).IsSome);
    }

    [Fact]
    public void Who_is_there_over_another_server_too_stays() => OnTwo.AndHappened(new Event.Attached(Wire(7, server: 2), Tuan)).And(Ends(1)).When(Clears)
        .Then(new Event.Detached(Wire(1), Tuan, CloseReason.ServerEnded, Option<Timestamp>.None), new Event.ServerCleared(new ServerId(1)));

    [Fact]
    public void An_account_has_so_many_connections_over_all_servers_and_no_more()
    {
        var mai = Member(1, "Mai");
        Request Comes(long wire, int server) => By(Wire(wire, server), new Command.Connect(Nick("Mai"), "user", "guest", "Real Name") { Proved = Proof(mai, 7) });
        var scenario = Given(Adds("Mai", 7));
        for (var wire = 1; wire <= RuleLimits.ConnectionsOfAccount; wire++)
            scenario = scenario.And(Comes(wire, 1 + (wire % 2)));
        scenario.When(Comes(500, 2)).ThenRefused(new Refusal.TooManyDevices(Account("Mai"), 100));
        scenario.And(Vocabulary.Comes(501, "Guest")).When(LogsIn(501, mai, 7)).ThenRefused(new Refusal.TooManyDevices(Account("Mai"), 100));
        scenario.And(Quits(2)).When(Comes(502, 2));
        Assert.Equal(100, scenario.World.Person(Nick("Mai")).Map(person => person.Connections.Count).IfNone(0));
    }

    [Fact]
    public void Who_can_come_back_stays_for_a_while_without_a_connection()
    {
        var scenario = Given(ComesWith(7, 1, "Tuan"), Joins(1, "#a"), Ends(1)).When(Clears);
        scenario.Then(new Event.Detached(Wire(1), Tuan, CloseReason.ServerEnded, InAMinute), new Event.ServerCleared(new ServerId(1)));
        Assert.Equal(InAMinute, scenario.World.NextDue);
        scenario.When(Comes(Wire(2, server: 2), "Tuan")).ThenRefused(new Refusal.NickTaken(Nick("Tuan"), Nick("Tuan"), Noon));
        scenario.When(ComesWith(7, Wire(3, server: 2), "Tuan")).Then(new Event.Attached(Wire(3, server: 2), Tuan));
        Assert.True(scenario.World.NextDue.IsNone);
        scenario.When(By(Wire(3, server: 2), new Command.Leave(Room("#a"), ""))).Then(new Event.Left(Tuan, RoomNo(1), Room("#a"), ""));
    }

    [Fact]
    public void And_departs_when_that_while_is_over()
    {
        var scenario = Given(ComesWith(7, 1, "Tuan"), Joins(1, "#a"), Ends(1), Clears);
        scenario.When(ByNobody(new Command.Expire())).ThenNothing();
        scenario.When(ByNobody(new Command.Expire()) with { At = InAMinute })
            .Then(new Event.Departed(Option<ConnectionId>.None, Tuan, CloseReason.StayEnded, ""));
        Assert.False(scenario.Facts.CanComeBack(Tuan.Id));
        Assert.Empty(scenario.World.People);
    }

    [Fact]
    public void An_end_is_said_once_and_of_nobody_unknown()
    {
        var scenario = Given(Ends(1));
        scenario.When(Ends(1)).ThenNothing();
        scenario.When(Ends(9)).ThenNothing();
        scenario.And(Clears).When(Clears).ThenNothing();
    }

    [Fact]
    public void Many_are_cleared_in_turns_of_a_bounded_size_in_the_order_of_their_numbers()
    {
        const int all = RuleLimits.ClearedAtOnce + 40;
        var (world, facts) = (Begun, Facts.None);
        // In another order than that of the numbers, so that no hash map is in order by chance.
        foreach (var wire in Enumerable.Range(0, all).OrderBy(n => n * 7 % 41))
            world = StateMachine.Take(world, facts, Comes(wire + 1, $"n{wire}")).World;
        world = StateMachine.Take(world, facts, Ends(1)).World;

        var first = StateMachine.Take(world, facts, Clears);
        Assert.Equal(
            Enumerable.Range(0, RuleLimits.ClearedAtOnce).Select(n => $"n{n}"),
            first.Events.Select(recorded => Assert.IsType<Event.Departed>(recorded.Event).Who.Nick.Text));
        var second = StateMachine.Take(first.World, facts, Clears);
        Assert.Equal(41, second.Events.Count);
        Assert.Empty(second.World.People);
        Assert.Empty(Invariants.Broken(second.World));
    }

    [Fact]
    public void A_server_that_can_not_read_what_is_written_may_not_begin() =>
        Given().AndHappened(new Event.LevelRaised(2)).When(StartsAlone).ThenRefused(new Refusal.LevelTooNew(2, 1));

    [Fact]
    public void The_level_rises_when_the_last_server_that_held_it_down_is_gone()
    {
        var newer = ByNobody(new Command.StartServer(3, IsAlone: false));
        Given(Ends(2), newer).When(Ends(1)).Then(new Event.ServerEnded(new ServerId(1)), new Event.LevelRaised(3));
        Given().When(ByNobody(new Command.StartServer(2, IsAlone: true))).Then(
            new Event.ServerEnded(new ServerId(1)), new Event.ServerEnded(new ServerId(2)), new Event.ServerStarted(new ServerId(3), 2), new Event.LevelRaised(2));
    }

    [Fact]
    public void What_others_could_not_read_is_not_written_yet()
    {
        var before = StateMachine.Take(Begun with { Level = 0 }, Facts.None, Comes(1, "Tuan"));
        Assert.Equal(new Decision.Refused(new Refusal.NotYetPossible(1)), before.Decision);
        Assert.Empty(before.Events);
    }

    [Fact]
    public void The_limits_are_a_part_of_the_world()
    {
        var fewer = new RuleLimitsChange { RoomsOfPerson = 1 };
        Given(Comes(1, "Tuan"), ByNobody(new Command.ChangeLimits(fewer)), Joins(1, "#a"))
            .When(Joins(1, "#b")).ThenRefused(new Refusal.TooManyRooms(Room("#b"), 1));
        Given().When(ByNobody(new Command.ChangeLimits(new RuleLimitsChange { RoomsOfPerson = RuleLimits.First.RoomsOfPerson }))).ThenNothing();
    }

    [Fact]
    public void Where_fewer_ended_rooms_are_remembered_the_first_that_ended_are_forgotten_at_once()
    {
        var world = Given(Comes(1, "Tuan"), Joins(1, "#a"), Joins(1, "#b"), Leaves(1, "#a"), Leaves(1, "#b"))
            .And(ByNobody(new Command.ChangeLimits(new RuleLimitsChange { PastRooms = 1 }))).World;

        Assert.Equal([Room("#b").Key], world.Past.Keys);
        Assert.Empty(Invariants.Broken(world));
    }

    [Fact]
    public void Limits_that_are_not_named_stay_as_they_are() =>
        Given(ByNobody(new Command.ChangeLimits(new RuleLimitsChange { TopicBytes = 10 })))
            .When(ByNobody(new Command.ChangeLimits(new RuleLimitsChange { StaySeconds = 5 })))
            .Then(new Event.LimitsChanged(RuleLimits.First with { TopicBytes = 10, StaySeconds = 5 }));

    [Fact]
    public void Words_are_forgotten_in_the_world_too()
    {
        var scenario = Given(Comes(1, "Tuan"), Joins(1, "#a"), Joins(1, "#b"), SetsTopic(1, "#a", "tea"), SetsTopic(1, "#b", "cake"), IsAway(1, "lunch"));
        var replayed = scenario.And(ByNobody(new Command.Forget(new Forgetting([new SequenceRange(new Sequence(1), new Sequence(4))], Option<RoomId>.None))));
        Assert.True(replayed.World.Room(Room("#a")).Exists(room => room.Topic.IsNone));
        Assert.True(replayed.World.Room(Room("#b")).Exists(room => room.Topic.Exists(topic => topic.Text.Text == "cake")));
        Assert.True(replayed.World.Person(Nick("Tuan")).Exists(tuan => tuan.RealName.Text.Length == 0 && tuan.Away.Exists(away => away.Text == "lunch")));

        scenario.And(ByNobody(new Command.Forget(new Forgetting([new SequenceRange(new Sequence(1), new Sequence(6))], RoomNo(2)))));
        Assert.True(scenario.World.Room(Room("#b")).Exists(room => room.Topic.IsNone));
        Assert.True(scenario.World.Person(Nick("Tuan")).Exists(tuan => tuan.Away.Exists(away => away.Text == "lunch")));
        scenario.And(ByNobody(new Command.Forget(new Forgetting([new SequenceRange(new Sequence(6), new Sequence(6))], Option<RoomId>.None))));
        // Still away, in words that nobody knows any more.
        Assert.True(scenario.World.Person(Nick("Tuan")).Exists(tuan => tuan.Away.Exists(away => away.Text.Length == 0)));
    }

    private static Recorded What<T>(Scenario scenario) => scenario.Effects.OfType<Effect.TellPeers>().Single(told => told.What.Event is T).What;
}
