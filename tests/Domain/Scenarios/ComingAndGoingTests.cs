using ChatRoom.Domain.Tests.Dialect;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class ComingAndGoingTests
{
    private static readonly Who Tuan = Guest(1, "Tuan");
    private static readonly Who Duy = Guest(2, "Duy");

    /// <summary>Tuan and Duy share two rooms; Duy is in a third alone.</summary>
    private static Scenario TwoInRooms => Given(
        Comes(1, "Tuan"), Comes(2, "Duy"), Joins(1, "#a"), Joins(2, "#a"), Joins(1, "#b"), Joins(2, "#b"), Joins(2, "#c"));

    [Fact]
    public void Whoever_comes_is_admitted_and_hears_it()
    {
        var scenario = Given().When(Comes(1, "Tuan")).Then(new Event.Connected(Wire(1), Tuan, "Real Name"));
        scenario.ThenEffects(new Effect.Admit(Wire(1), Tuan.Id), new Effect.Tell(Tuan.Id, scenario.What));
        Assert.Equal(new Recorded(new Sequence(1), Noon, Wire(1), scenario.What.Event), scenario.What);
        Assert.Equal(
            new Person(Tuan, "Real Name", Noon, Set<Ascending<ConnectionId>, ConnectionId>.Empty.Add(Wire(1)), Set<Ascending<RoomId>, RoomId>.Empty, Recent.None),
            scenario.World.Person(Nick("tUAN")));
    }

    [Fact]
    public void A_nickname_that_somebody_has_in_another_case_is_taken() => Given(Comes(1, "Tuan"))
        .When(Comes(2, "TUAN") with { At = new Timestamp(Noon.Milliseconds + 5) })
        .ThenRefused(new Refusal.NickTaken(Nick("TUAN"), Nick("Tuan"), Noon));

    [Fact]
    public void Names_that_look_alike_to_some_cultures_are_two() =>
        Given(Comes(1, "i"), Comes(2, "l")).When(Comes(3, "I")).ThenRefused(new Refusal.NickTaken(Nick("I"), Nick("i"), Noon));

    [Fact]
    public void A_connection_connects_once() =>
        Given(Comes(1, "Tuan")).When(Comes(1, "Other")).ThenRefused(new Refusal.AlreadyConnected());

    [Fact]
    public void The_same_number_on_another_server_is_another_connection() =>
        Given(Comes(1, "Tuan")).When(Comes(Wire(1, server: 2), "Duy")).Then(new Event.Connected(Wire(1, server: 2), Duy, "Real Name"));

    public static TheoryData<Request> WhatNeedsAConnection =>
        [Joins(9, "#a"), Leaves(9, "#a"), Says(9, "#a"), Says(9, "Tuan"), Signals(9, "#a"), Renames(9, "Duy"), SetsTopic(9, "#a", "t"), Quits(9)];

    [Theory]
    [MemberData(nameof(WhatNeedsAConnection), DisableDiscoveryEnumeration = true)]
    public void Who_is_not_there_can_do_nothing(Request request) =>
        Given(Comes(1, "Tuan"), Joins(1, "#a")).When(request).ThenRefused(new Refusal.NotConnected());

    [Fact]
    public void Whoever_quits_leaves_every_room_and_each_peer_hears_it_once()
    {
        var scenario = TwoInRooms.When(Quits(2)).Then(new Event.Departed(Wire(2), Duy, "gone"));
        scenario.ThenEffects(
            new Effect.TellPeers(Duy, [RoomNo(1), RoomNo(2), RoomNo(3)], scenario.What),
            new Effect.Exit(Duy.Id, RoomNo(1)), new Effect.Exit(Duy.Id, RoomNo(2)), new Effect.Exit(Duy.Id, RoomNo(3)),
            new Effect.Close(Wire(2), "gone"));
        Assert.True(scenario.World.Person(Nick("Duy")).IsNone);
        Assert.True(scenario.World.Room(Room("#c")).IsNone);
        Assert.Equal(Map<Ascending<PersonId>, PersonId, Role>.Empty.Add(Tuan.Id, Role.Operator), scenario.World.Room(Room("#b")).Map(room => room.Members));
    }

    [Fact]
    public void Who_quits_without_a_room_hears_it_himself()
    {
        var scenario = Given(Comes(1, "Tuan")).When(Quits(1));
        scenario.ThenEffects(new Effect.TellPeers(Tuan, [], scenario.What), new Effect.Close(Wire(1), "gone"));
    }

    [Fact]
    public void A_nickname_is_free_again_and_its_next_holder_is_another_person() => TwoInRooms.And(Quits(1))
        .When(Comes(1, "tuan")).Then(new Event.Connected(Wire(1), Guest(3, "tuan"), "Real Name"));

    [Fact]
    public void A_second_connection_is_admitted_and_nobody_else_hears_it()
    {
        TwoInRooms.AndHappened(new Event.Attached(Wire(3), Duy.Id)).ThenEffects(new Effect.Admit(Wire(3), Duy.Id))
            .When(Says(3, "#a")).Then(Hello(Duy, In(1, "#a")));
    }

    [Fact]
    public void Who_takes_over_from_his_old_connection_stays_where_he_is_and_the_old_one_ends()
    {
        var scenario = TwoInRooms.When(By(Wire(3), Back(from: 2)));
        scenario.Then(new Event.Attached(Wire(3), Duy.Id), new Event.Detached(Wire(2), Duy.Id))
            .ThenEffects(new Effect.Admit(Wire(3), Duy.Id), new Effect.Close(Wire(2), "resumed from another connection"));
        scenario.When(Says(2, "#a")).ThenRefused(new Refusal.NotConnected());
        scenario.When(Says(3, "#a")).Then(Hello(Duy, In(1, "#a")));
    }

    [Fact]
    public void Who_comes_back_when_his_old_connection_is_gone_already_just_comes() => TwoInRooms.And(Quits(2))
        .When(By(Wire(3), Back(from: 2))).Then(new Event.Connected(Wire(3), Guest(3, "Duy"), "Real Name"));

    [Fact]
    public void A_connection_of_somebody_else_gives_nobody_his_nickname()
    {
        var scenario = TwoInRooms;
        var since = scenario.World.Now;
        scenario.When(By(Wire(3), Back(from: 1))).ThenRefused(new Refusal.NickTaken(Nick("Duy"), Nick("Duy"), since));
    }

    [Fact]
    public void One_of_two_connections_ends_and_the_person_stays()
    {
        var scenario = TwoInRooms.AndHappened(new Event.Attached(Wire(3), Duy.Id));
        scenario.When(Quits(2)).Then(new Event.Detached(Wire(2), Duy.Id)).ThenEffects(new Effect.Close(Wire(2), ""));
        scenario.When(Says(2, "#a")).ThenRefused(new Refusal.NotConnected());
        scenario.When(Says(3, "#a")).Then(Hello(Duy, In(1, "#a")));
        scenario.When(Quits(3)).Then(new Event.Departed(Wire(3), Duy, "gone"));
    }

    [Fact]
    public void A_server_that_starts_has_lost_its_own_connections_and_no_others()
    {
        var scenario = Given(Comes(1, "Tuan"), Comes(Wire(1, server: 2), "Duy"), Joins(1, "#a"), Joins(1, "#b"))
            .And(By(Wire(1, server: 2), new Command.Join(Room("#b"))))
            .When(Starts(1)).Then(new Event.ServerStarted(new ServerId(1)));
        scenario.ThenEffects(
            new Effect.TellPeers(Tuan, [RoomNo(1), RoomNo(2)], scenario.What),
            new Effect.Exit(Tuan.Id, RoomNo(1)), new Effect.Exit(Tuan.Id, RoomNo(2)));
        Assert.Null(scenario.What.Origin);
        Assert.True(scenario.World.Room(Room("#a")).IsNone);
        Assert.Equal(Map<Ascending<PersonId>, PersonId, Role>.Empty.Add(Duy.Id, Role.Member), scenario.World.Room(Room("#b")).Map(room => room.Members));
    }

    [Fact]
    public void Who_has_a_connection_to_another_server_stays_when_one_starts_anew()
    {
        var scenario = TwoInRooms.AndHappened(new Event.Attached(Wire(7, server: 2), Duy.Id)).When(Starts(1));
        scenario.ThenEffects(
            new Effect.TellPeers(Tuan, [RoomNo(1), RoomNo(2)], scenario.What),
            new Effect.Exit(Tuan.Id, RoomNo(1)), new Effect.Exit(Tuan.Id, RoomNo(2)));
        Assert.Equal(Set<Ascending<ConnectionId>, ConnectionId>.Empty.Add(Wire(7, server: 2)), scenario.World.Person(Nick("Duy")).Map(duy => duy.Connections));
    }

    [Fact]
    public void Who_had_two_connections_to_a_lost_server_goes_once() => TwoInRooms.And(Quits(1))
        .AndHappened(new Event.Attached(Wire(3), Duy.Id)).When(Starts(1)).Then(new Event.ServerStarted(new ServerId(1)));

    [Fact]
    public void Those_who_are_lost_with_a_server_go_in_the_order_of_their_connections()
    {
        // Coming in another order than that of the numbers, and enough of them that no hash map is in order by chance.
        var scenario = Given([.. Enumerable.Range(0, 40).Select(n => Comes(n * 7 % 41, $"n{n}"))]).When(Starts(1));
        Assert.Equal(
            Enumerable.Range(0, 40).OrderBy(n => n * 7 % 41).Select(n => $"n{n}"),
            scenario.Effects.OfType<Effect.TellPeers>().Select(told => told.Of.Nick.Text));
    }

    [Fact]
    public void A_first_start_finds_nothing_to_end() =>
        Given().When(Starts(1)).Then(new Event.ServerStarted(new ServerId(1))).ThenEffects();

    private static Command.Connect Back(long from) => new(Nick("Duy"), "user", "Real Name") { From = Wire(from) };
}
