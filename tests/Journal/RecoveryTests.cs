using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests;

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
        Assert.Equal(new Recovered(World.Empty, Facts.None, 0, Option<string>.None), Recovery.Run(Journal, Option<SnapshotFile>.None));

    [Fact]
    public void Without_a_snapshot_all_is_replayed()
    {
        Keep(Story.Events);

        var recovered = Recovery.Run(Journal, Option<SnapshotFile>.None);
        Assert.Equal(Story.End, recovered.World);
        Assert.Equal(Story.Events.Count, recovered.Replayed);
    }

    [Fact]
    public void With_a_snapshot_only_what_happened_since_is_replayed()
    {
        var snapshots = new SnapshotFile(_folder.File("snapshot"));
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
        var snapshots = new SnapshotFile(_folder.File("snapshot"));
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
        var lines = Enumerable.Range(Story.Events.Count + 1, 2500).Select(i => Sample.At(i, Sample.InRoom(Sample.Lobby, "x") with { Id = new IdempotencyKey((UInt128)i) })).ToArray();
        Keep(lines);

        Assert.Equal(Story.Of(Story.Events.Concat(lines)), Recovery.Run(Journal, Option<SnapshotFile>.None).World);
    }

    /// <summary>Work is counted, not time: what a start reads depends on what came after the snapshot, and not on how old the journal is.</summary>
    [Theory]
    [InlineData(300)]
    [InlineData(6_000)]
    public void A_start_reads_what_came_after_the_snapshot_and_no_more(int before)
    {
        var snapshots = new SnapshotFile(_folder.File("snapshot"));
        var lines = Enumerable.Range(Story.Events.Count + 1, before + 100)
            .Select(i => Sample.At(i, Sample.InRoom(Sample.Lobby, "x") with { Id = new IdempotencyKey((UInt128)i) })).ToArray();
        Keep(Story.Events);
        Keep(lines);
        snapshots.Save(Story.Of(Story.Events.Concat(lines[..^100])), Journal.Epochs);
        var counted = new CountedJournal(Journal);

        var recovered = Recovery.Run(counted, snapshots);

        Assert.Equal(Story.Of(Story.Events.Concat(lines)), recovered.World);
        Assert.Equal(100, counted.Read);
    }

    [Theory]
    [InlineData(99, "x'00'", "facts of kind 99 are from a newer version of the server")]
    [InlineData(1, "x'00'", "the fact of kind 1 under '7' can't be read: it is damaged")]
    public void Facts_that_do_not_fit_are_named(int kind, string value, string because)
    {
        Keep(Story.Events);
        _fixture.Close();
        RawFile.Execute(_fixture.JournalFile, $"INSERT INTO facts VALUES ({kind}, '7', {value}, 1); UPDATE journal SET revision = 1");
        _fixture.Reopen();

        var refused = Assert.Throws<DataFolderException>(() => Recovery.Run(Journal, Option<SnapshotFile>.None));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_are_the_same_after_a_restart()
    {
        Journal.Begin();
        Journal.Commit(new TurnToKeep(
            [Sample.At(1, new Event.ServerStarted(Sample.Here, 1))],
            [FactKinds.Store(new Fact.ResumeToken(new PersonId(1), new TokenHash(3, 4))), FactKinds.Store(new Fact.ResumeToken(new PersonId(2), new TokenHash(5, 6)))], []));
        Journal.Begin();
        Journal.Commit(new TurnToKeep([], [FactKinds.Store(new Fact.ResumeToken(new PersonId(2), Option<TokenHash>.None))], []));
        _fixture.Restart();

        Assert.Equal(Facts.None.With(new Fact.ResumeToken(new PersonId(1), new TokenHash(3, 4))), Recovery.Run(Journal, Option<SnapshotFile>.None).Facts);
        Assert.Equal(0, RawFile.Number(_fixture.JournalFile, "SELECT count(*) FROM facts WHERE value IS NULL"));
    }

    private void Keep(IReadOnlyList<Recorded> events)
    {
        Journal.Begin();
        Journal.Commit(events);
    }
}
