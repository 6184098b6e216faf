using ChatRoom.Journal.Folder;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// The file of the words' index. It can be thrown away: it is made from the journal again.
/// The place of a message is a part of each of its terms, so a word that is frequent where one may not read costs nothing. Which messages have a
/// term is all that is kept; phrases are looked for in the journal's text, so the index is smaller than the text.
/// </summary>
internal static class SearchFile
{
    /// <summary>Another form is thrown away and made anew.</summary>
    private const int Format = 1;

    private const string Tables = """
        CREATE TABLE mark (epochs TEXT NOT NULL, seq INTEGER NOT NULL);
        CREATE TABLE places (
          id INTEGER PRIMARY KEY,
          conversation TEXT NOT NULL,
          audience INTEGER NOT NULL,
          UNIQUE (conversation, audience)
        );
        CREATE VIRTUAL TABLE said USING fts5(terms, content='', detail=none, columnsize=0, tokenize='ascii');
        INSERT INTO said(said, rank) VALUES ('secure-delete', 1);
        -- A transaction is sorted once, and merged half as often: a third of the processor's time, for two percent of size.
        INSERT INTO said(said, rank) VALUES ('hashsize', 8388608);
        INSERT INTO said(said, rank) VALUES ('automerge', 8);
        """;

    /// <summary>The file, made anew where it is of another journal, of another form, or damaged.</summary>
    public static Database Open(string path, Epochs epochs)
    {
        try
        {
            if (File.Exists(path) && Connect(path) is var known)
            {
                if (IsOf(known, epochs))
                    return known;
                known.Dispose();
            }
        }
        catch (DatabaseException)
        {
            // Whatever it is: what it holds is in the journal.
        }
        Delete(path);
        PrivateFile.Create(path).Dispose();
        var made = Connect(path);
        try
        {
            made.Execute($"BEGIN; {Tables} INSERT INTO mark VALUES ('{Named(epochs)}', 0); PRAGMA user_version = {Format}; COMMIT;");
            return made;
        }
        catch (DatabaseException)
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>The path, for who only reads, if there is the index of this journal; else null.</summary>
    public static string? IndexOf(string path, Epochs epochs)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var database = Database.OpenReader(path);
            return IsOf(database, epochs) ? path : null;
        }
        catch (DatabaseException)
        {
            // A damaged one is none.
            return null;
        }
    }

    public static void Delete(string path)
    {
        foreach (var file in (string[])["", "-journal", "-wal", "-shm"])
            File.Delete(path + file);
    }

    private static bool IsOf(Database database, Epochs epochs) =>
        database.Number("PRAGMA user_version") == Format && database.Text("SELECT epochs FROM mark") == Named(epochs);

    private static string Named(Epochs epochs) => string.Join(' ', epochs.Ranges.Select(range => $"{range.First.Number}:{range.Name}"));

    private static Database Connect(string path) => Database.OpenWriter(path, """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA journal_size_limit = 16777216;
        PRAGMA cache_size = -16000;
        PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON;
        """);
}
