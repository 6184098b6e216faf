using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Testing;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests;

/// <summary>The frozen data folder of the first format on its way through a step that no version has yet.</summary>
public sealed class UpgradeTests : IDisposable
{
    /// <summary>After all that was kept.</summary>
    private static readonly Timestamp Tomorrow = new(new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds());

    private readonly TemporaryFolder _temporary = new();

    private string JournalFile => _temporary.File("journal.db");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_later_step_keeps_everything_and_leaves_the_first_format_beside_it()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "format-2", "journal.db"), JournalFile);
        using (var folder = DataFolder.Open(_temporary.Path))
        {
            using var journal = SqliteJournal.Open(folder, [.. Schema.Steps, "ALTER TABLE events ADD COLUMN later INTEGER; UPDATE events SET later = seq;"]);
            var world = Recovery.Run(journal, Prelude.None).World;
            Assert.Equal(26, world.Last.Number);
            Assert.Empty(world.People);
            journal.Begin();
            journal.Commit([At(27, InRoom(Lobby, "more")) with { At = Tomorrow }]);
        }

        Assert.Equal(Schema.Format(Schema.Steps) + 1, RawFile.Number(JournalFile, "PRAGMA user_version"));
        Assert.Equal(27, RawFile.Number(JournalFile, "SELECT count(*) FROM events"));
        Assert.Equal(26, RawFile.Number(JournalFile, "SELECT sum(later = seq) FROM events"));
        Assert.Equal(2, RawFile.Number($"{JournalFile}.format-2", "PRAGMA user_version"));
        Assert.Equal(26, RawFile.Number($"{JournalFile}.format-2", "SELECT count(*) FROM events"));
    }
}
