using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>A guest who is there proves the account of somebody who is there: they are one person.</summary>
public sealed class MergeTests
{
    private static readonly AccountRef Mai = new(new AccountId(1), Account("Mai"));
    private static readonly Actor Known = Guest(1, "Mai") with { Account = Mai };
    private static readonly Actor Duy = Guest(2, "Duy");

    /// <summary>Mai is in #a; Duy, who is a guest and has opened #b, is in both.</summary>
    private static Scenario Both => Given(Adds("Mai", 7), ComesAs(Mai, 7, 1, "Mai"), Joins(1, "#a"), Comes(2, "Duy"), Joins(2, "#a"), Joins(2, "#b"));

    [Fact]
    public void Their_rooms_are_united_and_what_one_of_them_could_do_the_person_can()
    {
        var scenario = Both.When(LogsIn(2, Mai, 7)).Then(
            new Event.Merged(Duy, Known, [RoomNo(2)]), new Event.RightsFollowed(Known, RoomNo(2), Room("#b"), Rights.Operator, IsGiven: true));
        var person = Assert.Single(scenario.World.People.Values);
        Assert.Equal(Known, person.Who);
        Assert.Equal([Wire(1), Wire(2)], person.Connections.ToArray());
        Assert.Equal([RoomNo(1), RoomNo(2)], person.Rooms.ToArray());
        Assert.Empty(Invariants.Broken(scenario.World));
        scenario.When(Quits(1)).Then(new Event.Detached(Wire(1), Known, CloseReason.Quit, Option<Timestamp>.None));
    }

    [Fact]
    public void Where_the_person_may_not_be_the_guest_is_no_more_and_a_room_of_nobody_ends()
    {
        var scenario = Both.And(By(Wire(2), new Command.SetMask(Room("#b"), MaskList.Ban, Mask("a:Mai"), Option<int>.None, "")))
            .When(LogsIn(2, Mai, 7)).Then(new Event.Merged(Duy, Known, []));
        Assert.True(scenario.World.Room(Room("#b")).IsNone);
        Assert.Empty(Invariants.Broken(scenario.World));
    }

    [Fact]
    public void Who_is_logged_in_as_somebody_else_stays_that() => Given(Adds("Mai", 7), Adds("Duy", 8), ComesAs(Mai, 7, 1, "Mai"), Comes(2, "Anh"))
        .And(LogsIn(2, new AccountRef(new AccountId(2), Account("Duy")), 8))
        .When(LogsIn(2, Mai, 7)).ThenRefused(new Refusal.AlreadyLoggedIn(Account("Duy")));
}
