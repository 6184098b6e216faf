using ChatRoom.Journal;
using ChatRoom.Journal.Postgres;
using ChatRoom.Journal.Tests;
using ChatRoom.Journal.Tests.Postgres;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>Real servers on a real database: the bell, the lock and the lost turns are PostgreSQL's.</summary>
[NeedsPostgres]
public sealed class SeveralHubsOnPostgres : SeveralHubs
{
    private readonly PostgresFixture _fixture = new();

    protected override IJournal Open(TimeProvider clock) => _fixture.Another();

    /// <summary>Its connection ends in the middle of the turn. What is to be kept all the same, another one writes in its name.</summary>
    private protected override void LoseNext(TestServer server, bool isKept, Action meanwhile) => server.Journal.NextCommit = (journal, turn) =>
    {
        var losing = (PostgresJournal)journal;
        _fixture.Cut(losing);
        try
        {
            losing.Commit(turn);
        }
        catch (JournalLostException)
        {
            if (isKept)
                KeepInTheNameOf(losing, turn);
            meanwhile();
            throw;
        }
    };

    [ContractFact]
    public async Task A_server_that_meets_what_only_a_newer_version_reads_stops_and_tells_nobody_that_something_was_lost()
    {
        var one = Start();
        var tuan = await one.Connect("Tuan");
        _fixture.Run($"INSERT INTO events (seq, at, kind, version, writer, header) SELECT max(seq) + 1, max(at), 9999, 1, 1, '{{}}' FROM events");

        await tuan.Send("JOIN #tea");

        Assert.Equal("ERROR :Closing link: the server is stopping", (await tuan.Rest())[^1]);
        Assert.Contains("newer", await one.Registry.Hub.Failed.WaitAsync(Client.Deadline), StringComparison.Ordinal);
        Assert.False(one.Registry.Hub.IsOverOnlyHere);
    }

    protected override void Close() => _fixture.Dispose();

    private void KeepInTheNameOf(PostgresJournal losing, TurnToKeep turn)
    {
        using var other = _fixture.Another();
        using (var history = other.OpenHistory())
            other.Starts(history.End, 0);
        other.Begin();
        other.Commit(turn);
        _fixture.Run($"UPDATE events SET writer = {losing.Writer} WHERE writer = {other.Writer}");
    }
}
