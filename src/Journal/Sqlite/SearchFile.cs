using System.Text;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Search;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// The file of the words' index, and how a message becomes terms of it. It can be thrown away: it is made from the journal again.
/// The place of a message is a part of each of its terms, so a word that is frequent where one may not read costs nothing. Which messages have a
/// term is all that is kept; phrases are looked for in the journal's text, so the index is smaller than the text.
/// </summary>
internal static class SearchFile
{
    /// <summary>Another form is thrown away and made anew.</summary>
    private const int Format = 1;

    /// <summary>Between place and word: no word has it, and FTS5's `ascii` splits at no letter beyond ASCII.</summary>
    private const char Border = '·';

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

    /// <summary>All terms of a message in a place, and that of who said it.</summary>
    public static string Terms(long place, Event.Said said)
    {
        var (terms, seen) = (new StringBuilder(), new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal));
        foreach (var line in said.Body.Lines)
        {
            foreach (var word in Words.Of(line))
            {
                if (seen.Add(word.Text))
                    terms.Append(place).Append(Border).Append(word.Text).Append(' ');
            }
        }
        return terms.Append(Author(place, said.Who.Nick)).ToString();
    }

    /// <summary>What has to be true of a message in one of these places, in FTS5's language.</summary>
    public static string Expression(IEnumerable<long> places, SearchQuery query) =>
        string.Join(" OR ", places.Select(place => $"({string.Join(" AND ", Wanted(place, query))})"));

    private static IEnumerable<string> Wanted(long place, SearchQuery query)
    {
        var words = query.Words.Phrases.SelectMany(phrase => phrase.Words.Select((word, i) =>
            $"\"{place}{Border}{word}\"{(phrase.IsBeginning && i == phrase.Words.Count - 1 ? " *" : "")}"));
        return query.From.TryGet(out var nick) ? words.Append($"\"{Author(place, nick)}\"") : words;
    }

    /// <summary>The signs of a nickname, at which FTS5 would split, are moved to a block of letters that nobody types.</summary>
    private static string Author(long place, Nick nick) =>
        $"{place}{Border}{Border}{string.Concat(nick.Key.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : (char)(letter + 0x2800)))}";

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
