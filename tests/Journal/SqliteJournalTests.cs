using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Sqlite;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests;

[Collection(OwnHandles.Name)]
public sealed class SqliteJournalKeepsTheContract : JournalContract
{
    private readonly SqliteFixture _fixture = new();

    protected override IJournal Journal => _fixture.Journal;

    public override void Dispose() => _fixture.Dispose();

    protected override IJournal Another() => _fixture.Journal.Beside(TimeProvider.System);

    /// <summary>The log can't be written: a real I/O error. What is to be kept all the same, another connection writes in its name.</summary>
    protected override void Lose(IJournal journal, bool isKept, Recorded[] events)
    {
        var losing = (SqliteJournal)journal;
        losing.Begin();
        using (new BrokenFile($"{_fixture.JournalFile}-wal"))
            Assert.Throws<JournalLostException>(() => losing.Commit(events));
        if (!isKept)
            return;
        using var other = _fixture.Journal.Beside(TimeProvider.System);
        other.Begin();
        other.Commit(events);
        RawFile.Execute(_fixture.JournalFile, $"UPDATE events SET writer = {losing.Writer} WHERE writer = {other.Writer}");
    }

    protected override void Refuse(IJournal journal, Recorded[] events)
    {
        var refusing = (SqliteJournal)journal;
        refusing.LimitSize(1);
        refusing.Begin();
        Assert.Throws<JournalRefusedException>(() => refusing.Commit([.. Enumerable.Range(0, 500).Select(
            i => At(events[0].Sequence.Number + i, InRoom(Lobby, new string('x', 400))))]));
        refusing.LimitSize(1L << 40);
    }
}

public sealed class SqliteHistoryKeepsTheContract : HistoryContract
{
    private readonly SqliteFixture _fixture = new();

    protected override IJournal Journal => _fixture.Journal;

    public override void Dispose() => _fixture.Dispose();
}

public sealed class SqliteJournalTests : IDisposable
{
    private readonly SqliteFixture _fixture = new();

    private SqliteJournal Journal => _fixture.Journal;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_journal_is_the_same_after_a_restart()
    {
        var epoch = Journal.Epochs.Latest;
        Commit(Lines(0, 5));

        _fixture.Restart();

        Assert.Equal((epoch, 5L), (Journal.Epochs.Latest, Journal.Last.Number));
        Commit(Lines(5, 1));
        using var history = Journal.OpenHistory();
        Assert.Equal(Lines(0, 6), history.Read(default, 100));
    }

    [Fact]
    public void Only_its_owner_can_read_a_journal_whatever_the_folder_allows()
    {
        Commit(Lines(0, 5));

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_fixture.JournalFile));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_fixture.JournalFile + "-wal"));
        }
    }

    [Fact]
    public void A_full_disk_refuses_a_turn_as_a_whole_and_works_again_when_there_is_room()
    {
        Commit(Lines(0, 10));
        Journal.LimitSize(1);
        Journal.Begin();
        var refused = Assert.Throws<JournalRefusedException>(() => Journal.Commit(Lines(10, 5000)));
        Assert.Equal("the disk or the journal is full", refused.Message);
        Assert.Equal(10, Journal.Last.Number);

        Journal.LimitSize(1L << 40);
        Commit(Lines(10, 5000));

        using var history = Journal.OpenHistory();
        Assert.Equal(Lines(0, 5010), history.Read(default, 10_000));
    }

    [Fact]
    public void The_log_stays_short_while_a_reader_pages_through_all_of_history()
    {
        var text = new string('x', 400);
        using var history = Journal.OpenHistory();
        var (after, longest) = (new Sequence(0), 0L);
        for (var turn = 0; turn < 100; turn++)
        {
            Commit([.. Enumerable.Range(1, 1000).Select(i => At(Journal.Last.Number + i, InRoom(Lobby, text)))]);
            after = history.Read(after, 900)[^1].Sequence;
            longest = Math.Max(longest, _fixture.LogSize);
        }

        Assert.InRange(longest, 1, 16 << 20);
        Assert.InRange(new FileInfo(_fixture.JournalFile).Length, 40 << 20, long.MaxValue);
    }

    [Fact]
    public async Task The_log_stays_short_while_many_readers_never_pause()
    {
        var text = new string('x', 400);
        using var history = Journal.OpenHistory();
        var done = false;
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            for (var after = new Sequence(0); !Volatile.Read(ref done);)
                after = history.Read(after, 500) is [.., var last] ? last.Sequence : default;
        })).ToArray();
        var longest = 0L;
        for (var turn = 0; turn < 60; turn++)
        {
            Commit([.. Enumerable.Range(1, 1000).Select(i => At(Journal.Last.Number + i, InRoom(Lobby, text)))]);
            longest = Math.Max(longest, _fixture.LogSize);
        }
        Volatile.Write(ref done, true);
        await Task.WhenAll(readers);

        Assert.InRange(longest, 1, 24 << 20);
    }

    [Fact]
    public void A_page_is_the_same_whether_the_index_has_caught_up_or_not()
    {
        var expected = new List<long>();
        using var history = Journal.OpenHistory();
        for (var turn = 0; turn < 10; turn++)
        {
            var first = Journal.Last.Number + 1;
            Commit([.. Enumerable.Range(0, 1000).Select(i => At(first + i, InRoom(i % 7 == 0 ? Lobby : Kitchen, "x", (Audience)(i % 3))))]);
            expected.AddRange(Enumerable.Range(0, 1000).Where(i => i % 7 == 0 && i % 3 < 2).Select(i => first + i));

            Assert.Equal(expected, Said(history, 0, long.MaxValue, 10_000, false));
            Assert.Equal(expected.TakeLast(60), Said(history, 0, long.MaxValue, 60, true));
            Assert.Equal(expected.Take(60), Said(history, 0, long.MaxValue, 60, false));
            Assert.Equal(expected.Where(n => n is > 3900 and < 4500).TakeLast(20), Said(history, 3900, 4500, 20, true));
        }
    }

    [Fact]
    public void Pairs_and_what_was_forgotten_are_the_same_whether_the_index_has_caught_up_or_not()
    {
        using var history = Journal.OpenHistory();
        Commit([At(1, Private(Tuan, Duy, "one")), At(2, InRoom(Kitchen, "two")), At(3, InRoom(Kitchen, "three"))]);
        Commit([.. Enumerable.Range(4, 5000).Select(i => At(i, InRoom(Lobby, "x")))]);
        Commit([At(5004, Private(Mai, Tuan, "late")), At(5005, InRoom(Kitchen, "four")), At(5006, InRoom(Kitchen, "five"))]);
        var what = new Forgetting([.. ((long[])[2, 5005]).Select(number => new SequenceRange(new Sequence(number), new Sequence(number)))], Option<RoomId>.None);
        Journal.Begin();
        Journal.Commit(new TurnToKeep([At(5007, new Event.Forgotten(what))], [], [what]));

        Assert.Equal(2, history.Pairs(Party.Of(Tuan)).Count);
        Assert.Single(history.Pairs(Party.Of(Mai)));
        var query = new HistoryQuery(ConversationKey.Of(Kitchen), [Audience.Everyone], HistoryQuery.Beginning, HistoryQuery.End, 2, FromEnd: true);
        Assert.Equal([3, 5006], history.Said(query).Numbers());
    }

    [Fact]
    public void A_body_that_is_blanked_reads_as_forgotten_and_the_rest_of_the_event_stays()
    {
        Commit(Lines(0, 2));
        _fixture.Close();
        RawFile.Execute(_fixture.JournalFile, "UPDATE events SET body = NULL, attributes = NULL WHERE seq = 1");
        _fixture.Reopen();

        using var history = Journal.OpenHistory();
        var forgotten = Lines(0, 1)[0] with { Event = InRoom(Lobby, "") with { Body = Body.Forgotten } };
        Assert.Equal([forgotten, Lines(1, 1)[0]], history.Read(default, 10));
    }

    [Fact]
    public void A_view_can_be_closed_twice_and_then_answers_no_more()
    {
        Commit(Lines(0, 2));
        var history = Journal.OpenHistory();
        Assert.NotNull(history.Find(new Sequence(1)));
        history.Dispose();
        history.Dispose();

        Assert.Throws<ObjectDisposedException>(() => history.Find(new Sequence(1)));
    }

    private static long[] Said(SqliteHistory history, long after, long before, int most, bool fromEnd) => history.Said(new HistoryQuery(
        ConversationKey.Of(Lobby), [Audience.Everyone, Audience.Voiced], new Sequence(after), new Sequence(before), most, fromEnd)).Numbers();

    private void Commit(Recorded[] events)
    {
        Journal.Begin();
        Journal.Commit(events);
    }
}
