using System.Globalization;
using ChatRoom.Journal.Maintenance;
using Npgsql;

namespace ChatRoom.Journal.Postgres.Tools;

/// <summary>Reads what a journal in PostgreSQL keeps beside its events.</summary>
internal static class PostgresRest
{
    public static StoredRest Read(PostgresReader reader, Epochs epochs) => new(
        int.Parse(Rows(reader, "SELECT level::text FROM journal", row => row.GetString(0)).Single(), CultureInfo.InvariantCulture),
        epochs.Ranges,
        Rows(reader, "SELECT kind, key, value, revision FROM facts ORDER BY revision", row => new StoredRest.Fact(
            row.GetInt16(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2), row.GetInt64(3))),
        Rows(reader, "SELECT party, conversation FROM pairs", row => (row.GetString(0), row.GetString(1))),
        reader.Trimmed());

    private static List<T> Rows<T>(PostgresReader reader, string sql, Func<NpgsqlDataReader, T> read)
    {
        var found = new List<T>();
        using var rows = reader.Ask(sql);
        while (rows.Read())
            found.Add(read(rows));
        return found;
    }
}
