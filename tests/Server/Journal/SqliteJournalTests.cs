using ChatRoom.Server.Journal;
using static ChatRoom.Server.Tests.Journal.Sample;

namespace ChatRoom.Server.Tests.Journal;

public sealed class SqliteJournalKeepsTheContract : JournalContract
{
    private readonly SqliteFixture _fixture = new();

    protected override IJournal Journal => _fixture.Journal;

    public override void Dispose() => _fixture.Dispose();

    protected override void SetFault(JournalFault fault) => _fixture.Journal.Fault = fault;
}

public sealed class SqliteHistoryKeepsTheContract : HistoryContract
{
    private readonly SqliteFixture _fixture = new();

    protected override IJournal Journal => _fixture.Journal;

    public override void Dispose() => _fixture.Dispose();
}
