using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Sqlite;

/// <summary>What there is of a message for the index of words. A fifth of what reading the whole event costs.</summary>
internal readonly record struct SaidText(Sequence Sequence, ConversationKey Conversation, Audience Audience, string Nick, string Text)
{
    private static readonly string Query =
        $"SELECT seq, conversation, audience, header, body FROM events WHERE seq > ?1 AND seq <= ?2 AND kind = {EventKinds.NumberOf<Event.Said>()} " +
        $"AND audience < {(int)HistoryKind.Sign} AND body IS NOT NULL ORDER BY seq LIMIT ?3";

    public static Statement Prepare(Database database) => database.Prepare(Query);

    /// <summary>Messages that have words, in order.</summary>
    public static List<SaidText> Read(Statement rows, Sequence after, Sequence last, int most)
    {
        rows.Bind(1, after.Number);
        rows.Bind(2, last.Number);
        rows.Bind(3, most);
        var page = new List<SaidText>();
        try
        {
            while (rows.Step())
            {
                page.Add(new SaidText(
                    new Sequence(rows.Number(0)), new ConversationKey(rows.Text(1)), (Audience)rows.Number(2), HeaderReader.NickOf(rows.Utf8(3)), rows.Text(4)));
            }
            return page;
        }
        finally
        {
            rows.Reset();
        }
    }
}
