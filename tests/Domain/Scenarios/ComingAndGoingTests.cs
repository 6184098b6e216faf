using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class ComingAndGoingTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");
    private static readonly Actor Duy = Guest(2, "Duy");

    /// <summary>Tuan and Duy share two rooms; Duy is in a third alone.</summary>
    private static Scenario TwoInRooms => Given(
        Comes(1, "Tuan"), Comes(2, "Duy"), Joins(1, "#a"), Joins(2, "#a"), Joins(1, "#b"), Joins(2, "#b"), Joins(2, "#c"));

    /// <summary>Tuan and Duy in #a; Duy can come back.</summary>
    private static Scenario TokenInRoom => Given(Comes(1, "Tuan"), ComesWith(7, 2, "Duy"), Joins(1, "#a"), Joins(2, "#a"));

    [Fact]
    public void Who_comes_is_admitted_and_hears_it()
    {
        var scenario = Given().When(Comes(1, "Tuan")).Then(new Event.Connected(Wire(1), Tuan, "Real Name"));
        scenario.ThenEffects(new Effect.Admit(Wire(1), Tuan.Id), new Effect.Tell(Tuan.Id, scenario.What));
        Assert.Equal(new Recorded(new Sequence(1), Noon, Wire(1), scenario.What.Event), scenario.What);
        Assert.Equal(
            new Person(Tuan, new Words("Real Name", new Sequence(1)), Noon, Set<Ascending<ConnectionId>, ConnectionId>.Empty.Add(Wire(1)), Set<Ascending<RoomId>, RoomId>.Empty, SeenIds.None),
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
    public void Who_quits_leaves_every_room_and_each_peer_hears_it_once()
    {
        var scenario = TwoInRooms.When(Quits(2)).Then(new Event.Departed(Wire(2), Duy, CloseReason.Quit, "gone"));
        scenario.ThenEffects(
            new Effect.TellPeers(Duy, [RoomNo(1), RoomNo(2), RoomNo(3)], scenario.What),
            new Effect.Exit(Duy.Id, RoomNo(1)), new Effect.Exit(Duy.Id, RoomNo(2)), new Effect.Exit(Duy.Id, RoomNo(3)),
            new Effect.Close(Wire(2), new Ending(CloseReason.Quit, "gone")));
        Assert.True(scenario.World.Person(Nick("Duy")).IsNone);
        Assert.True(scenario.World.Room(Room("#c")).IsNone);
        Assert.Equal(Map<Ascending<PersonId>, PersonId, Rights>.Empty.Add(Tuan.Id, Rights.Operator), scenario.World.Room(Room("#b")).Map(room => room.Members));
    }

    [Fact]
    public void Who_quits_without_a_room_hears_it_alone()
    {
        var scenario = Given(Comes(1, "Tuan")).When(Quits(1));
        scenario.ThenEffects(new Effect.TellPeers(Tuan, [], scenario.What), new Effect.Close(Wire(1), new Ending(CloseReason.Quit, "gone")));
    }

    [Fact]
    public void A_nickname_is_free_again_and_its_next_holder_is_another_person() => TwoInRooms.And(Quits(1))
        .When(Comes(1, "tuan")).Then(new Event.Connected(Wire(1), Guest(3, "tuan"), "Real Name"));

    [Fact]
    public void A_second_connection_is_admitted_and_nobody_else_hears_it()
    {
        TwoInRooms.AndHappened(new Event.Attached(Wire(3), Duy)).ThenEffects(new Effect.Admit(Wire(3), Duy.Id))
            .When(Says(3, "#a")).Then(Hello(Duy, In(1, "#a")));
    }

    [Fact]
    public void Who_comes_back_with_their_token_stays_where_they_are_and_the_old_connection_ends()
    {
        var scenario = TokenInRoom.When(ComesWith(7, 3, "Duy"));
        scenario.Then(new Event.Attached(Wire(3), Duy), new Event.Detached(Wire(2), Duy, CloseReason.Resumed, Option<Timestamp>.None))
            .ThenEffects(new Effect.Admit(Wire(3), Duy.Id), new Effect.Close(Wire(2), new Ending(CloseReason.Resumed)));
        scenario.When(Says(2, "#a")).ThenRefused(new Refusal.NotConnected());
        scenario.When(Says(3, "#a")).Then(Hello(Duy, In(1, "#a")));
    }

    [Fact]
    public void Who_quit_has_left_for_good_and_the_token_is_forgotten()
    {
        var scenario = TokenInRoom.And(Quits(2));
        Assert.False(scenario.Facts.CanComeBack(Duy.Id));
        scenario.When(ComesWith(7, 3, "Duy")).Then(new Event.Connected(Wire(3), Guest(3, "Duy"), "Real Name"));
    }

    [Fact]
    public void Another_token_gives_nobody_the_nickname()
    {
        var scenario = TokenInRoom;
        var since = scenario.World.Now;
        scenario.When(ComesWith(8, 3, "Duy")).ThenRefused(new Refusal.NickTaken(Nick("Duy"), Nick("Duy"), since));
    }

    [Fact]
    public void One_of_two_connections_ends_and_the_person_stays()
    {
        var scenario = TwoInRooms.AndHappened(new Event.Attached(Wire(3), Duy));
        scenario.When(Quits(2)).Then(new Event.Detached(Wire(2), Duy, CloseReason.Quit, Option<Timestamp>.None)).ThenEffects(new Effect.Close(Wire(2), new Ending(CloseReason.Quit)));
        scenario.When(Says(2, "#a")).ThenRefused(new Refusal.NotConnected());
        scenario.When(Says(3, "#a")).Then(Hello(Duy, In(1, "#a")));
        scenario.When(Quits(3)).Then(new Event.Departed(Wire(3), Duy, CloseReason.Quit, "gone"));
    }

}
