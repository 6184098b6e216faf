using ChatRoom.Domain.Events;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Sqlite;

namespace ChatRoom.Journal.Tests.Maintenance;

public sealed class RestorationTests : IDisposable
{
    private readonly KeptFolder _kept = new(lines: 5000);

    public RestorationTests() => Backup.Write(_kept.Path, File, replace: false, CancellationToken.None);

    private string File => _kept.Beside("backup");

    private string Target => _kept.Beside("restored");

    public void Dispose() => _kept.Dispose();

    [Fact]
    public void A_restored_folder_is_the_one_that_was_backed_up_under_a_new_epoch()
    {
        var restored = Restoration.Run(File, Target, CancellationToken.None);

        Assert.NotEqual(_kept.Epoch, restored.Epoch);
        Assert.Equal(restored, Verification.Of(JournalPlace.InFolder(Target), CancellationToken.None));
        Assert.Equal(((long)_kept.Events.Count, 2L), (restored.Events, restored.Rooms));
        using var folder = DataFolder.Open(Target);
        using var journal = SqliteJournal.Open(folder);
        Assert.Equal(restored.Epoch, journal.Epochs.Latest);
        Assert.Equal(Story.Of(_kept.Events), Recovery.Run(journal, Option<SnapshotFile>.None).World);
        using var history = journal.OpenHistory();
        Assert.Equal(_kept.Events, history.Read(HistoryQuery.Beginning, int.MaxValue));
        journal.Append(Sample.InRoom(Sample.Lobby, "and on it goes"));
    }

    [Fact]
    public void Each_restoration_has_an_epoch_of_its_own()
    {
        var first = Restoration.Run(File, Target, CancellationToken.None);
        var second = Restoration.Run(File, _kept.Beside("another"), CancellationToken.None);

        Assert.NotEqual(first.Epoch, second.Epoch);
    }

    [Fact]
    public void The_backup_stays_as_it_was()
    {
        var before = System.IO.File.ReadAllBytes(File);

        Restoration.Run(File, Target, CancellationToken.None);

        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_damaged_backup_is_refused_with_its_place_and_nothing_is_made()
    {
        RawFile.Execute(File, "DELETE FROM events WHERE seq = 4000");

        var found = Restoration.Run(File, Target, CancellationToken.None);
        Assert.Contains("event 4000 is missing", found.Wrong.IfNone(""), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public void A_backup_that_was_cut_is_refused()
    {
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..^9000]);

        var refused = Assert.Throws<DataFolderException>(() => Restoration.Run(File, Target, CancellationToken.None));
        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public void A_folder_that_holds_anything_is_refused_and_stays_as_it_is()
    {
        Directory.CreateDirectory(Target);
        System.IO.File.WriteAllText(Path.Combine(Target, "letter"), "to my aunt");

        var refused = Assert.Throws<DataFolderException>(() => Restoration.Run(File, Target, CancellationToken.None));
        Assert.Contains("is not empty (it has letter)", refused.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Target));
        Assert.Throws<DataFolderException>(() => Restoration.Run(File, _kept.Path, CancellationToken.None));
    }

    [Fact]
    public void What_a_restoration_that_was_cut_off_left_is_no_obstacle()
    {
        using (DataFolder.Open(Target))
            System.IO.File.WriteAllText(Path.Combine(Target, "journal.db.new"), "half");

        Assert.True(Restoration.Run(File, Target, CancellationToken.None).Wrong.IsNone);
        Assert.False(System.IO.File.Exists(Path.Combine(Target, "journal.db.new")));
    }

    [Fact]
    public void What_is_no_backup_is_refused()
    {
        var letter = _kept.Beside("letter");
        System.IO.File.WriteAllText(letter, new string('x', 5000));

        Assert.Contains("there is no journal at", Refusal(_kept.Beside("nothing")), StringComparison.Ordinal);
        Assert.Contains("no journal: file is not a database", Refusal(letter), StringComparison.Ordinal);
    }

    private string Refusal(string file) => Assert.Throws<DataFolderException>(() => Restoration.Run(file, Target, CancellationToken.None)).Message;
}
