using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests.Maintenance;

/// <summary>A data folder in which a server was.</summary>
internal sealed class KeptFolder : Kept
{
    private readonly TemporaryFolder _temporary = new();

    public KeptFolder(int lines = 0)
        : this(Told(lines))
    {
    }

    public KeptFolder(IReadOnlyList<Recorded> events)
        : base(events)
    {
        using var folder = DataFolder.Open(Path);
        using var journal = SqliteJournal.Open(folder);
        Epochs = journal.Epochs;
        if (events.Count == 0)
            return;
        journal.Begin();
        journal.Commit(Events);
    }

    public override Epochs Epochs { get; }

    public override JournalPlace Place => JournalPlace.InFolder(Path);

    public string Path => Beside("data");

    public string JournalFile => System.IO.Path.Combine(Path, "journal.db");

    public SnapshotFile Snapshots => new(System.IO.Path.Combine(Path, "snapshot"));

    /// <summary>A place that is not in the data folder.</summary>
    public string Beside(string name) => _temporary.File(name);

    public override void Execute(string sql) => RawFile.Execute(JournalFile, sql);

    public override void Save(World world, Epochs? epochs = null) => Snapshots.Save(world, epochs ?? Epochs);

    public override void Dispose() => _temporary.Dispose();
}
