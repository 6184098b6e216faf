using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Snapshots;

namespace ChatRoom.Journal.Maintenance;

/// <summary>A copy that becomes the journal of a data folder in which there is none. What else lies there, such as a certificate, stays.</summary>
internal sealed class FolderTarget : JournalTarget
{
    private readonly DataFolder _folder;
    private readonly FileTarget _file;
    private Epochs? _epochs;

    public FolderTarget(string folder)
    {
        _folder = DataFolder.Open(folder);
        _file = new FileTarget(_folder.JournalFile, replace: false);
        if (File.Exists(_folder.JournalFile) || File.Exists($"{_folder.JournalFile}-wal"))
        {
            _folder.Dispose();
            throw new DataFolderException($"the folder {folder} has a journal already; choose another one, histories are never mixed");
        }
        // What is left of an earlier journal's would not be this one's.
        foreach (var left in (string[])[_folder.SnapshotFile, _folder.SearchFile, $"{_folder.SearchFile}-wal", $"{_folder.SearchFile}-shm"])
            File.Delete(left);
    }

    public override void Add(StoredRow row) => _file.Add(row);

    public override void Finish(StoredRest rest)
    {
        _file.Finish(rest);
        _epochs = new Epochs(rest.Epochs);
    }

    public override KeptJournal Read() => _file.Read();

    public override void Keep(World world)
    {
        _file.Keep(world);
        new SnapshotFile(_folder.SnapshotFile).Save(world, _epochs!);
    }

    public override Exception? Explain(Exception failed) => _file.Explain(failed);

    public override void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }
}
