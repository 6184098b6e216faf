using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

/// <summary>Up to when somebody has read what was said.</summary>
public sealed class ReadingTests
{
    private static readonly AccountRef MaiA = Member(1, "Mai");
    private static readonly Party MaiIs = new Party.Member(new AccountId(1));
    private static readonly ReadPlace Tea = new ReadPlace.InRoom(RoomNo(1));

    private static Scenario Two => Given(Comes(1, "Mai"), Registers(1, "Mai", 7), Comes(2, "Duy"), Joins(1, "#a"), Joins(2, "#b"));

    private static Request Reads(long wire, string what, long ago) => By(Wire(wire), new Command.MarkRead(To(what), new Timestamp(Noon.Milliseconds - ago)));

    private static Option<Timestamp> Marker(Scenario scenario, Party of, ReadPlace place) => scenario.Facts.MarkersOf(of).Find(place);

    [Fact]
    public void It_goes_forward_only_and_its_owner_is_told()
    {
        var scenario = Two.When(Reads(1, "#a", 500));
        scenario.Then(new Event.MarkedRead(Guest(1, "Mai") with { Account = MaiA }, Tea, "#a", new Timestamp(Noon.Milliseconds - 500)))
            .ThenEffects(new Effect.Tell(Person(1), scenario.What));
        scenario.When(Reads(1, "#a", 500)).ThenNothing();
        scenario.When(Reads(1, "#a", 600)).ThenNothing();
        Assert.Equal(new Timestamp(Noon.Milliseconds - 500), Marker(scenario.And(Reads(1, "#A", 600)), MaiIs, Tea));
        Assert.Equal(new Timestamp(Noon.Milliseconds - 400), Marker(scenario.And(Reads(1, "#A", 400)), MaiIs, Tea));
    }

    [Fact]
    public void Nobody_has_read_what_is_not_said_yet() => Assert.Equal(Noon, Marker(Two.And(Reads(1, "#a", -1000)), MaiIs, Tea));

    [Fact]
    public void One_reads_where_one_is_and_whom_there_is() => Two
        .When(Reads(1, "#b", 1)).ThenRefused(new Refusal.NotInRoom(Room("#b")))
        .When(Reads(1, "#c", 1)).ThenRefused(new Refusal.NoSuchRoom(Room("#c")))
        .When(Reads(1, "Tuan", 1)).ThenRefused(new Refusal.NoSuchPerson(Nick("Tuan")))
        .And(By(Wire(2), new Command.SetMode(Room("#b"), RoomMode.Secret, 1)))
        .When(Reads(1, "#b", 1)).ThenRefused(new Refusal.NoSuchRoom(Room("#b")));

    [Fact]
    public void An_account_is_the_same_here_or_not()
    {
        var scenario = Two.And(Reads(2, "Mai", 500), Quits(1), Reads(2, "mai", 300));
        Assert.Equal(new Timestamp(Noon.Milliseconds - 300), Marker(scenario, new Party.Guest(Person(2)), new ReadPlace.With(MaiIs)));
    }

    [Fact]
    public void What_a_guest_has_read_goes_with_them_and_what_an_account_has_stays()
    {
        var scenario = Two.And(Reads(1, "#a", 1), Reads(2, "#b", 1), Quits(1), Quits(2));
        Assert.Equal(new Timestamp(Noon.Milliseconds - 1), Marker(scenario, MaiIs, Tea));
        Assert.True(scenario.Facts.MarkersOf(new Party.Guest(Person(2))).IsEmpty);
        Assert.True(scenario.And(ByNobody(new Command.RemoveAccount(Account("Mai")))).Facts.ReadMarkers.IsEmpty);
    }

    [Fact]
    public void The_one_read_longest_ago_is_forgotten()
    {
        var scenario = Given([Comes(1, "Mai"), Registers(1, "Mai", 7), .. Enumerable.Range(2, RuleLimits.ReadMarkers + 1).Select(n => Comes(n, $"n{n}"))]);
        scenario.And([.. Enumerable.Range(2, RuleLimits.ReadMarkers + 1).Select(n => Reads(1, $"n{n}", n == 7 ? 100_000 : 1000 - n))]);
        Assert.Equal(RuleLimits.ReadMarkers, scenario.Facts.MarkersOf(MaiIs).Count);
        Assert.True(Marker(scenario, MaiIs, new ReadPlace.With(new Party.Guest(Person(7)))).IsNone);
    }
}
