using System.Diagnostics;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Memory;
using ChatRoom.Journal.Postgres;
using ChatRoom.Journal.Snapshots;
using ChatRoom.Journal.Sqlite;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server;

/// <summary>The journal that a server was told to use, the world that it tells, and snapshots of that world.</summary>
public sealed class Storage : IDisposable
{
    private readonly DataFolder? _folder;
    private readonly ISnapshots? _snapshots;
    private readonly SnapshotPolicy _policy;
    private readonly ILogger _log;
    private volatile Task _saving = Task.CompletedTask;

    private Storage(DataFolder? folder, IJournal journal, ISnapshots? snapshots, string? place, TimeProvider clock, ILogger log)
    {
        (_folder, Journal, _snapshots, _log) = (folder, journal, snapshots, log);
        var watch = Stopwatch.StartNew();
        var recovered = Recovery.Run(journal, snapshots is null ? (_, _) => SnapshotLoad.Missing : snapshots.TryLoad);
        (World, Facts) = (recovered.World, recovered.Facts);
        // What was replayed counts: a server that is killed again and again comes to its next snapshot all the same.
        _policy = new SnapshotPolicy(clock, new Sequence(journal.Last.Number - recovered.Replayed));
        recovered.IgnoredSnapshot.IfSome(why => log.LogWarning("The snapshot is not used: {Why}", why));
        if (place is not null)
            log.LogInformation(LogEvents.Recovered, "{Path} is open; events in it: {Count}, replayed: {Replayed}, in {Took} ms",
                place, journal.Last.Number, recovered.Replayed, watch.ElapsedMilliseconds);
    }

    public IJournal Journal { get; }

    /// <summary>Where others may append too; null for a journal of one's own.</summary>
    public PostgresJournal? Shared => Journal as PostgresJournal;

    /// <summary>The newest world that is durable.</summary>
    public World World { get; private set; }

    /// <summary>Those of the start.</summary>
    public Facts Facts { get; }

    /// <summary>Without a path everything is kept in memory, for as long as the server runs.</summary>
    public static Storage Open(string? path, TimeProvider clock, ILogger log)
    {
        if (path is null)
            return new Storage(null, new MemoryJournal(clock), null, null, clock, log);
        var folder = DataFolder.Open(path);
        SqliteJournal? journal = null;
        try
        {
            journal = SqliteJournal.Open(folder, clock);
            var snapshots = new SnapshotFile(folder.SnapshotFile);
            Prepare(journal, snapshots, log);
            return new Storage(folder, journal, snapshots, folder.Path, clock, log);
        }
        catch
        {
            journal?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A journal that others may share. The folder is for what is this server's own: its lock, its certificate, its control socket. A database that
    /// can't be reached yet is waited for.
    /// </summary>
    /// <exception cref="JournalLostException">It could not be reached for so long that somebody has to look.</exception>
    public static async Task<Storage> Open(string? path, PostgresAddress address, string name, TimeProvider clock, ILogger log, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        var folder = path is null ? null : DataFolder.Open(path);
        PostgresJournal? journal = null;
        try
        {
            for (var began = clock.GetTimestamp(); ;)
            {
                try
                {
                    journal = PostgresJournal.Open(address, name);
                    if (journal.Warning is { } warning)
                        log.LogWarning("The journal at {Place}: {Warning}", address.Shown, warning);
                    var storage = new Storage(folder, journal, journal.Snapshots, address.Shown, clock, log);
                    journal.Words.Start();
                    return storage;
                }
                catch (JournalLostException lost) when (clock.GetElapsedTime(began) < Limits.JournalStarts)
                {
                    // Also in the middle of reading what it holds.
                    journal?.Dispose();
                    journal = null;
                    log.LogWarning("{Why}; trying again", lost.Message);
                    await Task.Delay(Limits.JournalRetry, clock, cancelled).ConfigureAwait(false);
                }
            }
        }
        catch
        {
            journal?.Dispose();
            folder?.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteJournal journal, SnapshotFile snapshots, ILogger log)
    {
        journal.Forgetting = snapshots.Outdate;
        if (journal.SearchTrouble is { } wrong)
            log.LogWarning("Nobody can search: the index of words can't be used ({Why})", wrong);
        journal.Search?.Start(why => log.LogWarning("What is said from now on is not found by searching until the next start: the index of words failed ({Why})", why));
    }

    /// <summary>Is shown every world that is durable, on the hub's thread; now and then one is saved, beside everything else.</summary>
    public void Keep(World world)
    {
        World = world;
        if (_snapshots is not null && _policy.TryStart(world.Last))
            _saving = Task.Run(() => Save(world));
    }

    /// <summary>The journal went on otherwise than this server was told, or may have: no snapshot of its world is worth anything.</summary>
    public bool IsForsaken { get; set; }

    /// <summary>Call it when the hub has stopped.</summary>
    public void Dispose()
    {
        _saving.Wait();
        if (!IsForsaken)
            Save(World);
        Journal.Dispose();
        _folder?.Dispose();
    }

    /// <summary>A snapshot only saves time, so one that can't be saved is a line in the log and no more.</summary>
    private void Save(World world)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            _snapshots?.Save(world, Journal.Epochs);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _log.LogWarning("No snapshot was saved: {Why}", fault.Message);
        }
        finally
        {
            _policy.Finished(watch.Elapsed);
        }
    }
}
