using ChatRoom.Journal.Postgres;
using Npgsql;

namespace ChatRoom.Journal.Tests.Postgres;

/// <summary>Who has a journal open, and what they do with the turn.</summary>
[NeedsPostgres]
public sealed class PostgresFleetTests : IDisposable
{
    private readonly PostgresFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [ContractFact]
    public void Who_has_the_journal_open_is_seen_with_name_and_version()
    {
        using var other = PostgresJournal.Open(_fixture.Address, "two.test");

        var members = other.Fleet.Look();

        Assert.Equal(["irc.test", "two.test"], members.Select(member => member.Name));
        Assert.All(members, member => Assert.True(member is { Server: null, IsConnected: true, HasTurn: null, Version.Length: > 0 }));
        Assert.Equal(members.Select(member => member.Name), PostgresFleet.Look(_fixture.Address).Select(member => member.Name));
    }

    [ContractFact]
    public async Task Who_has_the_turn_and_who_waits_for_it_is_seen()
    {
        _fixture.Journal.Begin();
        Assert.True(Assert.Single(_fixture.Journal.Fleet.Look()).HasTurn);
        _fixture.Journal.Abandon();

        using var door = new PostgresDoor(_fixture.Address);
        using var holder = door.OpenForWork("chatroom/test");
        Execute(holder, $"SELECT pg_advisory_lock({PostgresDoor.LockClass}, {door.LockKey})");
        var begun = Task.Run(_fixture.Journal.Begin);
        while (_fixture.Journal.Fleet.Look()[0].HasTurn is not false)
            Assert.False(begun.IsCompleted);
        Execute(holder, $"SELECT pg_advisory_unlock({PostgresDoor.LockClass}, {door.LockKey})");
        await begun;
        _fixture.Journal.Abandon();

        Assert.Null(_fixture.Journal.Fleet.Look()[0].HasTurn);
    }

    [ContractFact]
    public void Where_there_is_no_journal_that_is_said()
    {
        var nowhere = PostgresAddress.Parse(ChatRoom.Testing.PostgresCluster.Shared.Address("nowhere"), out _)!;

        Assert.Contains("there is no journal", Assert.Throws<JournalUnusableException>(() => PostgresFleet.Look(nowhere)).Message, StringComparison.Ordinal);
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
