using System.Globalization;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>What a schema says of itself: whether there is a journal in it, and whether this version can use it.</summary>
internal static class PostgresLabel
{
    /// <summary>In place of the program's name, before the place that a journal went to.</summary>
    public const string MovedTo = "moved to ";

    /// <summary>Its format; null for a schema without tables, or none.</summary>
    /// <exception cref="JournalUnusableException">It is another program's, or a newer version's.</exception>
    public static int? Format(NpgsqlConnection connection, PostgresDoor door, int newest)
    {
        if (Text(connection, $"SELECT count(*)::text FROM pg_tables WHERE schemaname = '{door.Schema}'") == "0")
            return null;
        if (Text(connection, $"SELECT count(*)::text FROM information_schema.columns WHERE table_schema = '{door.Schema}' AND table_name = 'journal' AND column_name IN ('one', 'program', 'format')") != "3"
            || Text(connection, "SELECT max(program) FROM journal") is not { } program || (program != PostgresSchema.Program && !program.StartsWith(MovedTo, StringComparison.Ordinal)))
            throw Unusable(door, $"its schema {door.Schema} belongs to another program; choose another schema, with ?schema=name behind the address, or another database");
        if (program.StartsWith(MovedTo, StringComparison.Ordinal))
            throw Unusable(door, $"it was {program}; use that one, or choose another schema");
        var format = Number(connection, "SELECT format::text FROM journal");
        return format <= newest
            ? format
            : throw Unusable(door, $"format {format} is from a newer version of the server, this one knows {newest}; use that version");
    }

    /// <summary>A server that appends has to understand all that may be there. A tool that only reads finds out.</summary>
    public static void RequireLevel(NpgsqlConnection connection, PostgresDoor door)
    {
        if (Number(connection, "SELECT level::text FROM journal") is var level && level > JournalLevel.Newest)
            throw Unusable(door, $"level {level} is from a newer version of the server, this one reads events up to level {JournalLevel.Newest}; use that version");
    }

    public static JournalUnusableException Unusable(PostgresDoor door, string why) => new($"the journal at {door.Shown} can't be used: {why}");

    public static string Text(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() as string ?? "";
    }

    private static int Number(NpgsqlConnection connection, string sql) => int.Parse(Text(connection, sql), CultureInfo.InvariantCulture);
}
