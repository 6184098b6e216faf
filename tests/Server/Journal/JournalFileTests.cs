using ChatRoom.Domain;
using ChatRoom.Server.Journal;
using static ChatRoom.Server.Tests.Journal.Sample;

namespace ChatRoom.Server.Tests.Journal;

/// <summary>What happens at the start with files that are old, new, foreign or broken.</summary>
public sealed class JournalFileTests : IDisposable
{
    /// <summary>The schema that version 1 wrote, with a few rows. It is never changed: people have such files.</summary>
    private const string Format1 = """
        PRAGMA journal_mode = WAL;
        PRAGMA application_id = 1130914164;
        CREATE TABLE journal (
          epoch TEXT NOT NULL,
          indexed INTEGER NOT NULL
        );
        CREATE TABLE events (
          seq INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          version INTEGER NOT NULL,
          conversation TEXT,
          audience INTEGER,
          server INTEGER,
          connection INTEGER,
          header TEXT NOT NULL,
          body TEXT,
          attributes TEXT
        );
        CREATE TABLE said (
          conversation TEXT NOT NULL,
          audience INTEGER NOT NULL,
          seq INTEGER NOT NULL,
          PRIMARY KEY (conversation, audience, seq)
        ) WITHOUT ROWID;
        PRAGMA user_version = 1;
        INSERT INTO journal VALUES ('abc123', 2);
        INSERT INTO events VALUES (1, 1010, 1, 1, NULL, NULL, NULL, NULL, '{"server":1}', NULL, NULL);
        INSERT INTO events VALUES (2, 1020, 8, 1, 'r1', 0, 1, 2, '{"person":1,"nick":"Tuan","user":"user","room":1,"name":"#lobby"}', 'hello', NULL);
        INSERT INTO events VALUES (3, 1030, 8, 1, 'r1', 0, 1, 3, '{"person":1,"nick":"Tuan","user":"user","room":1,"name":"#lobby"}', 'again', NULL);
        INSERT INTO said VALUES ('r1', 0, 2);
        """;

    private readonly TemporaryFolder _temporary = new();

    private string JournalFile => _temporary.File("journal.db");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_journal_of_format_1_is_read_and_goes_on()
    {
        RawFile.Execute(JournalFile, Format1);
        using var folder = DataFolder.Open(_temporary.Path);
        using var journal = SqliteJournal.Open(folder);

        AssertFormat1(journal);
        journal.Append(InRoom(Lobby, "more"));
        Assert.Equal(4, journal.Last.Number);
    }

    [Fact]
    public void A_step_to_a_newer_format_leaves_a_copy_of_the_old_one()
    {
        RawFile.Execute(JournalFile, Format1);
        using (var folder = DataFolder.Open(_temporary.Path))
        {
            using var journal = SqliteJournal.Open(folder, [.. Schema.Steps, "CREATE TABLE later (x);", "INSERT INTO later VALUES (5);"]);
            AssertFormat1(journal);
        }

        Assert.Equal(3, RawFile.Number(JournalFile, "PRAGMA user_version"));
        Assert.Equal(5, RawFile.Number(JournalFile, "SELECT x FROM later"));
        Assert.Equal(1, RawFile.Number($"{JournalFile}.format-1", "PRAGMA user_version"));
        Assert.Equal(3, RawFile.Number($"{JournalFile}.format-1", "SELECT count(*) FROM events"));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_journal_as_it_was_before_that_step()
    {
        RawFile.Execute(JournalFile, Format1);
        using (var folder = DataFolder.Open(_temporary.Path))
            Assert.Throws<DataFolderException>(() => SqliteJournal.Open(folder, [.. Schema.Steps, "CREATE TABLE later (x);", "CREATE TABLE half (x); no sql;"]));

        Assert.Equal(2, RawFile.Number(JournalFile, "PRAGMA user_version"));
        Assert.Equal(0, RawFile.Number(JournalFile, "SELECT count(*) FROM sqlite_master WHERE name = 'half'"));
    }

    [Fact]
    public void A_new_journal_needs_no_copy_and_has_the_newest_format()
    {
        using (var folder = DataFolder.Open(_temporary.Path))
            SqliteJournal.Open(folder).Dispose();

        Assert.Equal(["journal.db", "lock", "lock.pid"], Directory.GetFiles(_temporary.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Schema.Steps.Count, RawFile.Number(JournalFile, "PRAGMA user_version"));
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
    [InlineData("DELETE FROM events WHERE seq = 1", "first events are missing")]
    [InlineData("UPDATE events SET header = 'x' WHERE seq = 3", "event 3 can't be read")]
    [InlineData("UPDATE events SET kind = 77 WHERE seq = 3", "event 3 can't be read: kind 77 is from a newer version of the server; use that version")]
    public void A_file_that_is_not_for_this_version_is_named_and_stays_as_it_is(string change, string because)
    {
        RawFile.Execute(JournalFile, Format1);
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
        RawFile.Execute(JournalFile, Format1);
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

    private static void AssertFormat1(SqliteJournal journal)
    {
        Assert.Equal(("abc123", 3L), (journal.Epoch, journal.Last.Number));
        using var history = journal.OpenHistory();
        var query = new HistoryQuery(ConversationKey.Of(Lobby), Audience.Everyone, HistoryQuery.Beginning, HistoryQuery.End, 10, FromEnd: true);
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
