using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>What was said is taken back; the shell has looked up what it was.</summary>
public sealed class RedactingTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");
    private static readonly Actor Duy = Guest(2, "Duy");

    /// <summary>Tuan, the room's operator, and Duy are in #a.</summary>
    private static Scenario Two => Given(Comes(1, "Tuan"), Comes(2, "Duy"), Joins(1, "#a"), Joins(2, "#a"));

    [Fact]
    public void Ones_own_words_are_taken_back_and_all_who_hear_them_are_told()
    {
        var before = Two;
        var scenario = before.When(TakesBack(2, Duy)).Then(new Event.Redacted(Duy, In(1, "#a"), new Sequence(9), "why"));
        scenario.ThenEffects(new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What));
        Assert.Equal(before.World with { Last = scenario.World.Last, Now = scenario.World.Now }, scenario.World);
    }

    [Fact]
    public void What_others_said_is_taken_back_by_an_operator_and_by_nobody_else()
    {
        Two.When(TakesBack(1, Duy)).Then(new Event.Redacted(Tuan, In(1, "#a"), new Sequence(9), "why"));
        Two.When(TakesBack(2, Tuan)).ThenRefused(new Refusal.NotOwnWords());
    }

    [Fact]
    public void Who_came_back_under_the_same_nickname_is_somebody_else() =>
        Two.When(TakesBack(2, Guest(7, "Duy"))).ThenRefused(new Refusal.NotOwnWords());

    [Fact]
    public void What_was_said_elsewhere_or_not_at_all_was_not_said()
    {
        Two.When(TakesBack(1, Duy, In(2, "#a"))).ThenRefused(new Refusal.NothingSaid());
        Two.When(TakesBack(2, Duy, In(1, "#a", Audience.Operators))).ThenRefused(new Refusal.NothingSaid());
        Two.When(By(Wire(2), new Command.Redact(new Target.ToRoom(Room("#a"), Audience.Everyone), "x", Option<Spoken>.None, ""))).ThenRefused(new Refusal.NothingSaid());
    }

    [Fact]
    public void Nobody_takes_anything_back_where_they_are_not()
    {
        var three = Two.And(Comes(3, "Mai"));
        three.When(TakesBack(3, Guest(3, "Mai"))).ThenRefused(new Refusal.NoConversation());
        three.When(By(Wire(3), new Command.Redact(new Target.ToPerson(Nick("Nobody")), "x", Option<Spoken>.None, ""))).ThenRefused(new Refusal.NoConversation());
    }

    [Fact]
    public void After_so_many_minutes_it_is_too_late_but_for_who_tends_the_room()
    {
        var late = Noon.Milliseconds + (RuleLimits.First.RedactMinutes * 60_000L);
        Two.When(TakesBack(2, Duy) with { At = new Timestamp(late) }).ThenRefused(new Refusal.SaidTooLongAgo(RuleLimits.First.RedactMinutes));
        Two.When(TakesBack(2, Duy) with { At = new Timestamp(late - 1) }).Then(new Event.Redacted(Duy, In(1, "#a"), new Sequence(9), "why"));
        Two.When(TakesBack(1, Duy) with { At = new Timestamp(late) }).Then(new Event.Redacted(Tuan, In(1, "#a"), new Sequence(9), "why"));
    }

    [Fact]
    public void In_private_the_two_are_told_and_nobody_takes_back_the_others_words()
    {
        var pair = (Conversation.Between)Conversation.Private(Duy, Tuan);
        Request From(int wire, string other, Actor by) =>
            By(Wire(wire), new Command.Redact(new Target.ToPerson(Nick(other)), "x", new Spoken(new Sequence(9), by, pair, Noon), ""));
        var scenario = Two.When(From(2, "tuan", Duy)).Then(new Event.Redacted(Duy, pair, new Sequence(9), ""));
        scenario.ThenEffects(new Effect.Tell(Tuan.Id, scenario.What), new Effect.Tell(Duy.Id, scenario.What));
        Two.When(From(1, "Duy", Duy)).ThenRefused(new Refusal.NotOwnWords());
        Two.And(Comes(3, "Mai")).When(From(3, "Tuan", Duy)).ThenRefused(new Refusal.NothingSaid());
    }

    private static Request TakesBack(int wire, Actor by, Conversation? where = null) => By(
        Wire(wire), new Command.Redact(new Target.ToRoom(Room("#a"), Audience.Everyone), "x", new Spoken(new Sequence(9), by, where ?? In(1, "#a"), Noon), "why"));
}
