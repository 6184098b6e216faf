using Npgsql;

namespace ChatRoom.Simulation.Tests.Databases;

/// <summary>What the real client of PostgreSQL throws.</summary>
internal static class DatabaseFault
{
    public static NpgsqlException Broken(string why) => new(why);

    public static PostgresException Of(string state, string message) => new(message, "ERROR", "ERROR", state);

    public static PostgresException DiskFull => Of("53100", "could not extend file: No space left on device");

    public static PostgresException LockTimeout => Of("55P03", "canceling statement due to lock timeout");

    public static PostgresException Collision => Of("23505", "duplicate key value violates unique constraint \"events_pkey\"");
}
