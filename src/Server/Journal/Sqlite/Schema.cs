namespace ChatRoom.Server.Journal;

/// <summary>
/// What the journal's file looks like: the steps from an empty file to the newest form. A step that was published is
/// never changed; the next one is added behind it. Its place, counted from 1, is the file's `user_version`.
/// </summary>
public static class Schema
{
    /// <summary>"Chat" in ASCII. It tells our files from other programs' SQLite files.</summary>
    public const int ApplicationId = 0x43686174;

    /// <summary>
    /// The index finds what was said: by conversation, then by audience, then (as every index of SQLite) by sequence.
    /// The audience is in it so that a page never wades through what its reader may not see. There is no index on time:
    /// times never decrease, so a moment is found by halving.
    /// </summary>
    private const string First = """
        CREATE TABLE journal (
          epoch TEXT NOT NULL
        );
        CREATE TABLE events (
          seq INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          version INTEGER NOT NULL,
          server INTEGER,
          connection INTEGER,
          conversation TEXT,
          audience INTEGER,
          header TEXT NOT NULL,
          body TEXT,
          attributes TEXT
        );
        CREATE INDEX said ON events (conversation, audience) WHERE conversation IS NOT NULL;
        """;

    public static IReadOnlyList<string> Steps { get; } = [First];
}
