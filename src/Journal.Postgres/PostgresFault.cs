using System.Net.Sockets;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>What went wrong between us and PostgreSQL, and what it means: for a start, and for a turn.</summary>
internal sealed record PostgresFault(string Code, string Message, Exception Cause)
{
    // SQLSTATE, appendix A of PostgreSQL's manual.
    private const string ReadOnly = "25006";
    private const string LockNotAvailable = "55P03";
    private const string Cancelled = "57014";
    private const string TooManyConnections = "53300";
    private const string OutOfDisk = "53100";
    private const string WrongPassword = "28P01";
    private const string NoRights = "42501";
    private const string UniqueViolation = "23505";

    /// <summary>That there is no password, Npgsql says by itself and in words only.</summary>
    public static PostgresFault Of(NpgsqlException failed) => failed is PostgresException answer ? new PostgresFault(answer.SqlState, answer.MessageText, failed)
        : failed.Message.StartsWith("No password", StringComparison.Ordinal) ? new PostgresFault(WrongPassword, "it wants a password", failed)
        : new PostgresFault("", failed.InnerException is SocketException socket ? socket.Message : failed.InnerException is TimeoutException ? "it does not answer" : failed.Message, failed);

    /// <summary>
    /// Whether a turn whose statement failed so can be rolled back, and the next one may work: the database is full, or the row is. After anything
    /// else the connection is made anew, perhaps to another host.
    /// </summary>
    public bool IsRefusal => Cause is PostgresException { Severity: "ERROR" or null, SqlState: var state } answer && answer.InvariantSeverity == "ERROR"
        && state is not (ReadOnly or LockNotAvailable or Cancelled or UniqueViolation) && state[..2] is not ("08" or "25" or "40" or "57" or "58" or "XX");

    /// <summary>What it means for a turn, in plain words.</summary>
    public string Reason => Code switch
    {
        OutOfDisk => "the disk of the database is full",
        ReadOnly => "the database takes no writes",
        LockNotAvailable => "another server holds the turn for too long",
        NoRights => $"the database refuses it: {Message}",
        _ => Message,
    };

    /// <summary>For a start: what may go away by waiting, and what an operator has to mend.</summary>
    public Exception Explained(string where) => Code switch
    {
        WrongPassword or "28000" => Unusable(where, $"{Message}; give the right user and password, the latter in the address, in PGPASSWORD or in a file that PGPASSFILE names"),
        "3D000" => Unusable(where, $"{Message}; create it with: createdb --encoding=UTF8 --template=template0 {where[(where.LastIndexOf('/') + 1)..]}"),
        NoRights => Unusable(where, $"{Message}; its role has to own the schema, or be allowed to create it: GRANT CREATE ON DATABASE name TO role"),
        OutOfDisk => Unusable(where, $"{Reason}; make room and start again"),
        "" or TooManyConnections or ReadOnly or LockNotAvailable or Cancelled => Lost(where),
        _ when Code[..2] is "08" or "57" or "40" => Lost(where),
        _ => Unusable(where, Message),
    };

    private JournalUnusableException Unusable(string where, string why) => new($"the journal at {where} can't be used: {why}", Cause);

    private JournalLostException Lost(string where) => new($"the journal at {where} can't be reached: {(Code == TooManyConnections ? $"{Message}; a server needs 7 connections" : Reason)}", Cause);
}
