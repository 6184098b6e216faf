using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class PlaceAndTimeTests
{
    [Fact]
    public void Times_never_go_back_even_when_a_clock_does()
    {
        var scenario = Given(Comes(1, "Tuan")).When(Joins(1, "#a") with { At = new Timestamp(3) });
        Assert.Equal((Noon, Noon), (scenario.What.At, scenario.World.Now));
        scenario.When(Says(1, "#a") with { At = new Timestamp(Noon.Milliseconds + 1) });
        Assert.Equal(new Timestamp(Noon.Milliseconds + 1), scenario.What.At);
    }

    [Fact]
    public void Every_kept_event_has_the_next_place_and_its_origin()
    {
        var scenario = Given(Comes(1, "Tuan"), Comes(2, "Duy"), Joins(2, "#a"), Signals(2, "#a")).When(Says(2, "#a"));
        Assert.Equal((new Sequence(4), Wire(2)), (scenario.What.Sequence, scenario.What.Origin));
    }

    [Fact]
    public void Whatever_happened_can_be_printed()
    {
        Assert.Equal("7", $"{new Sequence(7)}");
        var scenario = Given(Comes(1, "Tuan"), Joins(1, "#a"), SetsTopic(1, "#a", "tea"), Joins(1, "#b"), Leaves(1, "#b")).When(Quits(1));
        Assert.Contains("Departed", $"{scenario.What}", StringComparison.Ordinal);
        Assert.Contains("#a", $"{scenario.World}", StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_have_an_order()
    {
        Assert.True(Wire(9, server: 1).CompareTo(Wire(1, server: 2)) < 0);
        Assert.True(Wire(1).CompareTo(Wire(2)) < 0);
        Assert.True(new Timestamp(1).CompareTo(new Timestamp(2)) < 0);
        Assert.True(new PastRoomKey(new Sequence(1), RoomNo(9)).CompareTo(new PastRoomKey(new Sequence(2), RoomNo(1))) < 0);
        Assert.True(new PastRoomKey(new Sequence(1), RoomNo(1)).CompareTo(new PastRoomKey(new Sequence(1), RoomNo(2))) < 0);
    }
}
