using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class AwayTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");

    private static Scenario Two => Given(Comes(1, "Tuan"), Comes(2, "Duy"), Joins(1, "#a"), Joins(2, "#a"));

    [Fact]
    public void Those_who_share_a_room_hear_that_somebody_is_away()
    {
        var scenario = Two.When(IsAway(1, "lunch")).Then(new Event.AwaySet(Tuan, true, "lunch"));
        scenario.ThenEffects(new Effect.TellPeers(Tuan, [RoomNo(1)], scenario.What));
        Assert.Equal("lunch", scenario.World.Person(Nick("Tuan")).Bind(person => person.Away).Map(away => away.Text));
    }

    [Fact]
    public void And_that_they_are_here_again()
    {
        var scenario = Two.And(IsAway(1, "lunch")).When(IsAway(1, "")).Then(new Event.AwaySet(Tuan, false, ""));
        Assert.True(scenario.World.Person(Nick("Tuan")).Exists(person => person.Away.IsNone));
    }

    [Fact]
    public void Here_again_is_no_news_of_somebody_who_is_here() => Two.When(IsAway(1, "")).ThenNothing();

    [Fact]
    public void A_room_that_somebody_enters_while_away_hears_it_and_nobody_else()
    {
        var scenario = Two.And(IsAway(1, "lunch"), Joins(2, "#b")).When(Joins(1, "#b")).Then(new Event.Joined(Tuan, RoomNo(2), Room("#b"), Rights.None));
        scenario.ThenEffects(
            new Effect.Enter(Tuan.Id, RoomNo(2)), new Effect.TellRoom(RoomNo(2), Audience.Everyone, scenario.What),
            new Effect.TellRoom(RoomNo(2), Audience.Everyone, scenario.What with { Sequence = default, Event = new Event.AwaySet(Tuan, true, "lunch") }));
    }

    [Theory]
    [InlineData(339)]
    [InlineData(340)]
    public void The_words_may_be_as_long_as_the_limit(int length) =>
        Two.When(IsAway(1, new string('t', length))).Then(new Event.AwaySet(Tuan, true, new string('t', length)));

    [Fact]
    public void The_words_may_not_be_longer() =>
        Two.When(IsAway(1, new string('t', RuleLimits.First.AwayBytes + 1))).ThenRefused(new Refusal.AwayTooLong(RuleLimits.First.AwayBytes + 1, RuleLimits.First.AwayBytes));
}
