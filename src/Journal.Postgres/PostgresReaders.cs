using System.Collections.Concurrent;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>The connections for questions, shared by all who ask in this server: as many questions at a time as there are connections, while others wait.</summary>
internal sealed class PostgresReaders(PostgresDoor door) : IDisposable
{
    /// <summary>A server needs seven connections in all.</summary>
    private const int Most = 4;

    /// <summary>A reader that waits longer keeps a thread from others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _free = new(Most);
    private readonly ConcurrentBag<PostgresReader> _idle = [];
    private volatile bool _disposed;

    /// <summary>A connection that was idle may have ended since, with a primary for example: then a new one is asked.</summary>
    /// <exception cref="JournalLostException">It can't be read now.</exception>
    public T Page<T>(Func<PostgresReader, T> read)
    {
        if (!_free.Wait(Patience))
            throw new JournalLostException("the journal can't be read now: too many questions wait for it");
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_idle.TryTake(out var idle))
            {
                try
                {
                    return Ask(idle, read);
                }
                catch (NpgsqlException failed) when (failed is not PostgresException { InvariantSeverity: "ERROR" })
                {
                    // The next one is new.
                }
            }
            return Ask(new PostgresReader(door.OpenForReading("chatroom/history")), read);
        }
        catch (NpgsqlException failed)
        {
            throw new JournalLostException($"the journal can't be read now: {PostgresFault.Of(failed).Reason}", failed);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    private T Ask<T>(PostgresReader reader, Func<PostgresReader, T> read)
    {
        try
        {
            var answer = read(reader);
            _idle.Add(reader);
            // It was closed while this page was read: then nobody else takes the connection out again.
            if (_disposed)
                Dispose();
            return answer;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
