using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests.Maintenance;

public sealed class VerificationTests
{
    /// <summary>The index follows behind by as many events.</summary>
    private const int IndexBegins = 4096;

    [Fact]
    public void A_sound_journal_says_what_it_holds()
    {
        using var kept = new KeptFolder();
        kept.Snapshots.Save(Story.Of(Story.Events.Take(10)), kept.Epochs);

        Assert.Equal(
            new VerifyReport(kept.Epoch, kept.Events.Count, 2, kept.Events[0].At, kept.Events[^1].At, Option<string>.None),
            Verify(kept));
    }

    [Fact]
    public void An_empty_journal_is_sound()
    {
        using var temporary = new TemporaryFolder();
        using (var folder = DataFolder.Open(temporary.Path))
            SqliteJournal.Open(folder).Dispose();

        var found = Verification.OfFolder(temporary.Path, CancellationToken.None);
        Assert.Equal((0L, true, true), (found.Events, found.From.IsNone, found.Wrong.IsNone));
    }

    [Theory]
    [InlineData("DELETE FROM events WHERE seq = 1", "event 1 is missing, and event 2 follows", 0)]
    [InlineData("DELETE FROM events WHERE seq = 9", "event 9 is missing, and event 10 follows", 8)]
    [InlineData("DELETE FROM events WHERE seq BETWEEN 3 AND 9", "event 3 is missing, and event 10 follows", 2)]
    [InlineData("UPDATE events SET at = 1050 WHERE seq = 9", "event 9: its time 1970-01-01T00:00:01.050Z is before that of the event before it", 8)]
    [InlineData("UPDATE events SET header = 'x' WHERE seq = 5", "event 5 can't be read: the header is damaged", 4)]
    [InlineData("UPDATE events SET header = substr(header, 1, 20) WHERE seq = 5", "event 5 can't be read: the header is damaged", 4)]
    [InlineData("UPDATE events SET kind = 77 WHERE seq = 5", "event 5 can't be read: kind 77 is from a newer version", 4)]
    [InlineData("UPDATE events SET version = 9 WHERE seq = 5", "event 5 can't be read: version 9 of attached is from a newer version", 4)]
    [InlineData("UPDATE events SET attributes = '[' WHERE seq = 9", "event 9 can't be read: the attributes are damaged", 8)]
    [InlineData("UPDATE events SET body = CAST(x'41ff' AS TEXT) WHERE seq = 9", "event 9: its text is no UTF-8", 8)]
    [InlineData("UPDATE events SET conversation = 'r7' WHERE seq = 9", "event 9: its conversation is not the one", 8)]
    [InlineData("UPDATE events SET conversation = NULL WHERE seq = 9", "event 9: its conversation is not the one", 8)]
    [InlineData("UPDATE events SET audience = 2 WHERE seq = 9", "event 9: its conversation is not the one", 8)]
    [InlineData("UPDATE events SET conversation = 'r1', audience = 0 WHERE seq = 7", "event 7: its conversation is not the one", 6)]
    [InlineData("UPDATE events SET header = replace(header, '\"person\":3', '\"person\":8') WHERE seq = 7", "event 7 can't have happened there: Person 8", 6)]
    [InlineData("UPDATE events SET header = replace(header, 'Mai', 'Duy') WHERE seq = 4", "by event 17 the world is broken, and at event 0 it was sound", 17)]
    [InlineData("UPDATE journal SET indexed = 5000", "event 6: it is missing in the index of what was said", 17)]
    [InlineData("INSERT INTO said VALUES ('r1', 0, 9)", "event 9: the index of what was said has it", 17)]
    public void What_is_wrong_is_named_with_its_place(string damage, string wrong, long sound)
    {
        using var kept = new KeptFolder();
        kept.Execute(damage);

        var found = Verify(kept);
        Assert.Contains(wrong, found.Wrong.IfNone("nothing is wrong"), StringComparison.Ordinal);
        Assert.Equal(sound, found.Events);
    }

    [Theory]
    [InlineData("DELETE FROM said WHERE seq = 77", "event 77: it is missing in the index")]
    [InlineData("UPDATE said SET conversation = 'r2' WHERE seq = 77", "event 77: it is missing in the index")]
    [InlineData("INSERT INTO said VALUES ('r2', 0, 78)", "event 78: the index of what was said has it")]
    [InlineData("INSERT INTO said VALUES ('r1', 0, 1)", "event 1: the index of what was said has it")]
    [InlineData("INSERT INTO said VALUES ('r1', 0, 99999)", "event 99999: the index of what was said has it")]
    [InlineData("DELETE FROM said", "is missing in the index")]
    public void The_index_of_what_was_said_has_to_agree(string damage, string wrong)
    {
        using var kept = new KeptFolder(lines: IndexBegins);
        Assert.True(Verify(kept).Wrong.IsNone);
        kept.Execute(damage);

        Assert.Contains(wrong, Verify(kept).Wrong.IfNone("nothing is wrong"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_that_is_ahead_of_the_journal_is_wrong()
    {
        using var kept = new KeptFolder(lines: IndexBegins);
        kept.Execute("UPDATE journal SET indexed = indexed + 100");

        Assert.Contains("reaches to event", Verify(kept).Wrong.IfNone(""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_that_is_not_the_world_of_its_event_is_wrong()
    {
        using var kept = new KeptFolder();
        kept.Snapshots.Save(Story.End with { Last = new Sequence(10) }, kept.Epochs);

        Assert.Contains("the snapshot of event 10 is not the world of that event", Verify(kept).Wrong.IfNone(""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_that_can_not_be_read_is_wrong()
    {
        using var kept = new KeptFolder();
        kept.Snapshots.Save(Story.End, Epochs.Of("another epoch"));

        Assert.Contains("the snapshot is of no use: it belongs to journal another epoch", Verify(kept).Wrong.IfNone(""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_lost_its_end_is_known_by_its_snapshot()
    {
        using var kept = new KeptFolder();
        kept.Snapshots.Save(Story.End, kept.Epochs);
        kept.Execute("DELETE FROM events WHERE seq > 15");

        Assert.Contains("the snapshot knows event 17, and the journal ends at event 15", Verify(kept).Wrong.IfNone(""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_cut_anywhere_is_not_sound()
    {
        using var kept = new KeptFolder(lines: 1000);
        var whole = File.ReadAllBytes(kept.JournalFile);
        for (var length = whole.Length - 1; length > 0; length -= 4096)
        {
            File.WriteAllBytes(kept.JournalFile, whole[..length]);
            Assert.NotNull(WrongWith(kept));
        }
    }

    [Fact]
    public void A_page_of_noise_anywhere_is_found()
    {
        using var kept = new KeptFolder(lines: 1000);
        var whole = File.ReadAllBytes(kept.JournalFile);
        for (var page = 0; page < whole.Length; page += 4096)
        {
            var damaged = whole.ToArray();
            new Random(page).NextBytes(damaged.AsSpan(page, 4096));
            File.WriteAllBytes(kept.JournalFile, damaged);
            Assert.NotNull(WrongWith(kept));
        }
    }

    [Fact]
    public void Whatever_byte_is_flipped_there_is_an_answer_and_no_failure()
    {
        using var kept = new KeptFolder(lines: 100);
        var whole = File.ReadAllBytes(kept.JournalFile);
        for (var at = 0; at < whole.Length; at += 211)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x55;
            File.WriteAllBytes(kept.JournalFile, damaged);
            _ = WrongWith(kept);
        }
    }

    [Theory]
    [InlineData("PRAGMA user_version = 99", "from a newer version")]
    [InlineData("PRAGMA application_id = 7", "it belongs to another program")]
    [InlineData("DELETE FROM journal", "it has not exactly one row about itself")]
    [InlineData("DROP TABLE events", "is damaged or no journal: no such table: events")]
    public void What_is_no_journal_of_ours_is_refused(string damage, string because)
    {
        using var kept = new KeptFolder();
        kept.Execute(damage);

        Assert.Contains(because, Assert.Throws<DataFolderException>(() => Verify(kept)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_journal_none_is_made()
    {
        using var temporary = new TemporaryFolder();

        Assert.Throws<DataFolderException>(() => Verification.OfFolder(temporary.Path, CancellationToken.None));
        Assert.Empty(Directory.GetFileSystemEntries(temporary.Path));
    }

    [Fact]
    public void A_walk_that_is_called_off_ends()
    {
        using var kept = new KeptFolder();

        Assert.ThrowsAny<OperationCanceledException>(() => Verification.OfFolder(kept.Path, new CancellationToken(canceled: true)));
    }

    private static VerifyReport Verify(KeptFolder kept) => Verification.OfFolder(kept.Path, CancellationToken.None);

    private static string? WrongWith(KeptFolder kept)
    {
        try
        {
            return Verify(kept).Wrong is { IsSome: true } wrong ? $"{wrong}" : null;
        }
        catch (DataFolderException refused)
        {
            return refused.Message;
        }
    }
}
