using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class DoorTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");
    private static readonly Actor Duy = Guest(2, "Duy");
    private static readonly Actor Mai = Guest(3, "Mai");

    /// <summary>Tuan opened the room, Duy is in it, Mai is not.</summary>
    private static Scenario Room1 => Given(Comes(1, "Tuan"), Comes(2, "Duy"), Comes(3, "Mai"), Joins(1, "#a"), Joins(2, "#a"));

    [Fact]
    public void Who_is_kicked_hears_it_and_is_out()
    {
        var scenario = Room1.When(Kicks(1, "Duy")).Then(new Event.Kicked(Tuan, RoomNo(1), Room("#a"), Duy, "enough"));
        scenario.ThenEffects(new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What), new Effect.Exit(Person(2), RoomNo(1)));
        scenario.When(Says(2, "#a")).ThenRefused(new Refusal.NotInRoom(Room("#a"))).And(Joins(2, "#a"));
    }

    [Fact]
    public void Half_operators_kick_those_below_them_and_operators_each_other() => Room1.And(Joins(3, "#a"), Gives(1, "Duy", Rights.HalfOperator))
        .When(Kicks(2, "Tuan")).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .And(Gives(1, "Mai", Rights.HalfOperator)).When(Kicks(2, "Mai")).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .And(Gives(1, "Mai", Rights.Voice, false), Gives(1, "Mai", Rights.HalfOperator, false), Kicks(2, "Mai"))
        .And(Gives(1, "Duy", Rights.Operator), Kicks(2, "Tuan"));

    [Fact]
    public void Others_kick_nobody() => Room1
        .When(Kicks(2, "Tuan")).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .When(Kicks(3, "Tuan")).ThenRefused(new Refusal.NotInRoom(Room("#a")))
        .When(Kicks(1, "Mai")).ThenRefused(new Refusal.NotThere(Nick("Mai"), Room("#a")))
        .When(Kicks(1, "Anh")).ThenRefused(new Refusal.NoSuchPerson(Nick("Anh")));

    [Fact]
    public void The_last_one_who_kicks_themselves_closes_the_room() => Room1.And(Leaves(2, "#a"), Kicks(1, "Tuan"))
        .When(Says(1, "#a")).ThenRefused(new Refusal.NoSuchRoom(Room("#a")));

    [Fact]
    public void Only_who_is_invited_comes_into_a_closed_room_and_once()
    {
        var scenario = Room1.And(Sets(1, RoomMode.InviteOnly))
            .When(Joins(3, "#a")).ThenRefused(new Refusal.InviteOnly(Room("#a")))
            .When(Invites(2, "Mai")).ThenRefused(new Refusal.NotOperator(Room("#a")))
            .When(Invites(1, "Mai")).Then(new Event.Invited(Tuan, RoomNo(1), Room("#a"), Mai, true));
        scenario.ThenEffects(
            new Effect.Tell(Person(3), scenario.What), new Effect.TellRoom(RoomNo(1), Audience.HalfOperators, scenario.What with { Sequence = default }));
        scenario.And(Joins(3, "#a"), Leaves(3, "#a")).When(Joins(3, "#a")).ThenRefused(new Refusal.InviteOnly(Room("#a")));
    }

    [Fact]
    public void What_an_operator_says_opens_every_door_and_what_others_say_opens_none() => Room1
        .And(Sets(1, RoomMode.Limit), By(Wire(1), new Command.SetKey(Room("#a"), "tea")))
        .And(Invites(2, "Mai")).When(Joins(3, "#a")).ThenRefused(new Refusal.WrongKey(Room("#a")))
        .And(Invites(1, "Mai"), Joins(3, "#a"));

    [Fact]
    public void Who_is_there_is_not_invited() => Room1.When(Invites(1, "Duy")).ThenRefused(new Refusal.AlreadyThere(Nick("Duy"), Room("#a")))
        .When(Invites(3, "Duy")).ThenRefused(new Refusal.NotInRoom(Room("#a")));

    [Fact]
    public void An_invitation_ends_with_its_room_and_with_who_is_invited()
    {
        var scenario = Room1.And(Invites(1, "Mai"), Leaves(2, "#a"), Leaves(1, "#a"));
        Assert.True(scenario.World.People[Person(3)].Invitations.IsEmpty);
        Assert.True(Room1.And(Invites(1, "Mai"), Quits(3)).World.Rooms[RoomNo(1)].Invited.IsEmpty);
    }

    [Fact]
    public void Nobody_holds_more_invitations_than_rooms()
    {
        var scenario = Room1.And(ByNobody(new Command.ChangeLimits(new RuleLimitsChange { RoomsOfPerson = 1 })), Invites(1, "Mai"))
            .And(Leaves(2, "#a"), Joins(2, "#b"), By(Wire(2), new Command.InviteTo(Room("#b"), Nick("Mai"))));
        Assert.Equal(RoomNo(2), Assert.Single(scenario.World.People[Person(3)].Invitations));
        Assert.True(scenario.World.Rooms[RoomNo(1)].Invited.IsEmpty);
    }

    [Fact]
    public void A_key_is_wanted_while_it_is_set() => Room1.And(By(Wire(1), new Command.SetKey(Room("#a"), "tea")))
        .When(Joins(3, "#a")).ThenRefused(new Refusal.WrongKey(Room("#a")))
        .When(By(Wire(3), new Command.Join(Room("#a"), "TEA"))).ThenRefused(new Refusal.WrongKey(Room("#a")))
        .When(By(Wire(2), new Command.SetKey(Room("#a"), ""))).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .And(By(Wire(3), new Command.Join(Room("#a"), "tea")), Leaves(3, "#a"), By(Wire(1), new Command.SetKey(Room("#a"), "")), Joins(3, "#a"));

    [Fact]
    public void Who_can_not_come_in_knocks_once_a_minute() => Room1
        .When(Knocks(3)).ThenRefused(new Refusal.NoNeedToKnock(Room("#a"), false))
        .When(Knocks(2)).ThenRefused(new Refusal.NoNeedToKnock(Room("#a"), true))
        .And(Sets(1, RoomMode.InviteOnly))
        .When(Knocks(3)).Then(new Event.Knocked(Mai, RoomNo(1), Room("#a"), "may I?"))
        .When(Knocks(3, 59_001)).ThenRefused(new Refusal.KnockedTooSoon(Room("#a"), 1))
        .And(Knocks(3, 60_000));

    [Fact]
    public void Strangers_do_not_learn_of_a_secret_room() => Room1.And(Sets(1, RoomMode.Secret), Sets(1, RoomMode.InviteOnly), Sets(1, RoomMode.HearsOutside))
        .When(Knocks(3)).ThenRefused(new Refusal.NoSuchRoom(Room("#a")))
        .When(Says(3, "#a")).ThenRefused(new Refusal.NoSuchRoom(Room("#a")))
        .When(SetsTopic(3, "#A", "x")).ThenRefused(new Refusal.NoSuchRoom(Room("#A")))
        .When(Kicks(3, "Duy")).ThenRefused(new Refusal.NoSuchRoom(Room("#a")))
        .When(Leaves(3, "#a")).ThenRefused(new Refusal.NoSuchRoom(Room("#a")));

    [Fact]
    public void Nobody_takes_up_the_history_of_a_room_that_was_closed() => Room1.And(Sets(1, RoomMode.Secret), Leaves(1, "#a"), Leaves(2, "#a"))
        .When(Joins(3, "#a")).Then(new Event.Joined(Mai, RoomNo(2), Room("#a"), Rights.Operator));

    [Fact]
    public void Strangers_speak_where_the_operators_wish_it_and_hear_that_they_did()
    {
        var scenario = Room1.And(Sets(1, RoomMode.HearsOutside)).When(Says(3, "#a")).Then(Hello(Mai, In(1, "#a")));
        scenario.ThenEffects(new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What), new Effect.Tell(Person(3), scenario.What));
        scenario.And(Sets(1, RoomMode.Slow)).When(Says(3, "#a")).ThenRefused(new Refusal.NotInRoom(Room("#a")))
            .And(Sets(1, RoomMode.Slow, 0), Sets(1, RoomMode.Moderated)).When(Says(3, "#a")).ThenRefused(new Refusal.Moderated(Room("#a")));
    }

    [Fact]
    public void Programs_are_left_alone_where_the_operators_wish_it()
    {
        var asks = By(Wire(2), new Command.Say(new Target.ToRoom(Room("#a"), Audience.Everyone), SayKind.Message, Option<IdempotencyKey>.None, Option<About>.None, Body.Text("?")) { IsCtcp = true });
        Room1.And(asks).And(Sets(1, RoomMode.NoCtcp)).When(asks).ThenRefused(new Refusal.NoCtcp(Room("#a"))).And(Says(2, "#a"));
    }

    private static Request Kicks(long wire, string nick) => By(Wire(wire), new Command.Kick(Room("#a"), Nick(nick), "enough"));

    private static Request Invites(long wire, string nick) => By(Wire(wire), new Command.InviteTo(Room("#a"), Nick(nick)));

    private static Request Knocks(long wire, long later = 0) =>
        By(Wire(wire), new Command.Knock(Room("#a"), "may I?")) with { At = new Timestamp(Noon.Milliseconds + later) };

    private static Request Sets(long wire, RoomMode mode, int value = 1) => By(Wire(wire), new Command.SetMode(Room("#a"), mode, value));

    private static Request Gives(long wire, string nick, Rights right, bool isGiven = true) => By(Wire(wire), new Command.ChangeRight(Room("#a"), Nick(nick), right, isGiven));
}
