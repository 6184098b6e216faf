using ChatRoom.Domain;
using ChatRoom.Server.Journal;
using LanguageExt;

namespace ChatRoom.Server.Tests.Journal;

public sealed class RecoveryTests : IDisposable
{
    private readonly SqliteFixture _fixture = new();
    private readonly TemporaryFolder _folder = new();

    private SqliteJournal Journal => _fixture.Journal;

    public void Dispose()
    {
        _fixture.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_new_journal_begins_with_an_empty_world() =>
        Assert.Equal(new Recovered(World.Empty, Facts.None, 0, Option<string>.None), Recovery.Run(Journal, Option<Snapshots>.None));

    [Fact]
    public void Without_a_snapshot_all_is_replayed()
    {
        Keep(Story.Events);

        var recovered = Recovery.Run(Journal, Option<Snapshots>.None);
        Assert.Equal(Story.End, recovered.World);
        Assert.Equal(Story.Events.Count, recovered.Replayed);
    }

    [Fact]
    public void With_a_snapshot_only_what_happened_since_is_replayed()
    {
        var snapshots = new Snapshots(_folder.File("snapshot"));
        Keep(Story.Events);
        snapshots.Save(Story.Of(Story.Events.Take(10)), Journal.Epochs);

        var recovered = Recovery.Run(Journal, snapshots);
        Assert.Equal(Story.End, recovered.World);
        Assert.Equal(Story.Events.Count - 10, recovered.Replayed);
        Assert.True(recovered.IgnoredSnapshot.IsNone);
    }

    [Fact]
    public void A_snapshot_that_is_of_no_use_is_named_and_all_is_replayed()
    {
        var snapshots = new Snapshots(_folder.File("snapshot"));
        Keep(Story.Events);
        snapshots.Save(World.Empty, Epochs.Of("another journal"));

        var recovered = Recovery.Run(Journal, snapshots);
        Assert.Equal(Story.Events.Count, recovered.Replayed);
        Assert.True(recovered.IgnoredSnapshot.IsSome);
    }

    [Fact]
    public void Many_pages_are_replayed_in_order()
    {
        Keep(Story.Events);
        var lines = Enumerable.Range(Story.Events.Count + 1, 2500).Select(i => Sample.At(i, Sample.InRoom(Sample.Lobby, "x") with { Id = new SendId((UInt128)i) })).ToArray();
        Keep(lines);

        Assert.Equal(Story.Of(Story.Events.Concat(lines)), Recovery.Run(Journal, Option<Snapshots>.None).World);
    }

    private void Keep(IReadOnlyList<Recorded> events)
    {
        Journal.Begin();
        Journal.Commit(events);
    }
}
