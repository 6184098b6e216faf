using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SnapshotFile _snapshots;

    public SnapshotTests() => _snapshots = new SnapshotFile(File);

    private string File => _folder.File("snapshot");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_world_is_the_same_after_it_was_saved()
    {
        var world = Story.End;
        _snapshots.Save(world, Epochs.Of("epoch"));

        var loaded = Load(world.Last);
        Assert.Equal(world, loaded);
        Assert.Empty(Invariants.Broken(loaded));
        Assert.NotEqual(world, Story.Of(Story.Events.Take(12)));
    }

    [Fact]
    public void A_world_that_was_loaded_goes_on_like_the_one_that_was_saved()
    {
        var middle = Story.Of(Story.Events.Take(10));
        _snapshots.Save(middle, Epochs.Of("epoch"));

        var end = Story.Events.Skip(10).Aggregate(Load(middle.Last), (world, recorded) => StateMachine.Apply(world, recorded).World);
        Assert.Equal(Story.End, end);
    }

    [Fact]
    public void An_empty_world_can_be_saved()
    {
        _snapshots.Save(World.Empty, Epochs.Of("epoch"));

        Assert.Equal(World.Empty, Load(default));
    }

    [Fact]
    public void The_last_one_that_was_saved_counts_and_leaves_nothing_beside_it()
    {
        _snapshots.Save(World.Empty, Epochs.Of("epoch"));
        _snapshots.Save(Story.End, Epochs.Of("epoch"));

        Assert.Equal(Story.End.Last, Load(Story.End.Last).Last);
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Where_there_is_none_nothing_is_loaded_and_nothing_is_wrong() =>
        Assert.Equal(SnapshotLoad.Missing, _snapshots.TryLoad(Epochs.Of("epoch"), default));

    [Fact]
    public void One_of_another_journal_is_ignored()
    {
        _snapshots.Save(Story.End, Epochs.Of("other"));

        AssertIgnored("belongs to journal other");
    }

    [Fact]
    public void One_of_an_event_that_the_journal_has_not_is_ignored()
    {
        _snapshots.Save(Story.End, Epochs.Of("epoch"));

        var load = _snapshots.TryLoad(Epochs.Of("epoch"), new Sequence(Story.End.Last.Number - 1));
        Assert.Contains("the journal ends at", load.Ignored.IfNone(""), StringComparison.Ordinal);
        Assert.True(load.World.IsNone);
    }

    [Fact]
    public void One_with_any_byte_changed_is_ignored()
    {
        _snapshots.Save(Story.End, Epochs.Of("epoch"));
        var bytes = System.IO.File.ReadAllBytes(File);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0x10;
            System.IO.File.WriteAllBytes(File, bytes);
            AssertIgnored("");
            bytes[i] ^= 0x10;
        }
    }

    [Fact]
    public void One_that_was_cut_anywhere_is_ignored()
    {
        _snapshots.Save(Story.End, Epochs.Of("epoch"));
        var bytes = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length < bytes.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, bytes[..length]);
            AssertIgnored("");
        }
    }

    [Fact]
    public void A_snapshot_that_may_hold_words_which_are_forgotten_goes_at_once_and_none_like_it_is_saved()
    {
        _snapshots.Save(Story.End, Epochs.Of("epoch"));
        _snapshots.Outdate(Story.End.Last.Next);
        Assert.Equal(SnapshotLoad.Missing, _snapshots.TryLoad(Epochs.Of("epoch"), HistoryQuery.End));

        _snapshots.Save(Story.End, Epochs.Of("epoch"));
        Assert.Equal(SnapshotLoad.Missing, _snapshots.TryLoad(Epochs.Of("epoch"), HistoryQuery.End));

        _snapshots.Save(Story.End with { Last = Story.End.Last.Next }, Epochs.Of("epoch"));
        Assert.True(_snapshots.TryLoad(Epochs.Of("epoch"), HistoryQuery.End).World.IsSome);
    }

    private World Load(Sequence last) => _snapshots.TryLoad(Epochs.Of("epoch"), last).World.IfNone(() => throw new InvalidOperationException("It was ignored."));

    private void AssertIgnored(string because)
    {
        var load = _snapshots.TryLoad(Epochs.Of("epoch"), Story.End.Last);
        Assert.True(load.World.IsNone);
        Assert.Contains(because, load.Ignored.IfNone(() => throw new InvalidOperationException("It was not ignored.")), StringComparison.Ordinal);
    }
}
