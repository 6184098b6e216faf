using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests.Maintenance;

/// <summary>What only a file can be.</summary>
public sealed class VerificationTests : VerificationContract
{
    private protected override Kept Keep(IReadOnlyList<Recorded> events) => new KeptFolder(events);

    /// <summary>The index follows behind by as many events.</summary>
    private const int IndexBegins = 4096;

    [Theory]
    [InlineData("UPDATE events SET body = CAST(x'41ff' AS TEXT) WHERE seq = 9", "event 9: its text is no UTF-8", 8)]
    [InlineData("UPDATE journal SET indexed = 5000", "event 6: it is missing in the index of what was said", 17)]
    [InlineData("INSERT INTO said VALUES ('r1', 0, 9)", "event 9: the index of what was said has it", 17)]
    public void What_is_wrong_with_a_file_is_named_with_its_place(string damage, string wrong, long sound)
    {
        using var kept = new KeptFolder();
        kept.Execute(damage);

        AssertWrong(kept, wrong, sound);
    }

    [Theory]
    [InlineData("DELETE FROM said WHERE seq = 77", "event 77: it is missing in the index")]
    [InlineData("UPDATE said SET conversation = 'r2' WHERE seq = 77", "event 77: it is missing in the index")]
    [InlineData("INSERT INTO said VALUES ('r2', 0, 78)", "event 78: the index of what was said has it")]
    [InlineData("INSERT INTO said VALUES ('r1', 0, 1)", "event 1: the index of what was said has it")]
    [InlineData("INSERT INTO said VALUES ('r1', 0, 99999)", "event 99999: the index of what was said has it")]
    [InlineData("DELETE FROM said", "is missing in the index")]
    [InlineData("DELETE FROM pairs", "event 12: its private conversation is missing in the table of pairs")]
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

        Assert.Throws<DataFolderException>(() => Verification.Of(JournalPlace.InFolder(temporary.Path), CancellationToken.None));
        Assert.Empty(Directory.GetFileSystemEntries(temporary.Path));
    }

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
