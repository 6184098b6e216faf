using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Sqlite;

namespace ChatRoom.Journal.Maintenance;

/// <summary>The journal of a data folder whose lock is held, so that no server begins there meanwhile.</summary>
internal sealed class FolderSource : JournalSource
{
    private readonly DataFolder _folder;

    public FolderSource(string folder)
    {
        // A folder that is not there is not made.
        ReadOnlyJournal.Open(ReadOnlyJournal.FileIn(folder)).Dispose();
        _folder = DataFolder.Open(folder);
        try
        {
            Journal = ReadOnlyJournal.Open(_folder.JournalFile);
        }
        catch
        {
            _folder.Dispose();
            throw;
        }
    }

    public override KeptJournal Journal { get; }

    public override void Leave(string to)
    {
        Journal.Dispose();
        MovedJournal.Leave(_folder.JournalFile, to);
        foreach (var copy in (string[])[_folder.SnapshotFile, _folder.SearchFile, $"{_folder.SearchFile}-wal", $"{_folder.SearchFile}-shm"])
            File.Delete(copy);
    }

    public override void Dispose()
    {
        Journal.Dispose();
        _folder.Dispose();
    }
}
