using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>Says what is wrong with a database before a server is started on it. It changes nothing there.</summary>
public static class PostgresCheck
{
    /// <summary>Turn, ear, signs and four for questions.</summary>
    public const int Connections = 7;

    private const string TooManyConnections = "53300";

    /// <summary>Long enough for a bell that is heard at all.</summary>
    private static readonly TimeSpan Trial = TimeSpan.FromSeconds(2);

    /// <summary>What has to be mended first; null for nothing. And what an operator should know.</summary>
    public static (string? Wrong, IReadOnlyList<string> Notes) Run(PostgresAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var door = new PostgresDoor(address);
        try
        {
            var preparation = new PostgresPreparation(door, PostgresSchema.Steps);
            preparation.Look();
            var notes = preparation.Warning is { } warning ? new List<string> { warning } : [];
            return (Connect(door, notes) is { } few ? $"the journal at {address.Shown} can't be used: {few}" : null, notes);
        }
        catch (Exception failed) when (failed is JournalUnusableException or JournalLostException)
        {
            return (failed.Message, []);
        }
        catch (NpgsqlException failed)
        {
            return (PostgresFault.Of(failed).Explained(address.Shown).Message, []);
        }
    }

    /// <summary>As many as a server needs at a time: whatever keeps it from having them, a setting, a role's limit or other programs.</summary>
    private static string? Connect(PostgresDoor door, List<string> notes)
    {
        var open = new List<NpgsqlConnection>();
        try
        {
            while (open.Count < Connections)
                open.Add(door.OpenForWork("chatroom/check"));
            if (!IsHeard(door, open[0], open[1]))
                notes.Add("LISTEN is not heard there: servers look ten times a second instead, and nobody sees that others on another server type");
            return null;
        }
        catch (PostgresException full) when (full.SqlState == TooManyConnections)
        {
            return $"{full.MessageText}; a server needs {Connections} connections, and {open.Count} could be had; raise max_connections or the role's limit, or end who else has them";
        }
        finally
        {
            foreach (var connection in open)
                connection.Dispose();
        }
    }

    private static bool IsHeard(PostgresDoor door, NpgsqlConnection ear, NpgsqlConnection mouth)
    {
        PostgresPreparation.Execute(ear, $"LISTEN {door.Channel}_check");
        PostgresPreparation.Execute(mouth, $"NOTIFY {door.Channel}_check");
        return ear.Wait(Trial);
    }
}
