using SQLitePCL;

namespace ChatRoom.Journal.Sqlite;

/// <summary>What SQLite said. The journal translates it into what it means for a turn.</summary>
public sealed class DatabaseException(int code, string message) : Exception(message)
{
    /// <summary>SQLite's result code with the details in its upper bits.</summary>
    public int Code { get; } = code;

    /// <summary>The lower byte, which names the class of the failure.</summary>
    public int Class => Code & 0xff;

    public bool IsDamage => Class is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    /// <summary>What the failure of a turn means in plain words.</summary>
    public string Reason => Class switch
    {
        raw.SQLITE_FULL => "the disk or the journal is full",
        raw.SQLITE_READONLY => "the journal can't be written to",
        raw.SQLITE_TOOBIG => "an event is too large to keep",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds the journal",
        raw.SQLITE_NOMEM => "there is no memory left",
        _ => Message,
    };
}
