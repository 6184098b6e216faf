using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class RenamingTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");

    private static Scenario Two => Given(Comes(1, "Tuan"), Comes(2, "Duy"), Joins(1, "#a"), Joins(1, "#b"), Joins(2, "#b"));

    [Fact]
    public void A_new_name_is_heard_once_by_all_who_share_a_room()
    {
        var scenario = Two.When(Renames(1, "Anh")).Then(new Event.Renamed(Tuan, Nick("Anh")));
        scenario.ThenEffects(new Effect.TellPeers(Tuan, [RoomNo(1), RoomNo(2)], scenario.What));
        Assert.Equal(Guest(1, "Anh"), scenario.World.Person(Nick("anh")).Map(person => person.Who));
    }

    [Fact]
    public void The_old_name_is_free_at_once() =>
        Two.And(Renames(1, "Anh")).When(Renames(2, "TUAN")).Then(new Event.Renamed(Guest(2, "Duy"), Nick("TUAN")));

    [Fact]
    public void What_is_said_later_bears_the_new_name() =>
        Two.And(Renames(1, "Anh")).When(Says(1, "#a")).Then(Hello(Guest(1, "Anh"), In(1, "#a")));

    [Fact]
    public void A_name_that_somebody_else_has_in_another_case_is_taken() =>
        Two.When(Renames(1, "dUY")).ThenRefused(new Refusal.NickTaken(Nick("dUY"), Nick("Duy"), Noon));

    [Fact]
    public void The_case_of_ones_own_name_may_be_changed()
    {
        var scenario = Two.When(Renames(1, "TUAN")).Then(new Event.Renamed(Tuan, Nick("TUAN")));
        Assert.Equal(Guest(1, "TUAN"), scenario.World.Person(Nick("tuan")).Map(person => person.Who));
    }

    [Fact]
    public void The_name_that_one_has_already_is_no_news() => Two.When(Renames(1, "Tuan")).ThenNothing();
}
