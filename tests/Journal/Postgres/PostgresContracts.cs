using ChatRoom.Domain.Events;
using ChatRoom.Journal.Postgres;

namespace ChatRoom.Journal.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresJournalKeepsTheContract : JournalContract
{
    private readonly PostgresFixture _fixture = new();

    protected override IJournal Journal => _fixture.Journal;

    public override void Dispose() => _fixture.Dispose();

    protected override IJournal Another() => _fixture.Another();

    /// <summary>Its connection ends in the middle of the turn. What is to be kept all the same, another server writes in its name.</summary>
    protected override void Lose(IJournal journal, bool isKept, Recorded[] events)
    {
        var losing = (PostgresJournal)journal;
        losing.Begin();
        _fixture.Cut(losing);
        Assert.Throws<JournalLostException>(() => losing.Commit(events));
        if (!isKept)
            return;
        using var other = _fixture.Another();
        other.Begin();
        other.Abandon();
        other.Begin();
        other.Commit(events);
        _fixture.Run($"UPDATE events SET writer = {losing.Writer} WHERE writer = {other.Writer}");
    }

    protected override void Refuse(IJournal journal, Recorded[] events)
    {
        _fixture.Run("ALTER TABLE events ADD CONSTRAINT full_disk CHECK (seq < 0) NOT VALID");
        journal.Begin();
        var refused = Assert.Throws<JournalRefusedException>(() => journal.Commit(events));
        Assert.Contains("full_disk", refused.Message, StringComparison.Ordinal);
        _fixture.Run("ALTER TABLE events DROP CONSTRAINT full_disk");
    }
}

[NeedsPostgres]
public sealed class PostgresHistoryKeepsTheContract : HistoryContract
{
    private readonly PostgresFixture _fixture = new();

    protected override IJournal Journal => _fixture.Journal;

    public override void Dispose() => _fixture.Dispose();
}

/// <summary>The index knows nothing yet, and what is new is joined to it.</summary>
[NeedsPostgres]
public sealed class PostgresSearchBehindKeepsTheContract : SearchContract
{
    private readonly PostgresFixture _fixture = new();

    protected override IJournal Journal => _fixture.Journal;

    public override void Dispose() => _fixture.Dispose();
}

[NeedsPostgres]
public sealed class PostgresSearchKeepsTheContract : SearchContract
{
    private readonly PostgresFixture _fixture = new();

    protected override IJournal Journal => _fixture.Journal;

    public override void Dispose() => _fixture.Dispose();

    protected override void Settle()
    {
        while (_fixture.Journal.Words.Follow())
        {
        }
    }

    [ContractFact]
    public void A_word_that_was_forgotten_is_in_no_row_of_the_index_and_in_none_of_the_events()
    {
        Say("line 1", "the xyzzy word", "line 3");
        Assert.Equal("1", Holding("xyzzy"));

        Forget(new SequenceRange(new Domain.Names.Sequence(2), new Domain.Names.Sequence(2)));

        Assert.Equal("0", Holding("xyzzy"));
        Settle();
        Assert.Equal("0", Holding("xyzzy"));
        Assert.Equal("0", _fixture.Run("SELECT count(*) FROM events WHERE convert_from(body, 'UTF8') LIKE '%xyzzy%'"));
        Assert.Equal([3, 1], Find(Words("line"), Sample.Lobby));
    }

    [ContractFact]
    public void An_index_that_is_far_behind_says_so()
    {
        // Not in one turn: a server that takes a second for one loses it.
        for (var i = 0; i < 21; i++)
            Journal.Append(Enumerable.Range(0, 1_000).Select(_ => Sample.InRoom(Sample.Lobby, "tea")));

        var unavailable = Assert.Throws<SearchUnavailableException>(() => Find(Words("tea"), Sample.Lobby));

        Assert.Equal("the index of words is being made; 0 % are done", unavailable.Message);
        Settle();
        Assert.Equal(50, Find(Words("tea"), Sample.Lobby).Length);
    }

    private string Holding(string word) => _fixture.Run($"SELECT count(*) FROM words WHERE terms::text LIKE '%{word}%'");
}
