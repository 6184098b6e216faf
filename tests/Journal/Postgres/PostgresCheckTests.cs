using ChatRoom.Journal.Postgres;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests.Postgres;

/// <summary>`serve --check` says what is wrong with a database, and changes nothing there.</summary>
[NeedsPostgres]
public sealed class PostgresCheckTests
{
    private static PostgresCluster Cluster => PostgresCluster.Shared;

    [ContractFact]
    public void A_good_database_is_good_before_and_after_a_journal_is_there_and_is_left_as_it_is()
    {
        var address = Cluster.Address("checked");

        var (wrong, notes) = Check(address);
        Assert.Null(wrong);
        Assert.Contains("a failover can lose the last lines", Assert.Single(notes), StringComparison.Ordinal);
        Assert.Equal("0", Cluster.Run("SELECT count(*) FROM pg_namespace WHERE nspname = 'checked'"));
        PostgresJournal.Open(PostgresAddress.Parse(address, out _)!, "irc.test").Dispose();
        Assert.Null(Check(address).Wrong);
    }

    [ContractFact]
    public void What_is_wrong_is_said()
    {
        Cluster.Run("CREATE SCHEMA foreigners; CREATE TABLE foreigners.journal (entry text)");
        Assert.Contains("belongs to another program", Check(Cluster.Address("foreigners")).Wrong, StringComparison.Ordinal);

        PostgresJournal.Open(PostgresAddress.Parse(Cluster.Address("too_new"), out _)!, "irc.test").Dispose();
        Cluster.Run("UPDATE too_new.journal SET format = 99");
        Assert.Contains("format 99 is from a newer version", Check(Cluster.Address("too_new")).Wrong, StringComparison.Ordinal);

        Cluster.Run("CREATE ROLE poor LOGIN");
        Assert.Contains("its role has to own the schema", Check(As("poor", "anything")).Wrong, StringComparison.Ordinal);

        Cluster.Run("CREATE ROLE few LOGIN CONNECTION LIMIT 3; CREATE SCHEMA of_few AUTHORIZATION few");
        Assert.Contains("a server needs 7 connections, and 3 could be had", Check(As("few", "of_few")).Wrong, StringComparison.Ordinal);

        Cluster.Run("CREATE ROLE reader LOGIN; ALTER ROLE reader SET default_transaction_read_only = on");
        Assert.Contains("takes no writes", Check(As("reader", "anything")).Wrong, StringComparison.Ordinal);

        Assert.Contains("createdb --encoding=UTF8 --template=template0 nothere", Check(Cluster.Address("x").Replace("/postgres?", "/nothere?", StringComparison.Ordinal)).Wrong, StringComparison.Ordinal);
        Assert.Contains("can't be reached", Check("postgres://nobody@%2Fno%2Fsuch%2Ffolder/x").Wrong, StringComparison.Ordinal);
    }

    /// <summary>A server that waits for a password to come waits for ever.</summary>
    [Fact]
    public void Where_a_password_is_missing_a_start_waits_for_nothing() => Assert.Contains("wants a password; give the right user and password", Assert.IsType<JournalUnusableException>(
        PostgresFault.Of(new Npgsql.NpgsqlException("No password has been provided but the backend requires one (in SASL/SCRAM-SHA-256)")).Explained("x")).Message, StringComparison.Ordinal);

    private static string As(string role, string schema) => Cluster.Address(schema).Replace("postgres@", $"{role}@", StringComparison.Ordinal);

    private static (string? Wrong, IReadOnlyList<string> Notes) Check(string address) => PostgresCheck.Run(PostgresAddress.Parse(address, out _)!);
}
