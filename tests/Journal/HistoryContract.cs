using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests;

/// <summary>What every journal promises about pages of conversations.</summary>
public abstract class HistoryContract : IDisposable
{
    private static readonly Sequence Start = HistoryQuery.Beginning;

    protected abstract IJournal Journal { get; }

    public abstract void Dispose();

    [Theory]
    [InlineData(0, long.MaxValue, 3, false, new long[] { 1, 4, 5 })]
    [InlineData(0, long.MaxValue, 3, true, new long[] { 5, 9, 10 })]
    [InlineData(0, long.MaxValue, 100, true, new long[] { 1, 4, 5, 9, 10 })]
    [InlineData(4, long.MaxValue, 100, false, new long[] { 5, 9, 10 })]
    [InlineData(4, long.MaxValue, 1, true, new long[] { 10 })]
    [InlineData(0, 9, 2, true, new long[] { 4, 5 })]
    [InlineData(1, 10, 100, false, new long[] { 4, 5, 9 })]
    [InlineData(1, 10, 2, false, new long[] { 4, 5 })]
    [InlineData(1, 10, 2, true, new long[] { 5, 9 })]
    [InlineData(2, 8, 2, true, new long[] { 4, 5 })]
    [InlineData(5, 9, 10, true, new long[] { })]
    [InlineData(9, 5, 10, true, new long[] { })]
    [InlineData(50, 60, 10, false, new long[] { })]
    [InlineData(0, long.MaxValue, 0, false, new long[] { })]
    [InlineData(0, long.MaxValue, -1, true, new long[] { })]
    public void A_page_is_the_first_or_the_last_of_what_lies_between(long after, long before, int most, bool fromEnd, long[] expected)
    {
        foreach (var room in new[] { Lobby, Kitchen, Kitchen, Lobby, Lobby, Kitchen, Kitchen, Kitchen, Lobby, Lobby })
            Journal.Append(InRoom(room, "words"));

        var query = new HistoryQuery(ConversationKey.Of(Lobby), [Audience.Everyone], new Sequence(after), new Sequence(before), most, fromEnd);
        using var history = Journal.OpenHistory();
        Assert.Equal(expected, history.Said(query).Numbers());
    }

    [Fact]
    public void Only_what_was_said_is_in_a_page_and_it_is_whole()
    {
        var said = InRoom(Lobby, "hello");
        Journal.Append(new Event.Joined(Tuan, Lobby, Room("#lobby"), Rights.Operator), said, new Event.TopicSet(Tuan, Lobby, Room("#lobby"), "x"));

        using var history = Journal.OpenHistory();
        Assert.Equal([At(2, said)], history.Said(Last(ConversationKey.Of(Lobby), Rights.None, 10)));
    }

    [Theory]
    [InlineData(Rights.None, 2, true, new long[] { 3, 6 })]
    [InlineData(Rights.Voice, 3, true, new long[] { 3, 5, 6 })]
    [InlineData(Rights.HalfOperator, 3, true, new long[] { 3, 5, 6 })]
    [InlineData(Rights.Operator, 3, true, new long[] { 4, 5, 6 })]
    [InlineData(Rights.Operator | Rights.Voice, 3, true, new long[] { 4, 5, 6 })]
    [InlineData(Rights.Founder, 4, false, new long[] { 1, 2, 3, 4 })]
    [InlineData(Rights.None, 9, false, new long[] { 1, 3, 6 })]
    public void A_page_holds_what_its_reader_may_read(Rights rights, int most, bool fromEnd, long[] expected)
    {
        foreach (var to in new[] { Audience.Everyone, Audience.Operators, Audience.Everyone, Audience.Operators, Audience.Voiced, Audience.Everyone })
            Journal.Append(InRoom(Lobby, "words", to));

        using var history = Journal.OpenHistory();
        Assert.Equal(expected, history.Said(new HistoryQuery(ConversationKey.Of(Lobby), Audiences.HeardBy(rights), Start, HistoryQuery.End, most, fromEnd)).Numbers());
    }

    [Fact]
    public void A_pair_has_one_conversation_whoever_speaks()
    {
        Journal.Append(
            Private(Tuan, Duy, "to Duy"), Private(Duy, Tuan, "to Tuan"), Private(Tuan, Mai, "to Mai"), Private(Mai, Tuan, "back"),
            Private(Mai, Duy, "elsewhere"), Private(Tuan, Tuan, "to himself"));

        using var history = Journal.OpenHistory();
        Assert.Equal([1, 2], history.Said(Last(Pair(Tuan, Duy), Rights.None, 10)).Numbers());
        Assert.Equal([3, 4], history.Said(Last(Pair(Mai, Tuan), Rights.None, 10)).Numbers());
        Assert.Equal([5], history.Said(Last(Pair(Duy, Mai), Rights.Operator, 10)).Numbers());
        Assert.Equal([6], history.Said(Last(Pair(Tuan, Tuan), Rights.None, 10)).Numbers());
    }

    [Fact]
    public void A_conversation_in_which_nothing_was_said_has_an_empty_page()
    {
        Journal.Append(InRoom(Lobby, "words"));

        using var history = Journal.OpenHistory();
        Assert.Empty(history.Said(Last(ConversationKey.Of(Kitchen), Rights.Operator, 10)));
        Assert.Empty(history.Said(Last(Pair(Tuan, Duy), Rights.Operator, 10)));
    }

    [Fact]
    public void A_page_is_in_order_over_many_turns()
    {
        for (var turn = 0; turn < 20; turn++)
            Journal.Append(Enumerable.Range(0, 10).Select(n => InRoom(n % 2 == 0 ? Lobby : Kitchen, $"{turn} {n}", (Audience)(n % 3))));

        using var history = Journal.OpenHistory();
        var page = history.Said(Last(ConversationKey.Of(Lobby), Rights.Operator, 50)).Numbers();
        Assert.Equal(Enumerable.Range(0, 50).Select(i => 101L + (2 * i)), page);
    }

    private static ConversationKey Pair(Actor one, Actor other) => ConversationKey.Of(Party.Of(one), Party.Of(other));

    private static HistoryQuery Last(ConversationKey conversation, Rights rights, int most) =>
        new(conversation, Audiences.HeardBy(rights), Start, HistoryQuery.End, most, FromEnd: true);
}
