using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Maintenance;

namespace ChatRoom.Journal.Tests.Maintenance;

/// <summary>Which events of the story are found, when somebody's words are to be forgotten.</summary>
public abstract class ForgetQueryContract
{
    private protected abstract Kept Keep(int lines = 0);

    [ContractFact]
    public void Ids_name_their_messages_each_once_and_in_order()
    {
        using var kept = Keep();

        Assert.Equal("9-10 12-12", Found(kept, null, null, $"{kept.Epoch}-12", $"{kept.Epoch}-10", $"{kept.Epoch}-9", $"{kept.Epoch}-12"));
    }

    [ContractTheory]
    [InlineData("lobby", null, "9-10 13-13")]
    [InlineData("kitchen", null, "11-11 15-15")]
    [InlineData("nowhere", null, "")]
    public void A_room_is_all_that_was_said_there_topics_and_reasons_too(string? room, string? account, string found)
    {
        using var kept = Keep();

        Assert.Equal(found, Found(kept, room, account));
    }

    /// <summary>What Duy said to Mai in private (12) is Duy's.</summary>
    [ContractFact]
    public void An_account_is_its_own_words_and_not_what_was_said_to_it()
    {
        using var kept = Keep();

        Assert.Equal("4-4 10-10 13-13", Found(kept, null, "mai"));
    }

    [ContractFact]
    public void What_is_no_id_of_this_journal_is_named_and_nothing_is_found()
    {
        using var kept = Keep();
        foreach (var id in (string[])["tea", $"{kept.Epoch}-0", $"{kept.Epoch}-999999", "xyz-9"])
        {
            var (what, events, wrong) = new ForgetQuery([$"{kept.Epoch}-9", id], Fits(null, null)).Find(kept.Place, default);
            Assert.Equal((0, 0L, $"'{id}' is no msgid of this journal"), (what.Count, events, wrong));
        }
    }

    [ContractFact]
    public void More_than_one_forgetting_can_hold_becomes_several()
    {
        using var kept = Keep(lines: 3000);
        var ids = kept.Events.Where(recorded => recorded.Event is Event.Said && recorded.Sequence.Number % 2 == 0).Select(recorded => $"{kept.Epoch}-{recorded.Sequence}").ToArray();

        var (what, events, wrong) = new ForgetQuery(ids, Fits(null, null)).Find(kept.Place, default);

        Assert.Null(wrong);
        Assert.Equal(ids.Length, events);
        Assert.Equal(ids.Length, what.Sum(part => part.Ranges.Count));
        Assert.All(what, part => Assert.InRange(part.Ranges.Count, 1, ForgetQuery.MostRanges));
        Assert.InRange(what.Count, 2, 3);
    }

    private static string Found(Kept kept, string? room, string? account, params string[] ids)
    {
        var (what, _, wrong) = new ForgetQuery(ids, Fits(room, account)).Find(kept.Place, default);
        Assert.Null(wrong);
        Assert.All(what, part => Assert.Equal(Option<RoomId>.None, part.Room));
        return string.Join(' ', what.SelectMany(part => part.Ranges).Select(range => $"{range.First}-{range.Last}"));
    }

    private static ExportQuery Fits(string? room, string? account) =>
        ExportQuery.Parse(room, account, null, null).IfFail(wrong => throw new FormatException(string.Join('\n', wrong)));
}
