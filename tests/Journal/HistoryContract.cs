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

    [ContractTheory]
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

    [ContractFact]
    public void Only_what_was_said_is_in_a_page_and_it_is_whole()
    {
        var said = InRoom(Lobby, "hello");
        Journal.Append(new Event.Joined(Tuan, Lobby, Room("#lobby"), Rights.Operator), said, new Event.TopicSet(Tuan, Lobby, Room("#lobby"), "x"));

        using var history = Journal.OpenHistory();
        Assert.Equal([At(2, said)], history.Said(Last(ConversationKey.Of(Lobby), Rights.None, 10)));
    }

    [ContractTheory]
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

    [ContractFact]
    public void A_pair_has_one_conversation_no_matter_who_speaks()
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

    [ContractFact]
    public void A_conversation_in_which_nothing_was_said_has_an_empty_page()
    {
        Journal.Append(InRoom(Lobby, "words"));

        using var history = Journal.OpenHistory();
        Assert.Empty(history.Said(Last(ConversationKey.Of(Kitchen), Rights.Operator, 10)));
        Assert.Empty(history.Said(Last(Pair(Tuan, Duy), Rights.Operator, 10)));
    }

    [ContractFact]
    public void A_page_is_in_order_over_many_turns()
    {
        for (var turn = 0; turn < 20; turn++)
            Journal.Append(Enumerable.Range(0, 10).Select(n => InRoom(n % 2 == 0 ? Lobby : Kitchen, $"{turn} {n}", (Audience)(n % 3))));

        using var history = Journal.OpenHistory();
        var page = history.Said(Last(ConversationKey.Of(Lobby), Rights.Operator, 50)).Numbers();
        Assert.Equal(Enumerable.Range(0, 50).Select(i => 101L + (2 * i)), page);
    }

    [ContractTheory]
    [InlineData(new[] { HistoryKind.Words }, new long[] { 2, 6 })]
    [InlineData(new[] { HistoryKind.Words, HistoryKind.Happening }, new long[] { 1, 2, 4, 6 })]
    [InlineData(new[] { HistoryKind.Sign }, new long[] { 5 })]
    [InlineData(new[] { HistoryKind.Remark }, new long[] { 3 })]
    [InlineData(new[] { HistoryKind.Words, HistoryKind.Happening, HistoryKind.Sign, HistoryKind.Remark }, new long[] { 1, 2, 3, 4, 5, 6 })]
    public void A_page_holds_what_its_reader_can_show_and_the_rest_uses_up_nothing(HistoryKind[] kinds, long[] expected)
    {
        Journal.Append(
            new Event.Joined(Tuan, Lobby, Room("#lobby"), Rights.Operator), InRoom(Lobby, "words"), Reaction(2), new Event.TopicSet(Tuan, Lobby, Room("#lobby"), "x"),
            Reaction(null), InRoom(Lobby, "more"), new Event.KeySet(Tuan, Lobby, Room("#lobby"), "tea"));

        using var history = Journal.OpenHistory();
        var all = Last(ConversationKey.Of(Lobby), Rights.None, expected.Length) with { Kinds = [.. kinds] };
        Assert.Equal(expected, history.Said(all).Numbers());
        Assert.Equal(expected.TakeLast(1), history.Said(all with { Most = 1 }).Numbers());
        Assert.Equal(expected.Take(1), history.Said(all with { Most = 1, FromEnd = false }).Numbers());
    }

    [ContractFact]
    public void What_belongs_to_a_message_is_found_by_it_for_who_hears_it_and_the_last_of_it()
    {
        var answer = InRoom(Lobby, "an answer") with { About = new About(new Sequence(1), AboutKind.Reply) };
        Journal.Append(InRoom(Lobby, "words"), Reaction(1), answer, Reaction(1), Reaction(1, Audience.Operators), Reaction(1, room: Kitchen), Reaction(3), Reaction(1));

        using var history = Journal.OpenHistory();
        ILookup<Sequence, Recorded> Remarks(Rights rights, int most, params long[] of) => history.About(
            [.. of.Select(number => new Sequence(number))], Last(ConversationKey.Of(Lobby), rights, most) with { Kinds = [HistoryKind.Remark] });
        Assert.Equal([2, 4, 8], Remarks(Rights.None, 10, 1, 2)[new Sequence(1)].ToList().Numbers());
        Assert.Equal([2, 4, 5, 8], Remarks(Rights.Operator, 10, 1)[new Sequence(1)].ToList().Numbers());
        Assert.Equal([4, 8], Remarks(Rights.None, 2, 1)[new Sequence(1)].ToList().Numbers());
        Assert.Equal([7], Remarks(Rights.None, 2, 1, 3)[new Sequence(3)].ToList().Numbers());
        Assert.Empty(Remarks(Rights.None, 2));
    }

    [ContractTheory]
    [InlineData(2, true, new long[] { 7 })]
    [InlineData(3, true, new long[] { 5, 7 })]
    [InlineData(3, false, new long[] { 5 })]
    [InlineData(9, false, new long[] { 5, 7 })]
    public void What_belongs_to_a_message_that_is_known_counts_and_is_left_out(int most, bool fromEnd, long[] expected)
    {
        Journal.Append(InRoom(Lobby, "one"), InRoom(Lobby, "two"), Reaction(1), Reaction(1), Reaction(2), Reaction(1, Audience.Operators), Reaction(2), Redaction(1));

        using var history = Journal.OpenHistory();
        var remarks = Last(ConversationKey.Of(Lobby), Rights.None, most) with { FromEnd = fromEnd, Kinds = [HistoryKind.Remark, HistoryKind.Redaction], Known = [new Sequence(1)] };
        Assert.Equal(expected, history.Said(remarks).Numbers());
    }

    [ContractFact]
    public void Somebodys_private_conversations_are_theirs_no_matter_who_spoke()
    {
        Journal.Append(Private(Tuan, Duy, "one"), Private(Mai, Tuan, "two"), Private(Duy, Mai, "three"), Private(Tuan, Duy, "four"), InRoom(Lobby, "five"));

        using var history = Journal.OpenHistory();
        Assert.Equal(
            new[] { Pair(Tuan, Duy), Pair(Tuan, Mai) }.Select(key => key.Text).Order(), history.Pairs(Party.Of(Tuan)).Select(key => key.Text).Order());
        Assert.Equal(Party.Of(Mai), Pair(Tuan, Mai).Other(Party.Of(Tuan)));
        Assert.Equal(Party.Of(Tuan), Pair(Tuan, Tuan).Other(Party.Of(Tuan)));
        Assert.True(Pair(Tuan, Mai).Other(Party.Of(Duy)).IsNone);
        Assert.True(ConversationKey.Of(Lobby).Other(Party.Of(Duy)).IsNone);
    }

    [ContractFact]
    public void What_was_forgotten_has_no_place_in_a_page_any_more()
    {
        Journal.Append(InRoom(Lobby, "one"), InRoom(Lobby, "two"), InRoom(Lobby, "three"));
        var what = new Forgetting([new SequenceRange(new Sequence(2), new Sequence(2))], Option<RoomId>.None);
        Journal.Begin();
        Journal.Commit(new TurnToKeep([At(4, new Event.Forgotten(what))], [], [what]));

        using var history = Journal.OpenHistory();
        Assert.Equal([1, 3], history.Said(Last(ConversationKey.Of(Lobby), Rights.None, 2)).Numbers());
    }

    [ContractFact]
    public void What_was_taken_back_is_found_by_who_asks_for_that_without_its_words_and_so_is_that_it_was()
    {
        Journal.Append(InRoom(Lobby, "one"), InRoom(Lobby, "two", Audience.Operators), Reaction(1), InRoom(Lobby, "three"));
        Journal.Append(Redaction(1), Redaction(2, Audience.Operators), Redaction(3));

        using var history = Journal.OpenHistory();
        var all = Last(ConversationKey.Of(Lobby), Rights.None, 2);
        Assert.Equal([4], history.Said(all).Numbers());
        var withThem = all with { Kinds = [HistoryKind.Words, HistoryKind.TakenBack, HistoryKind.Remark] };
        Assert.Equal([1, 4], history.Said(withThem).Numbers());
        Assert.Equal([1, 2, 4], history.Said(withThem with { Audiences = Audiences.HeardBy(Rights.Operator), Most = 9 }).Numbers());
        Assert.Equal(Body.Forgotten, ((Event.Said)history.Said(withThem)[0].Event).Body);
        var redactions = all with { Kinds = [HistoryKind.Redaction] };
        Assert.Equal([5, 7], history.Said(redactions).Numbers());
        Assert.Equal([5], history.About([new Sequence(1), new Sequence(2)], redactions).SelectMany(found => found).ToList().Numbers());
    }

    private static Event.Redacted Redaction(long what, Audience audience = Audience.Everyone) =>
        new(Tuan, new Conversation.InRoom(Lobby, Room("#lobby"), audience), new Sequence(what), "why");

    private static Event.Said Reaction(long? to, Audience audience = Audience.Everyone, RoomId? room = null) => InRoom(room ?? Lobby, "", audience) with
    {
        Kind = SayKind.Annotation,
        About = to is { } number ? new About(new Sequence(number), AboutKind.Reaction) : Option<About>.None,
        Body = new Body([], [new Domain.Events.Attribute("+draft/react", "yes")]),
    };

    private static ConversationKey Pair(Actor one, Actor other) => ConversationKey.Of(Party.Of(one), Party.Of(other));

    private static HistoryQuery Last(ConversationKey conversation, Rights rights, int most) =>
        new(conversation, Audiences.HeardBy(rights), Start, HistoryQuery.End, most, FromEnd: true);
}
