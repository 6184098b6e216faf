namespace ChatRoom.Server.Tests.Journals;

/// <summary>What a server of a test keeps its journal in.</summary>
public enum JournalKind
{
    Memory,
    Sqlite,
    Postgres,
}
