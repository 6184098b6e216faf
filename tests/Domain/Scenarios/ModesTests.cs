using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class ModesTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");
    private static readonly Actor Duy = Guest(2, "Duy");

    /// <summary>Tuan opened the room, Duy is in it, and Mai is not.</summary>
    private static Scenario Room1 => Given(Comes(1, "Tuan"), Comes(2, "Duy"), Comes(3, "Mai"), Joins(1, "#a"), Joins(2, "#a"));

    [Fact]
    public void An_operator_sets_a_mode_and_all_who_are_there_hear_it()
    {
        var scenario = Room1.When(Sets(1, RoomMode.Limit, 5)).Then(new Event.ModeSet(Tuan, RoomNo(1), Room("#a"), RoomMode.Limit, 5));
        scenario.ThenEffects(new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What));
        scenario.When(Sets(1, RoomMode.Limit, 5)).ThenNothing();
        scenario.When(Sets(1, RoomMode.Limit, 0)).Then(new Event.ModeSet(Tuan, RoomNo(1), Room("#a"), RoomMode.Limit, 0));
    }

    [Fact]
    public void Who_is_no_operator_or_not_there_sets_none() => Room1
        .When(Sets(2, RoomMode.Moderated, 1)).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .When(Sets(3, RoomMode.Moderated, 1)).ThenRefused(new Refusal.NotInRoom(Room("#a")));

    [Fact]
    public void In_a_moderated_room_only_who_has_a_right_speaks() => Room1.And(Sets(1, RoomMode.Moderated, 1))
        .When(Says(2, "#a")).ThenRefused(new Refusal.Moderated(Room("#a")))
        .When(Signals(2, "#a")).ThenRefused(new Refusal.Moderated(Room("#a")))
        .When(Says(1, "#a")).Then(Hello(Tuan, In(1, "#a")))
        .And(Gives(1, "Duy", Rights.Voice))
        .When(Says(2, "#a")).Then(Hello(Duy, In(1, "#a")));

    [Fact]
    public void A_locked_topic_is_changed_by_operators_only() => Room1.And(Sets(1, RoomMode.TopicLocked, 1))
        .When(SetsTopic(2, "#a", "tea")).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .When(SetsTopic(1, "#a", "tea")).Then(new Event.TopicSet(Tuan, RoomNo(1), Room("#a"), "tea"));

    [Fact]
    public void A_room_lets_in_no_more_than_its_limit() => Room1.And(Sets(1, RoomMode.Limit, 2))
        .When(Joins(3, "#a")).ThenRefused(new Refusal.RoomFull(Room("#a"), 2))
        .When(Joins(2, "#a")).ThenNothing()
        .And(Sets(1, RoomMode.Limit, 3)).And(Joins(3, "#a"));

    [Fact]
    public void A_right_is_given_and_taken_and_one_may_have_several()
    {
        var scenario = Room1.And(Gives(1, "Duy", Rights.Voice)).When(Gives(1, "Duy", Rights.Operator))
            .Then(new Event.RightChanged(Tuan, RoomNo(1), Room("#a"), Duy, Rights.Operator, true));
        scenario.ThenEffects(new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What));
        Assert.Equal(Rights.Voice | Rights.Operator, RightsOf(scenario, 2));
        scenario.When(Gives(1, "Duy", Rights.Voice)).ThenNothing();
        scenario.And(Takes(1, "Duy", Rights.Operator));
        Assert.Equal(Rights.Voice, RightsOf(scenario, 2));
    }

    [Fact]
    public void A_half_operator_gives_voices_and_sets_modes_and_makes_no_operators() => Room1.And(Gives(1, "Duy", Rights.HalfOperator), Joins(3, "#a"))
        .And(Gives(2, "Mai", Rights.Voice), Sets(2, RoomMode.TopicLocked, 1))
        .When(Gives(2, "Mai", Rights.Operator)).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .When(Gives(2, "Duy", Rights.Operator)).ThenRefused(new Refusal.NotOperator(Room("#a")));

    [Fact]
    public void Anybody_lays_down_a_right_of_their_own() => Room1.And(Gives(1, "Duy", Rights.Voice))
        .When(Takes(2, "Duy", Rights.Voice)).Then(new Event.RightChanged(Duy, RoomNo(1), Room("#a"), Duy, Rights.Voice, false))
        .When(Takes(2, "Tuan", Rights.Operator)).ThenRefused(new Refusal.NotOperator(Room("#a")));

    [Fact]
    public void Rights_are_for_people_who_are_in_the_room() => Room1
        .When(Gives(1, "Mai", Rights.Voice)).ThenRefused(new Refusal.NotThere(Nick("Mai"), Room("#a")))
        .When(Gives(1, "Nobody", Rights.Voice)).ThenRefused(new Refusal.NoSuchPerson(Nick("Nobody")));

    [Fact]
    public void Modes_that_were_set_alike_are_alike_whatever_was_set_between()
    {
        var modes = default(RoomModes).With(RoomMode.Limit, 3).With(RoomMode.Moderated, 1).With(RoomMode.Limit, 0);

        Assert.Equal(default(RoomModes).With(RoomMode.Moderated, 1), modes);
        Assert.Equal(default, modes.With(RoomMode.Moderated, 0));
        Assert.Equal(modes, RoomModes.Of(modes.Values.Span));
    }

    private static Rights RightsOf(Scenario scenario, long person) =>
        scenario.World.Rooms[RoomNo(1)].RightsOf(new PersonId(person));

    private static Request Sets(long wire, RoomMode mode, int value) => By(Wire(wire), new Command.SetMode(Room("#a"), mode, value));

    private static Request Gives(long wire, string nick, Rights right) => By(Wire(wire), new Command.ChangeRight(Room("#a"), Nick(nick), right, true));

    private static Request Takes(long wire, string nick, Rights right) => By(Wire(wire), new Command.ChangeRight(Room("#a"), Nick(nick), right, false));
}
