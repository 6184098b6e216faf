using ChatRoom.Domain.Events;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests.Maintenance;

/// <summary>A data folder in which a server was, with the story and as many lines behind it as a test wants.</summary>
internal sealed class KeptFolder : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public KeptFolder(int lines = 0)
    {
        Events = [.. Story.Events, .. Sample.Lines(Story.Events.Count, lines)];
        using var folder = DataFolder.Open(Path);
        using var journal = SqliteJournal.Open(folder);
        Epochs = journal.Epochs;
        journal.Begin();
        journal.Commit(Events);
    }

    public IReadOnlyList<Recorded> Events { get; }

    public Epochs Epochs { get; }

    public string Epoch => Epochs.Latest;

    public string Path => Beside("data");

    public string JournalFile => System.IO.Path.Combine(Path, "journal.db");

    public SnapshotFile Snapshots => new(System.IO.Path.Combine(Path, "snapshot"));

    /// <summary>A place that is not in the data folder.</summary>
    public string Beside(string name) => _temporary.File(name);

    public void Execute(string sql) => RawFile.Execute(JournalFile, sql);

    public void Dispose() => _temporary.Dispose();
}
