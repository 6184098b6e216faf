using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Memory;
using ChatRoom.Journal.Search;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests;

/// <summary>What every journal promises about looking for words.</summary>
public abstract class SearchContract : IDisposable
{
    protected abstract IJournal Journal { get; }

    public abstract void Dispose();

    /// <summary>What happens to an index between the writing and the question.</summary>
    protected virtual void Settle()
    {
    }

    [ContractTheory]
    [InlineData("lunch", new long[] { 3, 1 })]
    [InlineData("LUNCH", new long[] { 3, 1 })]
    [InlineData("lunch noon", new long[] { 1 })]
    [InlineData("noon lunch", new long[] { 1 })]
    [InlineData("lun*", new long[] { 3, 1 })]
    [InlineData("lun", new long[] { })]
    [InlineData("\"lunch at noon\"", new long[] { 1 })]
    [InlineData("\"noon at lunch\"", new long[] { })]
    [InlineData("\"at no*\"", new long[] { 1 })]
    [InlineData("troi dep", new long[] { 4 })]
    [InlineData("TRỜI ĐẸP", new long[] { 4 })]
    [InlineData("trời", new long[] { 4 })]
    [InlineData("世界", new long[] { 5 })]
    [InlineData("你好世界", new long[] { 5 })]
    [InlineData("界", new long[] { 5 })]
    [InlineData("好界", new long[] { })]
    [InlineData("ＡＢＣ", new long[] { 6 })]
    [InlineData("example.org", new long[] { 6 })]
    [InlineData("\"", new long[] { })]
    [InlineData("AND OR NOT NEAR(", new long[] { })]
    [InlineData("terms:lunch", new long[] { })]
    public void Words_phrases_and_beginnings_find_the_newest_first(string text, long[] expected)
    {
        Say("Lunch at noon?", "No.", "\u0002lunch\u0002, then", "Hôm nay trời đẹp quá", "hello你好世界!", "abc https://example.org/x");

        Assert.Equal(expected, SearchWords.Parse(text) is { } words ? Find(words, Lobby) : []);
    }

    [ContractFact]
    public void A_beginning_of_very_many_words_finds_the_newest_of_all_of_them()
    {
        Say(["the oldest w0rd", .. Enumerable.Range(2, 4_999).Select(i => $"w0rd{i}")]);

        Assert.Equal(Enumerable.Range(0, 50).Select(i => 5_000L - i), Find(Words("w0r*"), Lobby));
        Assert.Equal([4999], Find(Words("w0rd4999*"), Lobby));
        Assert.Equal([1], Find(Words("w0* oldest"), Lobby));
        Assert.Empty(Find(Words("w0* newest"), Lobby));
        Assert.Empty(Find(Words("w0*"), Kitchen));
    }

    [ContractFact]
    public void Only_places_that_may_be_read_are_looked_through()
    {
        Journal.Append(
            InRoom(Lobby, "tea"), InRoom(Kitchen, "tea"), InRoom(Lobby, "tea", Audience.Operators), Private(Tuan, Duy, "tea"), Private(Mai, Duy, "tea"), InRoom(Lobby, "tea again"));
        Settle();

        Assert.Equal([6, 1], Find(Words("tea"), Lobby));
        Assert.Equal([6, 3, 1], Find(Query(Words("tea"), new SearchPlace(ConversationKey.Of(Lobby), Audiences.HeardBy(Rights.Operator)))));
        Assert.Equal([4], Find(Query(Words("tea"), Pair(Tuan, Duy))));
        Assert.Equal([6, 4, 2, 1], Find(Query(Words("tea"), Place(Lobby), Place(Kitchen), Pair(Tuan, Duy))));
        Assert.Empty(Find(Query(Words("tea"))));
        Assert.Equal([6, 5, 4, 3, 2, 1], Find(Query(Words("tea")) with { IsEverywhere = true }));
    }

    [ContractFact]
    public void A_person_and_a_time_narrow_it_and_a_number_bounds_it()
    {
        var odd = Guest(9, "[x]\\^");
        Journal.Append(
            InRoom(Lobby, "tea"), InRoom(Lobby, "tea") with { Who = Mai }, InRoom(Lobby, "tea") with { Who = odd }, InRoom(Lobby, "coffee") with { Who = odd }, InRoom(Lobby, "tea"));
        Settle();

        Assert.Equal([5, 1], Find(Query(Words("tea"), Place(Lobby)) with { From = Nick("tuan") }));
        Assert.Equal([3], Find(Query(Words("tea"), Place(Lobby)) with { From = odd.Nick }));
        Assert.Equal([4, 3], Find(Query(SearchWords.None, Place(Lobby)) with { From = odd.Nick }));
        Assert.Equal([3, 2], Find(Query(Words("tea"), Place(Lobby)) with { After = new Sequence(1), Before = new Sequence(5) }));
        Assert.Equal([5, 3], Find(Query(Words("tea"), Place(Lobby)) with { Most = 2 }));
        Assert.Empty(Find(Query(Words("tea"), Place(Lobby)) with { Most = 0 }));
    }

    [ContractFact]
    public void What_was_forgotten_is_not_found_and_what_was_not_is()
    {
        Say("tea one", "tea two", "tea three");
        Forget(new SequenceRange(new Sequence(2), new Sequence(2)));
        Settle();

        Assert.Equal([3, 1], Find(Words("tea"), Lobby));
        Assert.Empty(Find(Words("two"), Lobby));
    }

    [ContractFact]
    public void What_is_no_message_is_not_found()
    {
        Journal.Append(
            InRoom(Lobby, "tea") with { Kind = SayKind.Annotation }, new Event.TopicSet(Tuan, Lobby, Room("#lobby"), "tea"), InRoom(Lobby, "tea") with { Kind = SayKind.Notice });
        Settle();

        Assert.Equal([3], Find(Words("tea"), Lobby));
    }

    [ContractTheory]
    [InlineData("")]
    [InlineData(" ... !? ")]
    [InlineData("x*")]
    [InlineData("a b c d e f g h i j k l m n o p q")]
    public void Nothing_or_too_much_is_no_question(string text) => Assert.Null(SearchWords.Parse(text));

    protected void Forget(SequenceRange range)
    {
        var what = new Forgetting([range], Option<RoomId>.None);
        var now = Journal.Begin().Now;
        Journal.Commit(new TurnToKeep([new Recorded(Journal.Last.Next, now, null, new Event.Forgotten(what))], [], [what]));
    }

    protected void Say(params string[] lines)
    {
        Journal.Append(lines.Select(line => InRoom(Lobby, line)));
        Settle();
    }

    protected long[] Find(SearchWords words, RoomId room) => Find(Query(words, Place(room)));

    protected static SearchWords Words(string text) => SearchWords.Parse(text)!;

    private long[] Find(SearchQuery query)
    {
        using var history = Journal.OpenHistory();
        return history.Search(query).Numbers();
    }

    private static SearchQuery Query(SearchWords words, params SearchPlace[] places) =>
        new([.. places], words, Option<Nick>.None, HistoryQuery.Beginning, HistoryQuery.End, 50);

    private static SearchPlace Place(RoomId room) => new(ConversationKey.Of(room), Audiences.HeardBy(Rights.None));

    private static SearchPlace Pair(Actor one, Actor other) => new(ConversationKey.Of(Party.Of(one), Party.Of(other)), Audiences.HeardBy(Rights.None));
}

public sealed class MemorySearchKeepsTheContract : SearchContract
{
    private readonly MemoryJournal _journal = new();

    protected override IJournal Journal => _journal;

    public override void Dispose() => _journal.Dispose();
}

/// <summary>The index knows nothing yet, and what is new is joined to it.</summary>
public sealed class SqliteSearchBehindKeepsTheContract : SearchContract
{
    private readonly SqliteFixture _fixture = new();

    protected override IJournal Journal => _fixture.Journal;

    public override void Dispose() => _fixture.Dispose();
}

public sealed class SqliteSearchKeepsTheContract : SearchContract
{
    private readonly SqliteFixture _fixture = new();

    protected override IJournal Journal => _fixture.Journal;

    public override void Dispose() => _fixture.Dispose();

    protected override void Settle()
    {
        while (_fixture.Journal.Search!.Follow())
        {
        }
    }

    [Fact]
    public void A_word_that_was_forgotten_is_in_no_byte_of_the_index()
    {
        Say([.. Enumerable.Range(0, 300).Select(i => $"line {i} of many"), "the xyzzy word", .. Enumerable.Range(0, 300).Select(i => $"more {i}")]);
        Assert.True(Holds("xyzzy"));

        Forget(new SequenceRange(new Sequence(301), new Sequence(301)));

        Assert.False(Holds("xyzzy"));
        Settle();
        Assert.False(Holds("xyzzy"));
        Assert.Single(Find(Words("line 7"), Lobby));
    }

    [Fact]
    public void An_index_of_another_journal_or_a_damaged_one_is_made_anew()
    {
        Say("tea");
        _fixture.Close();
        File.WriteAllText(Index, "this is no database, and long enough to be looked at as one");
        _fixture.Reopen();
        Settle();
        Assert.Equal([1], Find(Words("tea"), Lobby));

        _fixture.Close();
        RawFile.Execute(Index, "UPDATE mark SET epochs = '1:other', seq = 77");
        _fixture.Reopen();
        Settle();
        Assert.Equal([1], Find(Words("tea"), Lobby));
    }

    [Fact]
    public void An_index_that_is_far_behind_says_so()
    {
        Journal.Append(Enumerable.Range(0, 21_000).Select(_ => InRoom(Lobby, "tea")));

        var unavailable = Assert.Throws<SearchUnavailableException>(() => Find(Words("tea"), Lobby));

        Assert.Equal("the index of words is being made; 0 % are done", unavailable.Message);
        Settle();
        Assert.Equal(50, Find(Words("tea"), Lobby).Length);
    }

    private string Index => Path.Combine(Path.GetDirectoryName(_fixture.JournalFile)!, "search.db");

    private bool Holds(string word)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Index)!, "search.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            if (bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) >= 0)
                return true;
        }
        return false;
    }
}
