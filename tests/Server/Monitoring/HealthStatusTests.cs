using ChatRoom.Journal;
using ChatRoom.Server.Hosting;
using ChatRoom.Server.Monitoring;

namespace ChatRoom.Server.Tests.Monitoring;

public sealed class HealthStatusTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Phase.Serving, true, JournalState.Open, true, null)]
    [InlineData(Phase.Serving, true, JournalState.Refuses, true, "the journal takes nothing; the log says why")]
    [InlineData(Phase.Serving, false, JournalState.Lost, true, "the journal is being opened again; the log says why")]
    [InlineData(Phase.Serving, false, JournalState.Open, false, "the hub does not answer")]
    [InlineData(Phase.Serving, false, JournalState.Refuses, false, "the journal takes nothing; the log says why")]
    [InlineData(Phase.Starting, true, JournalState.Open, true, "the server is starting")]
    [InlineData(Phase.Stopping, true, JournalState.Open, true, "the server is stopping")]
    [InlineData(Phase.Stopping, true, JournalState.Refuses, true, "the server is stopping")]
    public void Whether_it_lives_and_whether_people_may_come(Phase phase, bool turns, JournalState journal, bool isAlive, string? why)
    {
        var condition = new HealthStatus(phase, turns, journal, Now, null);

        Assert.Equal((isAlive, why is null, why), (condition.IsAlive, condition.IsReady, condition.Why));
    }

    [Fact]
    public void Ready_is_one_small_object() => Assert.Equal(
        $$"""{"status":"ready","version":"{{ChatServer.Version}}","journal":"open"}""" + "\n",
        new HealthStatus(Phase.Serving, true, JournalState.Open, Now, null).ReadyJson());

    [Fact]
    public void Not_ready_says_why_and_a_certificate_when_it_ends() => Assert.Equal(
        $$"""{"status":"not ready","why":"the server is stopping","version":"{{ChatServer.Version}}","journal":"refuses","certificateExpires":"2026-01-01T11:59:30Z","certificateExpiresInSeconds":-30}""" + "\n",
        new HealthStatus(Phase.Stopping, true, JournalState.Refuses, Now, Now.AddSeconds(-30)).ReadyJson());

    [Fact]
    public void Who_lives_and_is_not_ready_is_told_apart_from_who_is_stuck()
    {
        Assert.Contains("\"alive\"", new HealthStatus(Phase.Serving, true, JournalState.Refuses, Now, null).HealthJson(), StringComparison.Ordinal);
        Assert.Contains(
            "\"stuck\",\"why\":\"the hub does not answer\"", new HealthStatus(Phase.Serving, false, JournalState.Open, Now, null).HealthJson(),
            StringComparison.Ordinal);
    }
}
