using ChatRoom.Server.Journal;
using static ChatRoom.Server.Tests.Journal.Sample;

namespace ChatRoom.Server.Tests.Journal;

public sealed class MemoryJournalKeepsTheContract : JournalContract
{
    private readonly MemoryJournal _journal = new();

    protected override IJournal Journal => _journal;

    public override void Dispose() => _journal.Dispose();

    protected override void SetFault(JournalFault fault) => _journal.Fault = fault;
}

public sealed class MemoryHistoryKeepsTheContract : HistoryContract
{
    private readonly MemoryJournal _journal = new();

    protected override IJournal Journal => _journal;

    public override void Dispose() => _journal.Dispose();
}

public sealed class MemoryJournalTests
{
    [Fact]
    public void Two_journals_on_one_store_see_what_the_other_appended_when_their_turn_begins()
    {
        using var store = new MemoryStore();
        using var one = new MemoryJournal(store);
        using var other = new MemoryJournal(store);

        one.Append(InRoom(Lobby, "from one"));
        Assert.Equal(0, other.Last.Number);

        Assert.Equal([1], other.Begin().Numbers());
        other.Commit(Lines(1, 2));
        Assert.Equal([2, 3], one.Begin().Numbers());
        one.Abandon();

        Assert.Equal((3, 3), (one.Last.Number, other.Last.Number));
        Assert.Equal(one.Epoch, other.Epoch);
    }
}
