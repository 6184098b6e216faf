namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// What the journal's file looks like: the steps from an empty file to the newest form. A step that was published is
/// never changed; the next one is added behind it. The file's `user_version` is its <see cref="Format"/>.
/// </summary>
public static class Schema
{
    /// <summary>"Chat" in ASCII. It tells our files from other programs' SQLite files.</summary>
    public const int ApplicationId = 0x43686174;

    /// <summary>What the first of <see cref="Steps"/> makes. Format 1 was never released, and is refused.</summary>
    public const int Oldest = 2;

    /// <summary>
    /// `level`: events up to it may be in the file. `writer`: a random number of the opening that appended the row, by which a turn of
    /// unknown outcome is recognised. `facts`: state that is no history; each change has a revision, counted in `journal`. `base`: the
    /// world of a trimmed journal, see <see cref="Base"/>. `said` finds what was said: by conversation, then by audience and kind (one number, see
    /// <see cref="HistoryKind"/>), so that a page never wades through what its reader may not see or can't show. `pairs`: the private conversations of each party. It is a table and no index because it follows behind, see <see cref="SaidIndex"/>: its
    /// rows are those of events up to `indexed`. There is no index on time: times never decrease, so a moment is found by halving.
    /// </summary>
    private const string First = """
        CREATE TABLE journal (
          level INTEGER NOT NULL,
          revision INTEGER NOT NULL,
          indexed INTEGER NOT NULL
        );
        CREATE TABLE epochs (
          first INTEGER PRIMARY KEY,
          epoch TEXT NOT NULL UNIQUE
        );
        CREATE TABLE events (
          seq INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          version INTEGER NOT NULL,
          writer INTEGER NOT NULL,
          conversation TEXT,
          audience INTEGER,
          about INTEGER,
          server INTEGER,
          connection INTEGER,
          header TEXT NOT NULL,
          body TEXT,
          attributes TEXT
        );
        CREATE INDEX about ON events (about, audience) WHERE about IS NOT NULL;
        CREATE TABLE said (
          conversation TEXT NOT NULL,
          audience INTEGER NOT NULL,
          seq INTEGER NOT NULL,
          PRIMARY KEY (conversation, audience, seq)
        ) WITHOUT ROWID;
        CREATE TABLE pairs (
          party TEXT NOT NULL,
          conversation TEXT NOT NULL,
          PRIMARY KEY (party, conversation)
        ) WITHOUT ROWID;
        CREATE TABLE facts (
          kind INTEGER NOT NULL,
          key TEXT NOT NULL,
          value BLOB,
          revision INTEGER NOT NULL,
          PRIMARY KEY (kind, key)
        ) WITHOUT ROWID;
        CREATE UNIQUE INDEX changed ON facts (revision);
        CREATE TABLE base (
          seq INTEGER PRIMARY KEY,
          format INTEGER NOT NULL,
          digest BLOB NOT NULL,
          world BLOB NOT NULL
        );
        """;

    public static IReadOnlyList<string> Steps { get; } = [First];

    /// <summary>The newest format that these steps make.</summary>
    public static int Format(IReadOnlyList<string> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return Oldest - 1 + steps.Count;
    }
}
