using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Folder;

namespace ChatRoom.Journal.Snapshots;

/// <summary>
/// The world as it was at some event, so that a start need not replay the whole journal. It can be thrown away at any
/// time: whatever is wrong with it, the journal knows better.
/// </summary>
public sealed class SnapshotFile(string path) : ISnapshots
{
    private readonly Lock _gate = new();
    private Sequence _least;

    /// <summary>
    /// Words are forgotten by this event, and a snapshot of a world before it may hold them: it goes now, and none is saved any more.
    /// </summary>
    public void Outdate(Sequence forgotten)
    {
        lock (_gate)
        {
            _least = forgotten;
            File.Delete(path);
        }
    }

    /// <summary>May run beside anything else, once at a time. Under its name there is always a whole snapshot or none.</summary>
    public void Save(World world, Epochs epochs)
    {
        ArgumentNullException.ThrowIfNull(world);
        var bytes = SnapshotBytes.Write(world, epochs);
        var unfinished = $"{path}.new";
        using (var file = PrivateFile.Create(unfinished))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        lock (_gate)
        {
            if (world.Last.CompareTo(_least) < 0)
                File.Delete(unfinished);
            else
                File.Move(unfinished, path, overwrite: true);
        }
    }

    /// <summary>The world of this journal, at an event that the journal has.</summary>
    public SnapshotLoad TryLoad(Epochs epochs, Sequence last)
    {
        try
        {
            return File.Exists(path) ? SnapshotBytes.Read(File.ReadAllBytes(path), epochs, last) : SnapshotLoad.Missing;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            return SnapshotLoad.Ignore($"it can't be read: {unusable.Message}");
        }
    }
}
