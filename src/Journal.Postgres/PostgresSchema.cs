namespace ChatRoom.Journal.Postgres;

/// <summary>
/// What the journal looks like in PostgreSQL: the steps from an empty schema to the newest form. A step that was published is never changed;
/// the next one is added behind it.
/// </summary>
public static class PostgresSchema
{
    /// <summary>
    /// Rows as SQLite has them (see its schema), but: what was said is indexed at once, since the index costs a third of an insert and no more, and as "seq + 0", for a reason that
    /// <see cref="PostgresReader.Remarks"/> tells; and `body` is bytes in UTF-8, since no text of PostgreSQL's holds a NUL (read it with `convert_from(body, 'UTF8')`). `cluster`: which
    /// database system, and which timeline of it, the journal was on: another one means a failover or a restored copy. `epochs`: from which event on each is, and the last change of
    /// facts before it. `openings`: who has the journal open, a row each, written for ever anew, so it keeps free room; `behind`: how many events it had still to hear of at its last beat. `marks`: up to where the words are indexed, and the last event
    /// that forgot something. `words`: see <see cref="PostgresWords"/>.
    /// </summary>
    private const string First = """
        CREATE TABLE journal (
          one boolean PRIMARY KEY DEFAULT true CHECK (one),
          program text NOT NULL,
          format integer NOT NULL,
          level integer NOT NULL,
          cluster text NOT NULL
        );
        CREATE TABLE epochs (
          first bigint PRIMARY KEY,
          epoch text NOT NULL UNIQUE,
          revision bigint NOT NULL
        );
        CREATE TABLE events (
          seq bigint PRIMARY KEY,
          at bigint NOT NULL,
          kind smallint NOT NULL,
          version smallint NOT NULL,
          writer bigint NOT NULL,
          conversation text,
          audience smallint,
          about bigint,
          server integer,
          connection bigint,
          header text NOT NULL,
          body bytea,
          attributes text
        );
        CREATE INDEX said ON events (conversation, audience, (seq + 0)) WHERE conversation IS NOT NULL;
        CREATE INDEX about ON events (about, (seq + 0)) WHERE about IS NOT NULL;
        CREATE TABLE pairs (
          party text NOT NULL,
          conversation text NOT NULL,
          PRIMARY KEY (party, conversation)
        );
        CREATE TABLE facts (
          kind smallint NOT NULL,
          key text NOT NULL,
          value bytea,
          revision bigint NOT NULL,
          PRIMARY KEY (kind, key)
        ) WITH (fillfactor = 70);
        CREATE UNIQUE INDEX changed ON facts (revision);
        CREATE TABLE base (
          seq bigint PRIMARY KEY,
          format integer NOT NULL,
          digest bytea NOT NULL,
          world bytea NOT NULL
        );
        CREATE TABLE snapshots (
          format integer PRIMARY KEY,
          seq bigint NOT NULL,
          bytes bytea NOT NULL
        );
        ALTER TABLE snapshots ALTER COLUMN bytes SET STORAGE EXTERNAL;
        CREATE TABLE openings (
          writer bigint PRIMARY KEY,
          name text NOT NULL,
          version text NOT NULL,
          opened timestamptz NOT NULL DEFAULT now(),
          server integer,
          beat bigint NOT NULL DEFAULT 0,
          beaten timestamptz NOT NULL DEFAULT now(),
          behind bigint NOT NULL DEFAULT 0,
          turn_pid integer NOT NULL,
          ear_pid integer
        ) WITH (fillfactor = 50);
        CREATE TABLE marks (
          name text PRIMARY KEY,
          seq bigint NOT NULL
        ) WITH (fillfactor = 50);
        INSERT INTO marks VALUES ('words', 0), ('forgotten', 0);
        CREATE TABLE places (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          conversation text NOT NULL,
          audience smallint NOT NULL,
          UNIQUE (conversation, audience)
        );
        CREATE TABLE words (
          seq bigint PRIMARY KEY,
          terms tsvector NOT NULL
        );
        CREATE INDEX terms ON words USING gin (terms) WITH (fastupdate = off);
        """;

    /// <summary>By which a schema of another program's is told from ours.</summary>
    internal const string Program = "chatroom";

    public static IReadOnlyList<string> Steps { get; } = [First];
}
