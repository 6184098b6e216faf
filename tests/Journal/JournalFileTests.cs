using ChatRoom.Domain.Events;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Testing;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests;

/// <summary>What happens at the start with files that are old, new, foreign or broken.</summary>
public sealed class JournalFileTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private string JournalFile => _temporary.File("journal.db");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_journal_from_before_the_first_release_is_refused_and_stays_as_it_is()
    {
        Write();
        RawFile.Execute(JournalFile, "PRAGMA user_version = 1");
        AssertRefused("format 1 is from before the first release");
    }

    [Fact]
    public void A_step_to_a_newer_format_leaves_a_copy_of_the_old_one()
    {
        Write();
        using (var folder = DataFolder.Open(_temporary.Path))
        {
            using var journal = SqliteJournal.Open(folder, [.. Schema.Steps, "CREATE TABLE later (x);", "INSERT INTO later VALUES (5);"]);
            AssertWritten(journal);
        }

        Assert.Equal(Newest + 2, RawFile.Number(JournalFile, "PRAGMA user_version"));
        Assert.Equal(5, RawFile.Number(JournalFile, "SELECT x FROM later"));
        Assert.Equal(Newest, RawFile.Number($"{JournalFile}.format-{Newest}", "PRAGMA user_version"));
        Assert.Equal(3, RawFile.Number($"{JournalFile}.format-{Newest}", "SELECT count(*) FROM events"));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_journal_as_it_was_before_that_step()
    {
        Write();
        using (var folder = DataFolder.Open(_temporary.Path))
            Assert.Throws<DataFolderException>(() => SqliteJournal.Open(folder, [.. Schema.Steps, "CREATE TABLE later (x);", "CREATE TABLE half (x); no sql;"]));

        Assert.Equal(Newest + 1, RawFile.Number(JournalFile, "PRAGMA user_version"));
        Assert.Equal(0, RawFile.Number(JournalFile, "SELECT count(*) FROM sqlite_master WHERE name = 'half'"));
    }

    [Fact]
    public void A_new_journal_needs_no_copy_and_has_the_newest_format()
    {
        using (var folder = DataFolder.Open(_temporary.Path))
            SqliteJournal.Open(folder).Dispose();

        Assert.Equal(["journal.db", "lock", "lock.pid", "search.db"], Directory.GetFiles(_temporary.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Newest, RawFile.Number(JournalFile, "PRAGMA user_version"));
    }

    [Fact]
    public void What_a_crash_left_of_a_journal_in_the_making_is_made_anew()
    {
        File.WriteAllText($"{JournalFile}.new", "half");
        using var folder = DataFolder.Open(_temporary.Path);
        using var journal = SqliteJournal.Open(folder);

        Assert.Equal(0, journal.Last.Number);
    }

    [Theory]
    [InlineData("PRAGMA user_version = 99", "from a newer version of the server")]
    [InlineData("PRAGMA application_id = 5", "belongs to another program")]
    [InlineData("PRAGMA user_version = 0", "has no format")]
    [InlineData("DROP TABLE events", "no such table: events")]
    [InlineData("DELETE FROM journal", "A row is missing")]
    [InlineData("DELETE FROM events WHERE seq = 1", "its first events are missing, and so is the base that would stand for them")]
    [InlineData("UPDATE journal SET level = 9", "level 9 is from a newer version of the server, this one reads events up to level 1; use that version")]
    [InlineData("DELETE FROM epochs", "it has no epoch from its first event on")]
    [InlineData("INSERT INTO facts VALUES (1, '1', NULL, 5)", "its facts changed more often than it counted")]
    [InlineData("INSERT INTO base VALUES (2, 1, x'00', x'00')", "the base of the trimmed journal is damaged: its digest is wrong")]
    [InlineData("INSERT INTO base VALUES (2, 99, x'00', x'00')", "the base of the trimmed journal has format 99, from a newer version")]
    [InlineData("INSERT INTO base VALUES (9, 1, x'00', x'00')", "its base is of event 9, and it ends at 3")]
    [InlineData("UPDATE events SET header = 'x' WHERE seq = 3", "event 3 can't be read")]
    [InlineData("UPDATE events SET kind = 77 WHERE seq = 3", "event 3 can't be read: kind 77 is from a newer version of the server; use that version")]
    public void A_file_that_is_not_for_this_version_is_named_and_stays_as_it_is(string change, string because)
    {
        Write();
        RawFile.Execute(JournalFile, change);
        AssertRefused(because);
    }

    [Fact]
    public void A_text_is_no_journal()
    {
        File.WriteAllText(JournalFile, new string('x', 10_000));
        AssertRefused("damaged or no journal");
    }

    [Fact]
    public void An_empty_file_is_no_journal()
    {
        File.WriteAllText(JournalFile, "");
        AssertRefused("it is empty");
    }

    [Fact]
    public void A_journal_that_was_cut_is_damaged()
    {
        Write();
        File.WriteAllBytes(JournalFile, File.ReadAllBytes(JournalFile)[..^5000]);
        AssertRefused("damaged");
    }

    [Fact]
    public void A_log_without_its_journal_is_not_taken_for_a_new_one()
    {
        File.WriteAllText($"{JournalFile}-wal", "the last minutes");
        using var folder = DataFolder.Open(_temporary.Path);

        var refused = Assert.Throws<DataFolderException>(() => SqliteJournal.Open(folder));
        Assert.Contains("its log journal.db-wal is still there", refused.Message, StringComparison.Ordinal);
        Assert.Equal("the last minutes", File.ReadAllText($"{JournalFile}-wal"));
        Assert.False(File.Exists(JournalFile));
    }

    private static int Newest => Schema.Format(Schema.Steps);

    /// <summary>A journal of this version with three events.</summary>
    private void Write()
    {
        using var folder = DataFolder.Open(_temporary.Path);
        using var journal = SqliteJournal.Open(folder);
        journal.Append(new Event.ServerStarted(Here, 1), InRoom(Lobby, "hello"), InRoom(Lobby, "again"));
    }

    private static void AssertWritten(SqliteJournal journal)
    {
        using var history = journal.OpenHistory();
        Assert.Equal(3, history.End.Number);
        var query = new HistoryQuery(ConversationKey.Of(Lobby), [Audience.Everyone], HistoryQuery.Beginning, HistoryQuery.End, 10, FromEnd: true);
        Assert.Equal([At(2, InRoom(Lobby, "hello")), At(3, InRoom(Lobby, "again"))], history.Said(query));
    }

    private void AssertRefused(string because)
    {
        var before = File.ReadAllBytes(JournalFile);
        using (var folder = DataFolder.Open(_temporary.Path))
        {
            var refused = Assert.Throws<DataFolderException>(() => SqliteJournal.Open(folder));
            Assert.Contains(because, refused.Message, StringComparison.Ordinal);
            Assert.Contains(JournalFile, refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("\n", refused.Message, StringComparison.Ordinal);
        }
        Assert.Equal(before, File.ReadAllBytes(JournalFile));
    }
}
