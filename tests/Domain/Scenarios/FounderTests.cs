using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>A room belongs to accounts, not to connections.</summary>
public sealed class FounderTests
{
    private static readonly AccountRef TuanA = Member(1, "Tuan");
    private static readonly AccountRef DuyA = Member(2, "Duy");
    private static readonly Actor Tuan = Guest(1, "Tuan") with { Account = TuanA };
    private static readonly Actor Duy = Guest(2, "Duy") with { Account = DuyA };
    private static readonly Actor Mai = Guest(3, "Mai");
    private const Rights Founded = Rights.Founder | Rights.Operator;

    /// <summary>Tuan founded the room. Duy is in it and has an account too; Mai is in it as a guest.</summary>
    private static Scenario Room1 => Given(
        Adds("Tuan", 7), Adds("Duy", 8), ComesAs(TuanA, 7, 1, "Tuan"), ComesAs(DuyA, 8, 2, "Duy"), Comes(3, "Mai"), Joins(1, "#a"), Joins(2, "#a"), Joins(3, "#a"));

    [Fact]
    public void Who_makes_a_room_with_an_account_is_its_founder() => Given(Adds("Tuan", 7), ComesAs(TuanA, 7, 1, "Tuan"))
        .When(Joins(1, "#a")).Then(new Event.Joined(Tuan, RoomNo(1), Room("#a"), Founded));

    [Fact]
    public void It_stays_as_it_is_while_nobody_is_in_it_and_is_its_founders_when_they_come_again()
    {
        var scenario = Room1.And(SetsTopic(1, "#a", "tea"), By(Wire(1), new Command.SetKey(Room("#a"), "leaf")), Quits(1), Leaves(2, "#a"), Leaves(3, "#a"));
        scenario.When(Joins(3, "#a")).ThenRefused(new Refusal.WrongKey(Room("#a")));
        var back = Guest(4, "Tuan") with { Account = TuanA };
        scenario.And(ComesAs(TuanA, 7, 1, "Tuan")).When(Joins(1, "#a"))
            .Then(new Event.Joined(back, RoomNo(1), Room("#a"), Rights.None), new Event.RightsFollowed(back, RoomNo(1), Room("#a"), Founded, true));
        Assert.Equal("tea", scenario.World.Room(Room("#a")).Bind(room => room.Topic).Map(topic => topic.Text.Text));
    }

    [Fact]
    public void Operators_with_an_account_are_remembered_and_guests_are_not()
    {
        var scenario = Room1.And(Gives(1, "Duy", Rights.Operator), Gives(1, "Mai", Rights.Operator), Leaves(2, "#a"), Leaves(3, "#a"));
        scenario.When(Joins(2, "#a")).Then(new Event.Joined(Duy, RoomNo(1), Room("#a"), Rights.None), new Event.RightsFollowed(Duy, RoomNo(1), Room("#a"), Rights.Operator, true));
        scenario.When(Joins(3, "#a")).Then(new Event.Joined(Mai, RoomNo(1), Room("#a"), Rights.None));
    }

    [Fact]
    public void A_founder_makes_another_one_who_has_an_account() => Room1
        .When(Gives(1, "Mai", Rights.Founder)).ThenRefused(new Refusal.FounderNeedsAccount(Room("#a"), Nick("Mai")))
        .When(Gives(2, "Duy", Rights.Founder)).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .And(Gives(1, "Duy", Rights.Operator)).When(Gives(2, "Duy", Rights.Founder)).ThenRefused(new Refusal.NotFounder(Room("#a")))
        .When(Gives(1, "Tuan", Rights.Founder, false)).ThenRefused(new Refusal.LastFounder(Room("#a")))
        .And(Gives(1, "Duy", Rights.Founder), Gives(1, "Tuan", Rights.Founder, false))
        .When(Gives(1, "Duy", Rights.Founder, false)).ThenRefused(new Refusal.NotFounder(Room("#a")));

    [Fact]
    public void Nobody_but_a_founder_takes_a_right_from_one() => Room1.And(Gives(1, "Duy", Rights.Operator))
        .When(Gives(2, "Tuan", Rights.Operator, false)).ThenRefused(new Refusal.NotFounder(Room("#a")))
        .When(By(Wire(2), new Command.Kick(Room("#a"), Nick("Tuan"), ""))).ThenRefused(new Refusal.NotOperator(Room("#a")));

    [Fact]
    public void A_right_is_taken_from_an_account_whose_person_is_not_there()
    {
        var scenario = Room1.And(Gives(1, "Duy", Rights.Operator), Quits(2))
            .When(Gives(1, "Duy", Rights.Operator, false)).Then(new Event.HolderRemoved(Tuan, RoomNo(1), Room("#a"), DuyA, Rights.Operator));
        scenario.When(Gives(1, "Duy", Rights.Voice, false)).ThenRefused(new Refusal.NoSuchPerson(Nick("Duy")));
        Room1.And(Quits(1)).When(Gives(2, "Tuan", Rights.Founder, false)).ThenRefused(new Refusal.NotOperator(Room("#a")));
    }

    [Fact]
    public void A_right_is_taken_from_the_account_of_somebody_who_is_called_otherwise() => Room1.And(Gives(1, "Duy", Rights.Operator), Renames(2, "Anh"))
        .When(Gives(1, "Duy", Rights.Operator, false))
        .Then(new Event.RightChanged(Tuan, RoomNo(1), Room("#a"), Duy with { Nick = Nick("Anh") }, Rights.Operator, false));

    [Fact]
    public void Who_logs_out_loses_what_the_account_gave_them_and_who_logs_in_gets_it() => Room1
        .When(By(Wire(1), new Command.LogOut()))
        .Then(new Event.RightsFollowed(Tuan, RoomNo(1), Room("#a"), Founded, false), new Event.LoggedOut(Tuan))
        .When(LogsIn(1, TuanA, 7))
        .Then(new Event.LoggedIn(Guest(1, "Tuan"), TuanA), new Event.RightsFollowed(Tuan, RoomNo(1), Room("#a"), Founded, true));

    [Fact]
    public void A_founder_is_not_shut_out_and_operators_need_no_key() => Room1
        .And(Gives(1, "Duy", Rights.Operator), By(Wire(2), new Command.SetMask(Room("#a"), MaskList.Ban, Mask("*"), Option<int>.None, "")), Leaves(1, "#a"), Joins(1, "#a"), Leaves(2, "#a"))
        .When(Joins(2, "#a")).ThenRefused(new Refusal.Banned(Room("#a")))
        .And(By(Wire(1), new Command.LiftMask(Room("#a"), MaskList.Ban, Mask("*"))), By(Wire(1), new Command.SetMode(Room("#a"), RoomMode.InviteOnly, 1)), Joins(2, "#a"));

    [Fact]
    public void Only_a_founder_ends_a_room_and_then_nothing_is_left_of_it()
    {
        var scenario = Room1.And(Gives(1, "Duy", Rights.Operator), Leaves(1, "#a"))
            .When(Drops(2)).ThenRefused(new Refusal.NotFounder(Room("#a")))
            .When(Drops(1)).Then(new Event.RoomDropped(Tuan, RoomNo(1), Room("#a"), "over"));
        scenario.ThenEffects(new Effect.TellEach(RoomNo(1), scenario.What), new Effect.Exit(Person(2), RoomNo(1)), new Effect.Exit(Person(3), RoomNo(1)));
        scenario.When(Drops(1)).ThenRefused(new Refusal.NoSuchRoom(Room("#a")));
        scenario.When(Joins(3, "#a")).Then(new Event.Joined(Mai, RoomNo(2), Room("#a"), Rights.Operator));
    }

    [Fact]
    public void With_its_last_founders_account_a_room_goes_to_its_first_operator()
    {
        var scenario = Room1.And(Gives(1, "Duy", Rights.Operator)).When(ByNobody(new Command.RemoveAccount(Account("Tuan"))));
        scenario.Then(
            new Event.RightsFollowed(Tuan, RoomNo(1), Room("#a"), Founded, false), new Event.LoggedOut(Tuan),
            new Event.RoomPassedOn(RoomNo(1), Room("#a"), TuanA, DuyA), new Event.RightsFollowed(Duy, RoomNo(1), Room("#a"), Rights.Founder, true), new Event.AccountRemoved(TuanA));
        scenario.When(Drops(2)).Then(new Event.RoomDropped(Duy, RoomNo(1), Room("#a"), "over"));
    }

    [Fact]
    public void Without_an_operator_it_becomes_a_room_of_guests_and_ends_if_it_is_empty()
    {
        var scenario = Room1.And(ByNobody(new Command.RemoveAccount(Account("Tuan"))));
        Assert.False(scenario.World.Room(Room("#a")).Exists(room => room.Lasts));
        Assert.True(Room1.And(Leaves(1, "#a"), Leaves(2, "#a"), Leaves(3, "#a"), ByNobody(new Command.RemoveAccount(Account("Tuan")))).World.Room(Room("#a")).IsNone);
    }

    [Fact]
    public void A_room_of_guests_gets_a_founder_from_any_of_its_operators() => Given(Adds("Duy", 8), Comes(1, "Tuan"), ComesAs(Member(1, "Duy"), 8, 2, "Duy"), Joins(1, "#a"), Joins(2, "#a"))
        .When(Gives(1, "Duy", Rights.Founder)).Then(new Event.RightChanged(Guest(1, "Tuan"), RoomNo(1), Room("#a"), Guest(2, "Duy") with { Account = Member(1, "Duy") }, Rights.Founder, true))
        .When(Gives(1, "Tuan", Rights.Founder)).ThenRefused(new Refusal.NotFounder(Room("#a")));

    [Fact]
    public void An_account_founds_so_many_rooms_and_is_the_operator_of_others()
    {
        var scenario = Given(Adds("Tuan", 7), ComesAs(TuanA, 7, 1, "Tuan")).And([.. Enumerable.Range(1, RuleLimits.RoomsOfFounder).Select(room => Joins(1, $"#{room}"))]);
        scenario.When(Joins(1, "#more")).Then(new Event.Joined(Tuan, RoomNo(RuleLimits.RoomsOfFounder + 1), Room("#more"), Rights.Operator));
        scenario.When(By(Wire(1), new Command.ChangeRight(Room("#more"), Nick("Tuan"), Rights.Founder, true)))
            .ThenRefused(new Refusal.TooManyFounded(Room("#more"), Account("Tuan"), RuleLimits.RoomsOfFounder));
    }

    [Fact]
    public void A_founder_calls_a_room_otherwise_and_it_is_the_same_one()
    {
        var scenario = Room1.And(Gives(1, "Duy", Rights.Operator), Joins(3, "#b"))
            .When(Calls(2, "#c")).ThenRefused(new Refusal.NotFounder(Room("#a")))
            .When(Calls(1, "#B")).ThenRefused(new Refusal.RoomNameTaken(Room("#a"), Room("#B")))
            .When(Calls(1, "#a")).ThenNothing()
            .When(Calls(1, "#c")).Then(new Event.RoomRenamed(Tuan, RoomNo(1), Room("#a"), Room("#c"), "moved"));
        scenario.ThenEffects(new Effect.TellEach(RoomNo(1), scenario.What));
        scenario.When(Says(2, "#c")).Then(Hello(Duy, In(1, "#c"))).When(Joins(3, "#a")).Then(new Event.Joined(Mai, RoomNo(3), Room("#a"), Rights.Operator));
    }

    [Fact]
    public void The_case_of_a_name_may_change_and_an_earlier_room_of_the_new_one_is_past_for_good() => Given(Comes(1, "Tuan"), Comes(2, "Duy"), Joins(1, "#a"), Joins(2, "#b"), Leaves(2, "#b"))
        .And(Calls(1, "#A"), Calls(1, "#b"), Leaves(1, "#b"))
        .When(Joins(2, "#b")).Then(new Event.Joined(Guest(2, "Duy"), RoomNo(1), Room("#b"), Rights.Operator));

    private static Request Calls(long wire, string name) => By(Wire(wire), new Command.RenameRoom(Room("#a"), Room(name), "moved"));

    private static Request Drops(long wire) => By(Wire(wire), new Command.DropRoom(Room("#a"), "over"));

    private static Request Gives(long wire, string nick, Rights right, bool isGiven = true) => By(Wire(wire), new Command.ChangeRight(Room("#a"), Nick(nick), right, isGiven));
}
