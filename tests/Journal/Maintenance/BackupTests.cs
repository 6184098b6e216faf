using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests.Maintenance;

public sealed class BackupTests
{
    [Fact]
    public void A_backup_is_one_file_with_all_that_was_kept()
    {
        using var kept = new KeptFolder();
        var file = kept.Beside("backup");

        var found = Backup.Write(kept.Path, file, replace: false, CancellationToken.None);

        Assert.Equal(((long)kept.Events.Count, kept.Epoch, true), (found.Events, found.Epoch, found.Wrong.IsNone));
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
        Assert.Equal(kept.Events, Read(file));
    }

    [Fact]
    public void Nobody_else_may_read_a_backup()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var kept = new KeptFolder();
        Backup.Write(kept.Path, kept.Beside("backup"), replace: false, CancellationToken.None);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept.Beside("backup")));
    }

    [Fact]
    public async Task While_a_server_writes_a_backup_is_a_beginning_of_its_journal_and_the_server_does_not_notice()
    {
        using var fixture = new SqliteFixture();
        using var temporary = new TemporaryFolder();
        fixture.Journal.Begin();
        fixture.Journal.Commit(Story.Events);
        var (before, enough) = (fixture.Journal.Last, false);
        var writer = Task.Run(() =>
        {
            while (!Volatile.Read(ref enough))
                Write(fixture.Journal, 16);
        });
        var folder = Path.GetDirectoryName(fixture.JournalFile)!;

        for (var round = 0; round < 5; round++)
        {
            var found = Backup.Write(folder, temporary.File("backup"), replace: true, CancellationToken.None);
            Assert.True(found.Wrong.IsNone, $"{found.Wrong}");
            Assert.True(found.Events >= before.Number);
            before = new Sequence(found.Events);
            Assert.True(Verification.Of(JournalPlace.InFolder(folder), CancellationToken.None).Wrong.IsNone);
        }
        Volatile.Write(ref enough, true);
        await writer;

        using var history = fixture.Journal.OpenHistory();
        Assert.Equal(history.Read(HistoryQuery.Beginning, (int)before.Number), Read(temporary.File("backup")));
    }

    [Fact]
    public void The_log_of_the_server_is_short_again_after_a_backup()
    {
        using var fixture = new SqliteFixture();
        using var temporary = new TemporaryFolder();
        fixture.Journal.Begin();
        fixture.Journal.Commit(Story.Events);
        using (var journal = ReadOnlyJournal.Open(fixture.JournalFile))
        {
            for (var turn = 0; turn < 3000; turn++)
                Write(fixture.Journal, 1);
        }
        Backup.Write(Path.GetDirectoryName(fixture.JournalFile)!, temporary.File("backup"), replace: false, CancellationToken.None);
        for (var turn = 0; turn < 3000; turn++)
            Write(fixture.Journal, 1);

        // 16 MB is what the log may keep of its size; a reader that is connected and reads nothing holds nothing back.
        Assert.InRange(fixture.LogSize, 0, 16 << 20);
    }

    [Fact]
    public void A_backup_replaces_another_one_only_when_that_is_asked_for()
    {
        using var kept = new KeptFolder();
        File.WriteAllText(kept.Beside("backup"), "an older one");

        AssertRefused(kept, kept.Beside("backup"), "is there already; choose another name, or add --force");
        Assert.Equal("an older one", File.ReadAllText(kept.Beside("backup")));
        Assert.True(Backup.Write(kept.Path, kept.Beside("backup"), replace: true, CancellationToken.None).Wrong.IsNone);
        Assert.Equal(kept.Events, Read(kept.Beside("backup")));
    }

    [Fact]
    public void A_damaged_journal_leaves_no_backup_and_spares_the_one_before()
    {
        using var kept = new KeptFolder();
        File.WriteAllText(kept.Beside("backup"), "an older one");
        kept.Execute("DELETE FROM events WHERE seq = 9");

        var found = Backup.Write(kept.Path, kept.Beside("backup"), replace: true, CancellationToken.None);
        Assert.Contains("event 9 is missing", found.Wrong.IfNone(""), StringComparison.Ordinal);
        Assert.Equal("an older one", File.ReadAllText(kept.Beside("backup")));
        Assert.False(File.Exists(kept.Beside("backup.new")));
    }

    [Fact]
    public void A_page_of_noise_is_named_and_not_taken_for_a_full_disk()
    {
        using var kept = new KeptFolder(lines: 1000);
        var whole = File.ReadAllBytes(kept.JournalFile);
        for (var page = 4096; page < whole.Length; page += 4096)
        {
            var damaged = whole.ToArray();
            new Random(page).NextBytes(damaged.AsSpan(page, 300));
            File.WriteAllBytes(kept.JournalFile, damaged);
            Assert.DoesNotContain("no room", Outcome(kept), StringComparison.Ordinal);
            Assert.False(File.Exists(kept.Beside("backup")));
        }
    }

    [Fact]
    public void What_a_crash_left_of_a_backup_is_made_anew()
    {
        using var kept = new KeptFolder();
        File.WriteAllText(kept.Beside("backup.new"), "half");

        Assert.True(Backup.Write(kept.Path, kept.Beside("backup"), replace: false, CancellationToken.None).Wrong.IsNone);
    }

    [Fact]
    public void A_place_that_does_not_do_is_refused()
    {
        using var kept = new KeptFolder();

        AssertRefused(kept, kept.Beside("missing/backup"), "there is no folder for");
        AssertRefused(kept, kept.Path, "is a folder; name a file");
        AssertRefused(kept, Path.Combine(kept.Path, "journal.db"), "would lie in the data folder itself");
        AssertRefused(kept, Path.Combine(kept.Path, "backup"), "would lie in the data folder itself");
    }

    [Fact]
    public void A_quote_in_a_name_is_a_part_of_it()
    {
        using var kept = new KeptFolder();

        Assert.True(Backup.Write(kept.Path, kept.Beside("tuan's backup"), replace: false, CancellationToken.None).Wrong.IsNone);
        Assert.True(File.Exists(kept.Beside("tuan's backup")));
    }

    private static void Write(SqliteJournal journal, int count)
    {
        journal.Begin();
        journal.Commit(Sample.Lines(journal.Last.Number, count));
    }

    private static string Outcome(KeptFolder kept)
    {
        try
        {
            return Backup.Write(kept.Path, kept.Beside("backup"), replace: false, CancellationToken.None).Wrong.IfNone("");
        }
        catch (DataFolderException refused)
        {
            return refused.Message;
        }
    }

    private static IReadOnlyList<Recorded> Read(string file)
    {
        using var journal = ReadOnlyJournal.Open(file);
        return journal.History.Read(HistoryQuery.Beginning, int.MaxValue);
    }

    private static void AssertRefused(KeptFolder kept, string target, string because)
    {
        var refused = Assert.Throws<DataFolderException>(() => Backup.Write(kept.Path, target, replace: false, CancellationToken.None));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }
}
