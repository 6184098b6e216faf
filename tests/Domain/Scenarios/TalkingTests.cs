using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class TalkingTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");
    private static readonly Actor Duy = Guest(2, "Duy");

    private static Scenario Two => Given(Comes(1, "Tuan"), Comes(2, "Duy"), Joins(1, "#a"), Joins(2, "#a"));

    [Theory]
    [InlineData(SayKind.Message)]
    [InlineData(SayKind.Notice)]
    [InlineData(SayKind.Annotation)]
    public void What_is_said_in_a_room_is_heard_by_all_in_it(SayKind kind)
    {
        var scenario = Two.When(Says(2, "#A", kind: kind)).Then(Hello(Duy, In(1, "#a"), kind: kind));
        scenario.ThenEffects(new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What));
    }

    [Theory]
    [InlineData(Audience.Voiced)]
    [InlineData(Audience.Operators)]
    public void What_is_said_to_some_of_a_room_is_heard_by_those(Audience audience)
    {
        var say = new Command.Say(new Target.ToRoom(Room("#a"), audience), SayKind.Message, Option<IdempotencyKey>.None, Option<About>.None, Body.Text("hello"));
        var scenario = Two.When(By(Wire(2), say)).Then(Hello(Duy, In(1, "#a", audience)));
        scenario.ThenEffects(new Effect.TellRoom(RoomNo(1), audience, scenario.What));
    }

    [Fact]
    public void Several_lines_with_attributes_stay_as_they_were_said()
    {
        var body = new Body(["one", "", "three"], [new Events.Attribute("reply", "7")]);
        var say = new Command.Say(new Target.ToRoom(Room("#a"), Audience.Everyone), SayKind.Message, Id(1), Option<About>.None, body);
        Two.When(By(Wire(1), say)).Then(new Event.Said(Tuan, In(1, "#a"), SayKind.Message, Id(1), Option<About>.None, body));
    }

    [Fact]
    public void What_is_said_changes_nothing_but_place_and_time()
    {
        var before = Two;
        var after = Two.When(Says(1, "#a") with { At = new Timestamp(Noon.Milliseconds + 1) });
        Assert.Equal(before.World with { Last = new Sequence(5), Now = new Timestamp(Noon.Milliseconds + 1) }, after.World);
    }

    [Fact]
    public void Who_is_not_in_the_room_says_nothing_there()
    {
        var scenario = Two.And(Comes(3, "Anh"));
        scenario.When(Says(3, "#a")).ThenRefused(new Refusal.NotInRoom(Room("#a")));
        scenario.When(Signals(3, "#a")).ThenRefused(new Refusal.NotInRoom(Room("#a")));
        scenario.When(Says(3, "#b")).ThenRefused(new Refusal.NoSuchRoom(Room("#b")));
        scenario.When(Signals(3, "#b")).ThenRefused(new Refusal.NoSuchRoom(Room("#b")));
    }

    [Fact]
    public void What_is_said_in_private_is_heard_by_the_two()
    {
        var scenario = Two.When(Says(2, "tuan")).Then(Hello(Duy, Pair(Tuan)));
        scenario.ThenEffects(new Effect.Tell(Tuan.Id, scenario.What), new Effect.Tell(Duy.Id, scenario.What));
        scenario.When(Says(1, "duy")).Then(Hello(Tuan, Pair(Duy)));
    }

    [Fact]
    public void What_would_not_be_heard_whole_behind_its_senders_names_is_refused()
    {
        var names = Tuan.Nick.Text.Length + Tuan.User.Length + Tuan.Host.Length;
        Request With(int room) => Says(1, "#a") is { Command: Command.Say say } request ? request with { Command = say with { RoomForNames = room } } : throw new InvalidOperationException();
        Two.When(With(names - 1)).ThenRefused(new Refusal.LineTooLong(1));
        Two.When(With(names)).Then(Hello(Tuan, In(1, "#a")));
    }

    [Fact]
    public void What_one_says_to_oneself_is_heard_once()
    {
        var scenario = Two.When(Says(1, "Tuan"));
        scenario.Then(Hello(Tuan, new Conversation.Between(new Party.Guest(Tuan.Id), new Party.Guest(Tuan.Id), Tuan)));
        scenario.ThenEffects(new Effect.Tell(Tuan.Id, scenario.What));
        scenario.When(Signals(1, "Tuan")).ThenEffects(new Effect.Tell(Tuan.Id, scenario.What));
    }

    [Fact]
    public void Nobody_hears_what_is_said_to_who_is_not_there()
    {
        Two.When(Says(1, "Nobody")).ThenRefused(new Refusal.NoSuchPerson(Nick("Nobody")));
        Two.When(Signals(1, "Nobody")).ThenRefused(new Refusal.NoSuchPerson(Nick("Nobody")));
    }

    [Fact]
    public void A_sign_is_heard_and_leaves_no_trace()
    {
        var before = Two;
        var scenario = Two.When(Signals(1, "#a") with { At = new Timestamp(Noon.Milliseconds + 9) });
        scenario.Then(new Event.Signalled(Tuan, In(1, "#a"), Typing))
            .ThenEffects(new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What));
        Assert.Equal(before.World, scenario.World);
        Assert.Equal(new Sequence(0), scenario.What.Sequence);
        Assert.False(scenario.What.Event.IsKept);
    }

    [Fact]
    public void A_sign_to_a_person_is_heard_by_the_two()
    {
        var scenario = Two.When(Signals(1, "Duy")).Then(new Event.Signalled(Tuan, Pair(Duy), Typing));
        scenario.ThenEffects(new Effect.Tell(Duy.Id, scenario.What), new Effect.Tell(Tuan.Id, scenario.What));
    }

    private static Conversation.Between Pair(Actor to) => new(new Party.Guest(Tuan.Id), new Party.Guest(Duy.Id), to);
}
