using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>Who stays while nobody is connected, and the devices of an account.</summary>
public sealed class PresenceTests
{
    private static readonly AccountRef Mai = Member(1, "Mai");
    private static readonly Actor Known = Guest(1, "Mai") with { Account = Mai };
    private static readonly Timestamp Month = new(Noon.Milliseconds + (30L * 24 * 60 * 60 * 1000));

    private static Request Persists(long wire, bool? isOn) => By(Wire(wire), new Command.SetPersistence(isOn is { } on ? on : Option<bool>.None));

    private static Request Ends(long wire, long device) => By(Wire(wire), new Command.EndDevice(Option<AccountName>.None, Wire(device)));

    private static Scenario Staying => Given(Comes(1, "Mai"), Registers(1, "Mai", 7), Persists(1, true), Joins(1, "#a"));

    [Fact]
    public void Who_asks_for_it_stays_in_their_rooms_and_is_away()
    {
        var scenario = Staying;
        scenario.When(Quits(1)).Then(new Event.Detached(Wire(1), Known, CloseReason.Quit, Month), new Event.AwaySet(Known, true, ""));
        Assert.True(scenario.World.Person(Nick("Mai")).Exists(person => person.Connections.IsEmpty && person.Rooms.Contains(RoomNo(1))));
        scenario.When(ComesAs(Mai, 7, 2, "Mai")).Then(new Event.Attached(Wire(2), Known), new Event.AwaySet(Known, false, ""));
    }

    [Fact]
    public void Own_words_for_being_away_are_kept()
    {
        var scenario = Staying;
        scenario.When(IsAway(1, "lunch")).Then(new Event.AwaySet(Known, true, "lunch"));
        scenario.When(Quits(1)).Then(new Event.Detached(Wire(1), Known, CloseReason.Quit, Month));
    }

    [Fact]
    public void It_ends_after_a_while()
    {
        var scenario = Staying;
        scenario.When(Quits(1)).Then(new Event.Detached(Wire(1), Known, CloseReason.Quit, Month), new Event.AwaySet(Known, true, ""));
        scenario.When(new Request(Origin.Nobody, Month, new Command.Expire())).Then(new Event.Departed(Option<ConnectionId>.None, Known, CloseReason.StayEnded, ""));
    }

    [Fact]
    public void It_outlives_its_server()
    {
        var scenario = Staying;
        scenario.When(ByNobody(new Command.EndServer(new ServerId(1)))).Then(new Event.ServerEnded(new ServerId(1)));
        scenario.When(Clears).Then(
            new Event.Detached(Wire(1), Known, CloseReason.ServerEnded, Month), new Event.AwaySet(Known, true, ""), new Event.ServerCleared(new ServerId(1)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public void Nobody_stays_who_did_not_ask_for_it(bool? isOn) =>
        Staying.And(Persists(1, isOn)).When(Quits(1)).Then(new Event.Departed(Wire(1), Known, CloseReason.Quit, "gone"));

    [Theory]
    [InlineData(null, true)]
    [InlineData(false, false)]
    public void Where_it_is_usual_who_said_nothing_stays(bool? isOn, bool stays)
    {
        var scenario = Staying.And(ByNobody(new Command.ChangeLimits(new RuleLimitsChange { PersistsUnasked = 1 }))).And(Persists(1, isOn)).When(Quits(1));
        Assert.Equal(stays, scenario.World.Person(Nick("Mai")).IsSome);
    }

    [Fact]
    public void Where_nobody_stays_nobody_does() => Staying.And(ByNobody(new Command.ChangeLimits(new RuleLimitsChange { PersistDays = 0 })))
        .When(Quits(1)).Then(new Event.Departed(Wire(1), Known, CloseReason.Quit, "gone"));

    [Fact]
    public void A_guest_can_not_ask() => Given(Comes(1, "Mai")).When(Persists(1, true)).ThenRefused(new Refusal.NotLoggedIn());

    [Fact]
    public void Without_their_account_who_is_there_only_by_it_is_gone() => Given(Comes(1, "Mai"), Registers(1, "Mai", 7), Persists(1, true), Quits(1))
        .When(ByNobody(new Command.RemoveAccount(Mai.Name)))
        .Then(new Event.Departed(Option<ConnectionId>.None, Known, CloseReason.StayEnded, ""), new Event.AccountRemoved(Mai));

    [Fact]
    public void A_device_ends_another_one_and_nobody_elses()
    {
        var scenario = Staying.And(ComesAs(Mai, 7, 2, "Mai"), Comes(3, "Duy"));
        scenario.When(Ends(1, device: 3)).ThenRefused(new Refusal.NoSuchDevice(Wire(3)));
        scenario.When(Ends(3, device: 1)).ThenRefused(new Refusal.NotLoggedIn());
        scenario.When(Ends(1, device: 2)).Then(new Event.Detached(Wire(2), Known, CloseReason.EndedByOwner, Option<Timestamp>.None));
        scenario.ThenEffects(new Effect.Close(Wire(2), new Ending(CloseReason.EndedByOwner)));
        scenario.When(ByNobody(new Command.EndDevice(Mai.Name, Wire(9)))).ThenRefused(new Refusal.NoSuchDevice(Wire(9)));
        scenario.When(ByNobody(new Command.EndDevice(Mai.Name, Wire(1)))).Then(
            new Event.Detached(Wire(1), Known, CloseReason.EndedByOwner, Month), new Event.AwaySet(Known, true, ""));
    }
}
