using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class SayingAgainTests
{
    private static Scenario Two => Given(Comes(1, "Tuan"), Comes(2, "Duy"), Joins(1, "#a"), Joins(2, "#a"), Joins(1, "#b"));

    [Theory]
    [InlineData("#a")]
    [InlineData("Duy")]
    [InlineData("Tuan")]
    public void Said_again_under_the_same_id_it_is_the_first_message(string to)
    {
        var scenario = Two.When(Says(1, to, Id(7)));
        var first = scenario.What;
        scenario.And(Says(2, "#a", Id(8))).When(Says(1, to, Id(7))).ThenAlreadySaid(first);
    }

    [Fact]
    public void Without_an_id_or_under_another_it_is_another_message()
    {
        var scenario = Two.And(Says(1, "#a"), Says(1, "#a"), Says(1, "#a", Id(1))).When(Says(1, "#a", Id(2)));
        Assert.Equal(new Sequence(9), scenario.What.Sequence);
    }

    [Fact]
    public void One_message_to_several_places_is_said_once_in_each()
    {
        var scenario = Two.And(Comes(3, "Anh"), Says(1, "#a", Id(7)), Says(1, "#b", Id(7)), Says(1, "Duy", Id(7)));
        scenario.When(Says(1, "Anh", Id(7)));
        var first = scenario.What;
        scenario.When(Says(1, "Anh", Id(7))).ThenAlreadySaid(first);
    }

    [Theory]
    [InlineData("#a")]
    [InlineData("Duy")]
    public void Who_lost_their_connection_comes_back_and_says_it_again(string to)
    {
        var scenario = Two.When(Says(1, to, Id(7)));
        var first = scenario.What;
        scenario.And(Quits(1), Comes(5, "Tuan"), Joins(5, "#a")).When(Says(5, to, Id(7))).ThenAlreadySaid(first);
    }

    [Fact]
    public void A_server_that_was_killed_still_knows_what_was_said_in_its_rooms()
    {
        var scenario = Two.When(Says(1, "#a", Id(7)));
        var first = scenario.What;
        scenario.And(Ends(1), Clears, Comes(Wire(1, server: 2), "Duy"), By(Wire(1, server: 2), new Command.Join(Room("#A"))))
            .When(By(Wire(1, server: 2), Says(1, "#a", Id(7)).Command)).ThenAlreadySaid(first);
    }

    [Fact]
    public void To_a_guest_who_came_back_it_is_said_again_because_they_can_not_read_what_the_earlier_one_was_told() =>
        Two.And(Says(1, "Duy", Id(7)), Quits(2), Comes(2, "Duy"))
            .When(Says(1, "Duy", Id(7))).Then(Hello(Guest(1, "Tuan"), Conversation.Private(Guest(1, "Tuan"), Guest(3, "Duy")), Id(7)));

    [Fact]
    public void The_limit_of_ids_is_remembered_for_certain_and_twice_as_many_never()
    {
        var recent = SeenIds.None;
        for (var id = 1; id <= RuleLimits.First.SeenIds * 2; id++)
            recent = recent.Add(Id((ulong)id), new Sequence(id), RuleLimits.First);
        Assert.Equal(new Sequence(1), recent.Find(Id(1)));

        recent = recent.Add(Id(0), new Sequence(99), RuleLimits.First);
        Assert.True(recent.Find(Id(1)).IsNone);
        Assert.True(recent.Find(Id((ulong)RuleLimits.First.SeenIds)).IsNone);
        Assert.Equal(new Sequence(RuleLimits.First.SeenIds + 1), recent.Find(Id((ulong)RuleLimits.First.SeenIds + 1)));
        Assert.Equal(new Sequence(99), recent.Find(Id(0)));
    }

    [Fact]
    public void An_id_that_was_forgotten_makes_a_new_message()
    {
        var world = StateMachine.Take(StateMachine.Take(Begun, Facts.None, Comes(1, "Tuan")).World, Facts.None, Joins(1, "#a")).World;
        for (var id = 1; id <= RuleLimits.First.SeenIds * 2; id++)
            world = StateMachine.Take(world, Facts.None, Says(1, "#a", Id((ulong)id))).World;
        Assert.Equal(new Decision.AlreadySaid(new Sequence(3)), StateMachine.Decide(world, Facts.None, Says(1, "#a", Id(1))));
        world = StateMachine.Take(world, Facts.None, Says(1, "#a", Id(0))).World;
        Assert.IsType<Decision.Accepted>(StateMachine.Decide(world, Facts.None, Says(1, "#a", Id(1))));
        Assert.Empty(Invariants.Broken(world));
    }
}
