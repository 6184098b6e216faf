using ChatRoom.Journal.Postgres;

namespace ChatRoom.Journal.Tests.Postgres;

/// <summary>
/// How PostgreSQL answers, where its statistics would lead it astray: most of what was said belongs to few rooms, and a room that is seldom used asks, in which nothing was
/// said for long. Whatever it believes, it reads no more than it yields.
/// </summary>
[NeedsPostgres]
public sealed class PostgresPlanTests : IDisposable
{
    private readonly PostgresFixture _fixture = new();

    public PostgresPlanTests() => _fixture.Run(
        "INSERT INTO events (seq, at, kind, version, writer, header, conversation, audience, about) SELECT i, i, 1, 1, 1, '{}', " +
        "CASE WHEN i < 2000 AND i % 100 = 0 THEN 'quiet' ELSE 'room' || i % 12 END, CASE WHEN i % 5 = 0 THEN 8 ELSE 0 END, CASE WHEN i % 5 = 0 THEN i % 40 END FROM generate_series(1, 60000) AS i; ANALYZE events");

    public void Dispose() => _fixture.Dispose();

    [ContractTheory]
    [InlineData(true, "quiet", "force_custom_plan")]
    [InlineData(true, "quiet", "force_generic_plan")]
    [InlineData(true, "room1", "force_custom_plan")]
    [InlineData(false, "room1", "force_generic_plan")]
    public void A_page_of_history_is_a_walk_along_its_conversation(bool isFromEnd, string room, string mode) => AssertWalks("said",
        PlanOf($"PREPARE asked (text, smallint[], bigint, bigint, integer) AS {PostgresReader.Saying(isFromEnd)}", $"'{room}', '{{0,1,2,8}}', 0, 99999, 50", mode));

    [ContractTheory]
    [InlineData("force_custom_plan")]
    [InlineData("force_generic_plan")]
    public void Reactions_are_a_walk_along_each_message(string mode) => AssertWalks("about",
        PlanOf($"PREPARE asked (bigint[], text, smallint[], integer) AS {PostgresReader.Remarks}", "'{77,78}', 'room1', '{8}', 50", mode));

    private static void AssertWalks(string index, string plan)
    {
        Assert.Contains($" using {index} on events", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("events_pkey", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Bitmap", plan, StringComparison.Ordinal);
    }

    private string PlanOf(string prepare, string values, string mode) =>
        _fixture.Run($"SET enable_seqscan = off; SET enable_bitmapscan = off; SET plan_cache_mode = {mode}; {prepare}; EXPLAIN EXECUTE asked({values})");
}
