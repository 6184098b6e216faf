using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>What is said of people and rooms under keys.</summary>
public sealed class MetadataTests
{
    private static readonly AccountRef MaiA = Member(1, "Mai");
    private static readonly MetadataOwner Self = new MetadataOwner.Self();

    /// <summary>Mai has an account and is operator of #a, Duy is a guest in it.</summary>
    private static Scenario Two => Given(Comes(1, "Mai"), Registers(1, "Mai", 7), Comes(2, "Duy"), Joins(1, "#a"), Joins(2, "#a"));

    private static Request Says(long wire, string? room, string key, string? value) =>
        By(Wire(wire), new Command.SetMetadata(room is null ? Option<RoomName>.None : Room(room), Key(key), value is null ? Option<string>.None : value));

    private static Request Clears(long wire, string? room) => By(Wire(wire), new Command.ClearMetadata(room is null ? Option<RoomName>.None : Room(room)));

    private static IEnumerable<string> Of(Scenario scenario, string nick) =>
        scenario.World.MetadataOf(scenario.World.Person(Nick(nick)).IfNone(() => throw new InvalidOperationException(nick))).Select(entry => $"{entry.Key}={entry.Value.Text}");

    [Fact]
    public void Who_shares_a_room_is_told()
    {
        var scenario = Two.When(Says(2, null, "url", "tea"));
        scenario.Then(new Event.MetadataSet(Guest(2, "Duy"), Self, Key("url"), "tea")).ThenEffects(new Effect.TellPeers(Guest(2, "Duy"), [RoomNo(1)], scenario.What));
        scenario.When(Says(1, "#a", "url", "cup")).ThenEffects(new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What));
    }

    [Fact]
    public void An_accounts_is_there_when_it_comes_back_and_a_guests_is_not()
    {
        var scenario = Two.And(Says(1, null, "url", "tea"), Says(2, null, "url", "cup"), Quits(1), Quits(2), ComesAs(MaiA, 7, 3, "Mai"), Comes(4, "Duy"));
        Assert.Equal(["url=tea"], Of(scenario, "Mai"));
        Assert.Empty(Of(scenario, "Duy"));
    }

    [Fact]
    public void Who_comes_with_it_has_it_at_once() => Assert.Equal(["url=tea"], Of(
        Given(By(Wire(1), new Command.Connect(Nick("Mai"), "mai", "guest", "Mai") { Metadata = [(Key("url"), "tea")] })), "Mai"));

    [Fact]
    public void A_room_says_what_its_operators_say() => Two
        .When(Says(2, "#a", "url", "tea")).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .When(Clears(2, "#a")).ThenRefused(new Refusal.NotOperator(Room("#a")))
        .When(Says(2, "#b", "url", "tea")).ThenRefused(new Refusal.NoSuchRoom(Room("#b")))
        .And(By(Wire(2), new Command.Leave(Room("#a"), "")))
        .When(Says(2, "#a", "url", "tea")).ThenRefused(new Refusal.NotInRoom(Room("#a")));

    [Fact]
    public void What_is_not_said_is_not_taken_back()
    {
        var scenario = Two;
        scenario.When(Says(2, null, "url", null)).ThenRefused(new Refusal.MetadataNotSet(Key("url"))).When(Clears(2, null)).ThenNothing();
        scenario.And(Says(2, null, "url", "tea"), Says(2, null, "color", "")).When(Clears(2, null))
            .Then(new Event.MetadataCleared(Guest(2, "Duy"), Self, [Key("url"), Key("color")], AreAll: true));
        Assert.Empty(Of(scenario, "Duy"));
    }

    [Fact]
    public void More_than_so_much_is_not_said()
    {
        var scenario = Two.And([.. Enumerable.Range(0, RuleLimits.MetadataKeys).Select(n => Says(2, null, $"k{n}", "tea"))]);
        scenario.When(Says(2, null, "one-more", "tea")).ThenRefused(new Refusal.MetadataFull(Key("one-more"), RuleLimits.MetadataKeys));
        scenario.And(Says(2, null, "k3", "cup"));
    }

    [Fact]
    public void What_is_forgotten_is_said_no_more()
    {
        var scenario = Two.And(Says(1, null, "url", "tea"), Says(2, null, "url", "cup"), Says(1, "#a", "url", "pot"));
        scenario.And(ByNobody(new Command.Forget(new Forgetting([new SequenceRange(new Sequence(1), scenario.World.Last)], Option<RoomId>.None))));
        Assert.Empty(Of(scenario, "Mai"));
        Assert.Empty(Of(scenario, "Duy"));
        Assert.True(scenario.World.Room(Room("#a")).Exists(room => room.Metadata.IsEmpty));
    }
}
