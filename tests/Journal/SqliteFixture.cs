using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Sqlite;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests;

/// <summary>A data folder with an open journal, which a test can close and open again.</summary>
internal sealed class SqliteFixture : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private DataFolder _folder;

    public SqliteFixture()
    {
        _folder = DataFolder.Open(_temporary.Path);
        Journal = SqliteJournal.Open(_folder);
    }

    public SqliteJournal Journal { get; private set; }

    public string JournalFile => _folder.JournalFile;

    public long LogSize => new FileInfo($"{JournalFile}-wal").Length;

    public void Close()
    {
        Journal.Dispose();
        _folder.Dispose();
    }

    public void Restart()
    {
        Close();
        Reopen();
    }

    public void Reopen()
    {
        _folder = DataFolder.Open(_temporary.Path);
        Journal = SqliteJournal.Open(_folder);
        using var history = Journal.OpenHistory();
        Journal.Starts(history.End, 0);
    }

    public void Dispose()
    {
        Close();
        _temporary.Dispose();
    }
}
