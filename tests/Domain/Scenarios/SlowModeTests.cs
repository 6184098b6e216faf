using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class SlowModeTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");
    private static readonly Actor Duy = Guest(2, "Duy");

    /// <summary>Tuan opened the room and let everybody else speak once in ten seconds; Duy was in it before.</summary>
    private static Scenario Slow => Given(Comes(1, "Tuan"), Comes(2, "Duy"), Comes(3, "Mai"), Joins(1, "#a"), Joins(2, "#a"), Sets(10));

    [Fact]
    public void Who_is_no_operator_speaks_once_in_so_many_seconds() => Slow.And(Says(2, "#a"))
        .When(At(9_001, Says(2, "#a"))).ThenRefused(new Refusal.TooSoon(Room("#a"), 10, 1))
        .When(At(10_000, Says(2, "#a"))).Then(Hello(Duy, In(1, "#a")))
        .When(At(12_500, Says(2, "#a"))).ThenRefused(new Refusal.TooSoon(Room("#a"), 10, 8));

    [Fact]
    public void Operators_speak_as_they_like() => Slow.And(Says(1, "#a")).When(Says(1, "#a")).Then(Hello(Tuan, In(1, "#a")));

    [Fact]
    public void Who_comes_waits_too_so_that_coming_again_is_no_way_around() => Slow.And(At(1_000, Joins(3, "#a")))
        .When(At(2_000, Says(3, "#a"))).ThenRefused(new Refusal.TooSoon(Room("#a"), 10, 9))
        .And(At(11_000, Says(3, "#a"))).And(At(12_000, Leaves(3, "#a"))).And(At(13_000, Joins(3, "#a")))
        .When(At(21_000, Says(3, "#a"))).ThenRefused(new Refusal.TooSoon(Room("#a"), 10, 2));

    [Fact]
    public void What_is_said_again_by_its_id_was_said_already()
    {
        var scenario = Slow.And(Says(2, "#a", Id(1)));
        var first = scenario.What;
        scenario.When(Says(2, "#a", Id(1))).ThenAlreadySaid(first);
    }

    [Fact]
    public void Reactions_and_signs_are_no_speech() => Slow.And(Says(2, "#a"))
        .And(Says(2, "#a", kind: SayKind.Annotation)).And(Signals(2, "#a"))
        .When(Says(2, "#a", kind: SayKind.Notice)).ThenRefused(new Refusal.TooSoon(Room("#a"), 10, 10));

    [Fact]
    public void When_it_ends_everybody_speaks_and_nothing_of_it_is_left()
    {
        var scenario = Slow.And(Says(2, "#a")).And(Sets(0)).And(Says(2, "#a"));
        Assert.True(scenario.World.Rooms[RoomNo(1)].Spoke.IsEmpty);
    }

    [Fact]
    public void Who_left_is_not_remembered()
    {
        var scenario = Slow.And(Says(2, "#a")).And(Leaves(2, "#a"));
        Assert.True(scenario.World.Rooms[RoomNo(1)].Spoke.IsEmpty);
    }

    private static Request Sets(int seconds) => By(Wire(1), new Command.SetMode(Room("#a"), RoomMode.Slow, seconds));

    private static Request At(long later, Request request) => request with { At = new Timestamp(Noon.Milliseconds + later) };
}
