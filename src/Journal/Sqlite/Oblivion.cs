using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// Blanks words in the journal's file, in the transaction of the turn that forgets them: the columns of the events, and what the base of a
/// trimmed journal holds of them. SQLite overwrites what it gives up (`secure_delete`).
/// </summary>
internal static class Oblivion
{
    /// <summary>Kinds of which nothing is left to tell once their words are gone: they have no place in history any more.</summary>
    private static readonly string Words = $"{EventKinds.NumberOf<Event.Said>()}, {EventKinds.NumberOf<Event.TopicSet>()}";

    private static readonly string StateWords = string.Join(", ", EventKinds.All.Where(kind => kind.HasStateWords).Select(kind => kind.Number));

    public static void Blank(Database database, IReadOnlyList<Forgetting> forget)
    {
        if (forget.Count == 0)
            return;
        using var unfind = database.Prepare(
            "DELETE FROM said WHERE (conversation, audience, seq) IN (SELECT conversation, audience, seq FROM events WHERE seq BETWEEN ?1 AND ?2 AND conversation IS NOT NULL " +
            $"AND kind IN ({Words}) AND (?3 IS NULL OR json_extract(header, '$.roomId') = ?3))");
        using var forgetPlace = database.Prepare(
            $"UPDATE events SET conversation = NULL, audience = NULL WHERE seq BETWEEN ?1 AND ?2 AND conversation IS NOT NULL AND kind IN ({Words}) " +
            "AND (?3 IS NULL OR json_extract(header, '$.roomId') = ?3)");
        using var blank = database.Prepare(
            "UPDATE events SET body = NULL, attributes = NULL WHERE seq BETWEEN ?1 AND ?2 AND (body IS NOT NULL OR attributes IS NOT NULL) " +
            "AND (?3 IS NULL OR json_extract(header, '$.roomId') = ?3)");
        foreach (var what in forget)
        {
            foreach (var range in what.Ranges)
            {
                foreach (var statement in (Statement[])[unfind, forgetPlace, blank])
                    Run(statement, range, what.Room);
            }
        }
        BlankBase(database, forget);
    }

    /// <summary>Whether words are among it that the world keeps too, and with it snapshots.</summary>
    public static bool IsOfWorld(Database database, IReadOnlyList<Forgetting> forget)
    {
        using var find = database.Prepare($"SELECT EXISTS (SELECT 1 FROM events WHERE seq BETWEEN ?1 AND ?2 AND kind IN ({StateWords}))");
        foreach (var range in forget.SelectMany(what => what.Ranges))
        {
            find.Bind(1, range.First.Number);
            find.Bind(2, range.Last.Number);
            var isIt = find.Step() && find.Number(0) != 0;
            find.Reset();
            if (isIt)
                return true;
        }
        return false;
    }

    /// <summary>What was taken back is found under another number from then on, by those who can show that.</summary>
    public static void TakeBack(Database database, Sequence what)
    {
        const int mark = (int)HistoryKind.TakenBack;
        using var find = database.Prepare($"UPDATE said SET audience = audience | {mark} WHERE (conversation, audience, seq) IN (SELECT conversation, audience, seq FROM events WHERE seq = ?1)");
        using var blank = database.Prepare($"UPDATE events SET body = NULL, attributes = NULL, audience = audience | {mark} WHERE seq = ?1 AND kind = {EventKinds.NumberOf<Event.Said>()}");
        foreach (var statement in (Statement[])[find, blank])
        {
            statement.Bind(1, what.Number);
            statement.Run();
        }
    }

    private static void Run(Statement statement, SequenceRange range, Option<RoomId> only)
    {
        statement.Bind(1, range.First.Number);
        statement.Bind(2, range.Last.Number);
        if (only.TryGet(out var room))
            statement.Bind(3, room.Number);
        else
            statement.BindNull(3);
        statement.Run();
    }

    public static void Put(Database database, Base made)
    {
        using var put = database.Prepare("REPLACE INTO base (seq, format, digest, world) VALUES (?1, ?2, ?3, ?4)");
        put.Bind(1, made.At.Number);
        put.Bind(2, made.Format);
        put.BindBlob(3, made.Digest.Span);
        put.BindBlob(4, made.Bytes.Span);
        put.Run();
    }

    private static void BlankBase(Database database, IReadOnlyList<Forgetting> forget)
    {
        if (SqliteReader.ReadBase(database).TryGet(out var made))
            Put(database, forget.Aggregate(made, (before, what) => before.Without(what)));
    }
}
