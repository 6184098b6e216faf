using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// Blanks words in the journal's file, in the transaction of the turn that forgets them: the columns of the events, and what the base of a
/// trimmed journal holds of them. SQLite overwrites what it gives up (`secure_delete`).
/// </summary>
internal static class Oblivion
{
    public static void Blank(Database database, IReadOnlyList<Forgetting> forget)
    {
        if (forget.Count == 0)
            return;
        using var blank = database.Prepare(
            "UPDATE events SET body = NULL, attributes = NULL WHERE seq BETWEEN ?1 AND ?2 AND (body IS NOT NULL OR attributes IS NOT NULL) " +
            "AND (?3 IS NULL OR json_extract(header, '$.roomId') = ?3)");
        foreach (var what in forget)
        {
            foreach (var range in what.Ranges)
            {
                blank.Bind(1, range.First.Number);
                blank.Bind(2, range.Last.Number);
                if (what.Room.TryGet(out var room))
                    blank.Bind(3, room.Number);
                else
                    blank.BindNull(3);
                blank.Run();
            }
        }
        BlankBase(database, forget);
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
