using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Sqlite;

/// <summary>
/// Finds what was said by conversation. It follows behind by a few thousand events, and takes them in together, sorted:
/// when a thousand pairs talk at once, every message would otherwise rewrite a page of the index of its own, which costs
/// three times as much as the message. A reader looks through the few that are not in it yet.
/// </summary>
internal sealed class SaidIndex
{
    /// <summary>Looked through in less than a millisecond, and taken in within some milliseconds.</summary>
    public const int Behind = 4096;

    private readonly Statement _takeIn;
    private readonly Statement _pairs;
    private readonly Statement _mark;
    private long _indexed;

    public SaidIndex(Database database)
    {
        _takeIn = database.Prepare(
            "INSERT INTO said (conversation, audience, seq) SELECT conversation, audience, seq FROM events " +
            "WHERE seq > ?1 AND conversation IS NOT NULL ORDER BY conversation, audience, seq");
        _pairs = database.Prepare(
            "INSERT OR IGNORE INTO pairs SELECT substr(conversation, 1, instr(conversation, ' ') - 1), conversation FROM events WHERE seq > ?1 AND instr(conversation, ' ') > 0 " +
            "UNION SELECT substr(conversation, instr(conversation, ' ') + 1), conversation FROM events WHERE seq > ?1 AND instr(conversation, ' ') > 0");
        _mark = database.Prepare("UPDATE journal SET indexed = ?1");
        _indexed = database.Number("SELECT indexed FROM journal");
    }

    public long Indexed => _indexed;

    /// <summary>In the transaction of a turn. Yields the place up to which the index reaches once the turn is kept.</summary>
    public long Follow(Sequence last)
    {
        if (last.Number - _indexed < Behind)
            return _indexed;
        _takeIn.Bind(1, _indexed);
        _takeIn.Run();
        _pairs.Bind(1, _indexed);
        _pairs.Run();
        _mark.Bind(1, last.Number);
        _mark.Run();
        return last.Number;
    }

    public void Kept(long indexed) => _indexed = indexed;
}
