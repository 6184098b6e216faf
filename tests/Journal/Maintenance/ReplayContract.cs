using System.Text.Json;
using ChatRoom.Domain.Events;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;

namespace ChatRoom.Journal.Tests.Maintenance;

public abstract class ReplayContract
{
    private protected abstract Kept Keep(IReadOnlyList<Recorded> events);

    private protected Kept Keep(int lines = 0) => Keep(Kept.Told(lines));

    [ContractFact]
    public void After_every_event_the_world_is_the_one_that_was()
    {
        using var kept = Keep();
        foreach (var recorded in kept.Events)
        {
            var world = Story.Of(kept.Events.Take((int)recorded.Sequence.Number));
            AssertSame(WorldReport.Of(world, kept.Epochs), At(kept, $"{kept.Epoch}-{recorded.Sequence}"));
            AssertSame(WorldReport.Of(world, kept.Epochs), At(kept, TimestampText.Format(recorded.At)));
        }
    }

    [ContractFact]
    public void Between_two_events_it_is_the_world_of_the_first()
    {
        using var kept = Keep();

        Assert.Equal($"{kept.Epoch}-8", At(kept, "1970-01-01T00:00:01.085Z").Msgid);
        Assert.Equal($"{kept.Epoch}-17", At(kept, "2026-11-20").Msgid);
    }

    [ContractFact]
    public void What_is_shown_is_who_was_where_and_as_what()
    {
        using var kept = Keep();

        var moment = At(kept, $"{kept.Epoch}-14");
        Assert.Equal(["#kitchen", "#Lobby"], moment.Rooms.Select(room => room.Name));
        Assert.Equal(new ReportedMember[] { new("Tuan2", "operator"), new("Mai", "") }, moment.Rooms[1].Members);
        Assert.Equal(("tea", "Mai", "1970-01-01T00:00:01.130Z"), (moment.Rooms[1].Topic, moment.Rooms[1].TopicBy, moment.Rooms[1].TopicTime));
        Assert.Equal(["Duy", "Mai", "Tuan2"], moment.People.Select(person => person.Nick));
        Assert.Equal(("mai", 2), (moment.People[1].Account, moment.People[1].Connections));
    }

    [ContractFact]
    public void A_snapshot_changes_nothing_about_what_is_shown()
    {
        using var kept = Keep(lines: 1500);
        var without = At(kept, $"{kept.Epoch}-1400");
        kept.Save(Story.Of(kept.Events.Take(1300)));
        AssertSame(without, At(kept, $"{kept.Epoch}-1400"));
        kept.Save(Story.Of(kept.Events));
        AssertSame(without, At(kept, $"{kept.Epoch}-1400"));
    }

    [ContractTheory]
    [InlineData("teatime", "is no message of this journal, whose ids begin with")]
    [InlineData("another-5", "is no message of this journal, whose ids begin with")]
    [InlineData("*-18", "there is no event *-18: the last one is *-17")]
    [InlineData("*-0", "nothing had happened at *-0: the first event is of 1970-01-01T00:00:01.010Z")]
    [InlineData("1969-12-31", "nothing had happened at 1969-12-31: the first event is of")]
    public void A_moment_that_never_was_is_refused(string place, string because)
    {
        using var kept = Keep();
        var refused = Replay.At(kept.Place, place.Replace("*", kept.Epoch, StringComparison.Ordinal)).Match(_ => "", wrong => wrong);

        Assert.Contains(because, refused.Replace(kept.Epoch, "*", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [ContractFact]
    public void A_journal_that_is_damaged_on_the_way_is_named()
    {
        using var kept = Keep();
        kept.Execute("DELETE FROM events WHERE seq = 9");

        Assert.Contains("event 9 is missing", Refusal(kept), StringComparison.Ordinal);
        kept.Execute("UPDATE events SET header = replace(header, '\"person\":3', '\"person\":8') WHERE seq = 7");
        Assert.Contains("Person 8 acts and is not there", Refusal(kept), StringComparison.Ordinal);
    }

    [ContractFact]
    public void Before_anything_happened_there_is_no_moment()
    {
        using var kept = Keep([]);

        Assert.Equal("nothing has happened yet", Replay.At(kept.Place, "2026-11-20").Match(_ => "", wrong => wrong));
    }

    private static string Refusal(Kept kept) => Assert.Throws<DataFolderException>(() => Replay.At(kept.Place, $"{kept.Epoch}-17")).Message;

    private static WorldReport At(Kept kept, string place) => Replay.At(kept.Place, place).IfFault(wrong => throw new ArgumentException(wrong));

    /// <summary>A moment holds lists, which compare by identity; as text they compare by what is in them.</summary>
    private static void AssertSame(WorldReport expected, WorldReport actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
