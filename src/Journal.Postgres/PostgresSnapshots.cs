using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Codec;
using ChatRoom.Journal.Snapshots;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>The newest world that any server saved, in the database, one for each format. It can be thrown away at any time.</summary>
public sealed class PostgresSnapshots : ISnapshots
{
    private readonly PostgresDoor _door;

    internal PostgresSnapshots(PostgresDoor door) => _door = door;

    /// <summary>
    /// A world that may hold words which were forgotten since is not saved; who forgets meanwhile waits for the row that is locked here, and
    /// deletes what was saved.
    /// </summary>
    public void Save(World world, Epochs epochs)
    {
        ArgumentNullException.ThrowIfNull(world);
        var bytes = SnapshotBytes.Write(world, epochs);
        try
        {
            using var connection = _door.OpenForWork("chatroom/snapshot");
            using var transaction = connection.BeginTransaction();
            using var command = new NpgsqlCommand(
                "WITH forgotten AS (SELECT seq FROM marks WHERE name = 'forgotten' FOR UPDATE) " +
                "INSERT INTO snapshots (format, seq, bytes) SELECT $1, $2, $3 FROM forgotten WHERE seq <= $2 " +
                "ON CONFLICT (format) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes WHERE snapshots.seq < excluded.seq", connection);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = WorldFormat.Newest });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = world.Last.Number });
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = bytes });
            command.ExecuteNonQuery();
            transaction.Commit();
        }
        catch (NpgsqlException failed)
        {
            throw new IOException(PostgresFault.Of(failed).Reason, failed);
        }
    }

    public SnapshotLoad TryLoad(Epochs epochs, Sequence last)
    {
        try
        {
            using var connection = _door.OpenForReading("chatroom/snapshot");
            return Load(connection, epochs, last);
        }
        catch (NpgsqlException failed)
        {
            return SnapshotLoad.Ignore($"it can't be read: {PostgresFault.Of(failed).Reason}");
        }
    }

    internal static SnapshotLoad Load(NpgsqlConnection connection, Epochs epochs, Sequence last)
    {
        using var command = new NpgsqlCommand("SELECT bytes FROM snapshots WHERE format <= $1 ORDER BY format DESC LIMIT 1", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = WorldFormat.Newest });
        return command.ExecuteScalar() is byte[] bytes ? SnapshotBytes.Read(bytes, epochs, last) : SnapshotLoad.Missing;
    }
}
