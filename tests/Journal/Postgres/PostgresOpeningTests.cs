using ChatRoom.Journal.Postgres;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests.Postgres;

/// <summary>What is wrong with a database is said in one line, before anything is written to it.</summary>
[NeedsPostgres]
public sealed class PostgresOpeningTests
{
    private static PostgresCluster Cluster => PostgresCluster.Shared;

    [ContractFact]
    public void A_database_that_may_lose_what_it_kept_is_refused()
    {
        using var unsafely = new PostgresCluster("fsync=off");

        var wrong = Assert.Throws<JournalUnusableException>(() => Open(unsafely.Address("chatroom")));

        Assert.Contains("its setting fsync is off", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("0", unsafely.Run("SELECT count(*) FROM pg_namespace WHERE nspname = 'chatroom'"));
    }

    [ContractFact]
    public void Without_a_synchronous_standby_an_operator_is_warned()
    {
        using var journal = PostgresJournal.Open(PostgresAddress.Parse(Cluster.Address("warned"), out _)!, "irc.test");

        Assert.Contains("a failover can lose the last lines", journal.Warning, StringComparison.Ordinal);
    }

    [ContractFact]
    public void The_schema_of_another_program_is_left_alone()
    {
        Cluster.Run("CREATE SCHEMA theirs; CREATE TABLE theirs.journal (entry text)");

        var wrong = Assert.Throws<JournalUnusableException>(() => Open(Cluster.Address("theirs")));

        Assert.Contains("belongs to another program", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("1", Cluster.Run("SELECT count(*) FROM pg_tables WHERE schemaname = 'theirs'"));
    }

    [ContractTheory]
    [InlineData("format", "format 99 is from a newer version of the server")]
    [InlineData("level", "level 99 is from a newer version of the server")]
    public void A_journal_of_a_newer_version_is_left_alone(string column, string expected)
    {
        var address = Cluster.Address($"newer_{column}");
        Open(address);
        Cluster.Run($"UPDATE newer_{column}.journal SET {column} = 99");

        Assert.Contains(expected, Assert.Throws<JournalUnusableException>(() => Open(address)).Message, StringComparison.Ordinal);
    }

    [ContractFact]
    public void Migrations_are_done_once_by_the_server_that_comes_first()
    {
        var address = PostgresAddress.Parse(Cluster.Address("migrated"), out _)!;
        PostgresJournal.Open(address, "irc.test").Dispose();
        IReadOnlyList<string> steps = [.. PostgresSchema.Steps, "CREATE TABLE more (x integer);"];

        Parallel.For(0, 3, _ => PostgresJournal.Open(address, "irc.test", steps).Dispose());

        Assert.Equal("2", Cluster.Run("SELECT format FROM migrated.journal"));
        Assert.Contains("format 2 is from a newer version", Assert.Throws<JournalUnusableException>(() => PostgresJournal.Open(address, "irc.test")).Message, StringComparison.Ordinal);
    }

    [ContractFact]
    public void A_role_without_rights_is_told_which_it_needs_and_with_them_it_works()
    {
        Cluster.Run("CREATE ROLE chatter LOGIN PASSWORD 'x'");
        var address = Cluster.Address("of_a_role").Replace("postgres@", "chatter:x@", StringComparison.Ordinal);

        Assert.Contains("its role has to own the schema", Assert.Throws<JournalUnusableException>(() => Open(address)).Message, StringComparison.Ordinal);
        Cluster.Run("CREATE SCHEMA of_a_role AUTHORIZATION chatter");
        Open(address);
    }

    [ContractFact]
    public void A_database_that_is_not_there_has_to_be_created_and_a_server_that_is_not_there_may_come()
    {
        var missing = Assert.Throws<JournalUnusableException>(() => Open(Cluster.Address("x").Replace("/postgres?", "/nothere?", StringComparison.Ordinal)));
        Assert.Contains("createdb", missing.Message, StringComparison.Ordinal);

        Assert.Throws<JournalLostException>(() => Open("postgres://nobody@%2Fno%2Fsuch%2Ffolder/x"));
    }

    private static void Open(string address) => PostgresJournal.Open(PostgresAddress.Parse(address, out _)!, "irc.test").Dispose();
}
