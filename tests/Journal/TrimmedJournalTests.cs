using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Journal.Tests.Maintenance;

namespace ChatRoom.Journal.Tests;

/// <summary>A journal whose comings and goings were trimmed before a base: everything else works, and who asks for what is gone is told.</summary>
public sealed class TrimmedJournalTests : IDisposable
{
    private readonly KeptFolder _kept = new(lines: 20);

    private readonly Sequence _base = new(12);

    public TrimmedJournalTests()
    {
        var made = Base.Of(Story.Of(_kept.Events.Take((int)_base.Number)));
        _kept.Execute($"INSERT INTO base VALUES ({made.At}, {made.Format}, x'{Convert.ToHexString(made.Digest.Span)}', x'{Convert.ToHexString(made.Bytes.Span)}')");
        var presence = string.Join(", ", EventKinds.All.Where(kind => kind.IsPresence).Select(kind => kind.Number));
        _kept.Execute($"DELETE FROM events WHERE seq <= {_base} AND (kind IN ({presence}) OR seq = 1)");
    }

    public void Dispose() => _kept.Dispose();

    [Fact]
    public void It_starts_and_its_world_at_the_end_is_the_same()
    {
        using var folder = DataFolder.Open(_kept.Path);
        using var journal = SqliteJournal.Open(folder);

        Assert.Equal(Story.Of(_kept.Events), Recovery.Run(journal, Option<SnapshotFile>.None).World);
        journal.Append(Sample.InRoom(Sample.Lobby, "and on it goes"));
    }

    [Fact]
    public void What_was_said_keeps_its_place_and_is_read_as_before()
    {
        using var folder = DataFolder.Open(_kept.Path);
        using var journal = SqliteJournal.Open(folder);
        using var history = journal.OpenHistory();

        Assert.Equal([9, 10, 11, 12, 13], history.Read(default, 5).Numbers());
        Assert.Equal([9, 10, 11], history.ReadHeaders(new Sequence(4), 3).Numbers());
        Assert.Null(history.Find(new Sequence(3)));
        Assert.Equal(_kept.Events[8], history.Find(new Sequence(9)));
        Assert.Equal(9, history.At(_kept.Events[2].At).Number);
        Assert.Equal(10, history.At(_kept.Events[9].At).Number);
        Assert.Equal(_base, history.Base.Map(made => made.At).IfNone(default(Sequence)));
    }

    [Fact]
    public void It_is_sound_for_the_tools_and_a_base_that_is_not_is_named()
    {
        Assert.Equal("", Verification.Of(JournalPlace.InFolder(_kept.Path), CancellationToken.None).Wrong.IfNone(""));
        _kept.Execute("UPDATE base SET world = x'00'");

        Assert.Contains("the base of the trimmed journal is damaged", Verification.Of(JournalPlace.InFolder(_kept.Path), CancellationToken.None).Wrong.IfNone(""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hole_behind_the_base_is_damage()
    {
        _kept.Execute("DELETE FROM events WHERE seq = 16");

        Assert.Contains("event 16 is missing", Verification.Of(JournalPlace.InFolder(_kept.Path), CancellationToken.None).Wrong.IfNone(""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_world_before_the_base_can_not_be_made_again_and_one_behind_it_can()
    {
        var refused = Assert.Throws<DataFolderException>(() => Replay.At(JournalPlace.InFolder(_kept.Path), $"{_kept.Epoch}-5"));
        Assert.Contains("the journal was trimmed up to event 12", refused.Message, StringComparison.Ordinal);

        Assert.Equal($"{_kept.Epoch}-20", Replay.At(JournalPlace.InFolder(_kept.Path), $"{_kept.Epoch}-20").Match(moment => moment.Msgid, wrong => wrong));
    }

    [Fact]
    public void Words_that_are_forgotten_are_forgotten_in_the_base_too()
    {
        var topic = Base.Of(Story.Of(_kept.Events.Take(13)));
        var all = new Forgetting([new SequenceRange(new Sequence(1), new Sequence(13))], Option<RoomId>.None);

        var without = topic.Without(all);

        Assert.True(topic.World().Rooms[Sample.Lobby].Topic.IsSome);
        Assert.True(without.World().Rooms[Sample.Lobby].Topic.IsNone);
        Assert.Equal((topic.World().Last, topic.World().Now), (without.World().Last, without.World().Now));
    }
}
