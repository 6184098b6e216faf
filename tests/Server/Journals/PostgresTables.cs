using ChatRoom.Journal;
using ChatRoom.Testing;
using Npgsql;

namespace ChatRoom.Server.Tests.Journals;

/// <summary>Empties the tables of a journal, so that a schema is as good as new. Over connections that are used again, for that is most of what it costs.</summary>
internal static class PostgresTables
{
    private static readonly Lazy<NpgsqlDataSource> Connections = new(() => NpgsqlDataSource.Create($"Host={PostgresCluster.Shared.Folder};Username=postgres;Database=postgres;No Reset On Close=true"));

    public static void Empty(string schema)
    {
        using var empty = Connections.Value.CreateCommand($"""
            SET search_path = {schema};
            DELETE FROM events; DELETE FROM pairs; DELETE FROM facts; DELETE FROM base; DELETE FROM snapshots; DELETE FROM openings; DELETE FROM places; DELETE FROM words;
            UPDATE marks SET seq = 0; DELETE FROM epochs; INSERT INTO epochs VALUES (1, '{Epochs.NewName()}', 0); UPDATE journal SET level = {JournalLevel.Newest};
            """);
        empty.ExecuteNonQuery();
    }

    /// <summary>As somebody with rights to everything.</summary>
    public static void Run(string schema, string sql)
    {
        using var run = Connections.Value.CreateCommand($"SET search_path = {schema}; {sql}");
        run.ExecuteNonQuery();
    }
}
