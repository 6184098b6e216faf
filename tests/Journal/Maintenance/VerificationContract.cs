using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Maintenance;

namespace ChatRoom.Journal.Tests.Maintenance;

/// <summary>What `verify` says of a journal, wherever it is.</summary>
public abstract class VerificationContract
{
    private protected abstract Kept Keep(IReadOnlyList<Recorded> events);

    private protected Kept Keep(int lines = 0) => Keep(Kept.Told(lines));

    [ContractFact]
    public void A_sound_journal_says_what_it_holds()
    {
        using var kept = Keep();
        kept.Save(Story.Of(Story.Events.Take(10)));

        Assert.Equal(
            new VerifyReport(kept.Epoch, kept.Events.Count, 2, kept.Events[0].At, kept.Events[^1].At, Option<string>.None),
            Verify(kept));
    }

    [ContractFact]
    public void An_empty_journal_is_sound()
    {
        using var kept = Keep([]);

        var found = Verify(kept);
        Assert.Equal((0L, true, true), (found.Events, found.From.IsNone, found.Wrong.IsNone));
    }

    [ContractTheory]
    [InlineData("DELETE FROM events WHERE seq = 1", "event 1 is missing, and event 2 follows", 0)]
    [InlineData("DELETE FROM events WHERE seq = 9", "event 9 is missing, and event 10 follows", 8)]
    [InlineData("DELETE FROM events WHERE seq BETWEEN 3 AND 9", "event 3 is missing, and event 10 follows", 2)]
    [InlineData("UPDATE events SET at = 1050 WHERE seq = 9", "event 9: its time 1970-01-01T00:00:01.050Z is before that of the event before it", 8)]
    [InlineData("UPDATE events SET header = 'x' WHERE seq = 5", "event 5 can't be read: the header is damaged", 4)]
    [InlineData("UPDATE events SET header = substr(header, 1, 20) WHERE seq = 5", "event 5 can't be read: the header is damaged", 4)]
    [InlineData("UPDATE events SET kind = 77 WHERE seq = 5", "event 5 can't be read: kind 77 is from a newer version", 4)]
    [InlineData("UPDATE events SET version = 9 WHERE seq = 5", "event 5 can't be read: version 9 of attached is from a newer version", 4)]
    [InlineData("UPDATE events SET attributes = '[' WHERE seq = 9", "event 9 can't be read: the attributes are damaged", 8)]
    [InlineData("UPDATE events SET conversation = 'r7' WHERE seq = 9", "event 9: its conversation is not the one", 8)]
    [InlineData("UPDATE events SET conversation = NULL WHERE seq = 9", "event 9: its conversation is not the one", 8)]
    [InlineData("UPDATE events SET audience = 2 WHERE seq = 9", "event 9: its conversation is not the one", 8)]
    [InlineData("UPDATE events SET conversation = 'r1', audience = 0 WHERE seq = 7", "event 7: its conversation is not the one", 6)]
    [InlineData("UPDATE events SET header = replace(header, '\"person\":3', '\"person\":8') WHERE seq = 7", "event 7 can't have happened there: Person 8", 6)]
    [InlineData("UPDATE events SET header = replace(header, 'Mai', 'Duy') WHERE seq = 4", "by event 17 the world is broken, and at event 0 it was sound", 17)]
    public void What_is_wrong_is_named_with_its_place(string damage, string wrong, long sound)
    {
        using var kept = Keep();
        kept.Execute(damage);

        AssertWrong(kept, wrong, sound);
    }

    [ContractFact]
    public void A_snapshot_that_is_not_the_world_of_its_event_is_wrong()
    {
        using var kept = Keep();
        kept.Save(Story.End with { Last = new Sequence(10) });

        Assert.Contains("the snapshot of event 10 is not the world of that event", Verify(kept).Wrong.IfNone(""), StringComparison.Ordinal);
    }

    [ContractFact]
    public void A_snapshot_that_can_not_be_read_is_wrong()
    {
        using var kept = Keep();
        kept.Save(Story.End, Epochs.Of("another epoch"));

        Assert.Contains("the snapshot is of no use: it belongs to journal another epoch", Verify(kept).Wrong.IfNone(""), StringComparison.Ordinal);
    }

    [ContractFact]
    public void A_journal_that_lost_its_end_is_known_by_its_snapshot()
    {
        using var kept = Keep();
        kept.Save(Story.End);
        kept.Execute("DELETE FROM events WHERE seq > 15");

        Assert.Contains("the snapshot knows event 17, and the journal ends at event 15", Verify(kept).Wrong.IfNone(""), StringComparison.Ordinal);
    }

    [ContractFact]
    public void A_walk_that_is_called_off_ends()
    {
        using var kept = Keep();

        Assert.ThrowsAny<OperationCanceledException>(() => Verification.Of(kept.Place, new CancellationToken(canceled: true)));
    }

    private protected static void AssertWrong(Kept kept, string wrong, long? sound = null)
    {
        var found = Verify(kept);
        Assert.Contains(wrong, found.Wrong.IfNone("nothing is wrong"), StringComparison.Ordinal);
        Assert.Equal(sound ?? found.Events, found.Events);
    }

    private protected static VerifyReport Verify(Kept kept) => Verification.Of(kept.Place, CancellationToken.None);
}
