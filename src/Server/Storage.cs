using ChatRoom.Domain;
using ChatRoom.Server.Journal;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server;

/// <summary>The journal that a server was told to use, and the world that it tells.</summary>
public sealed class Storage : IDisposable
{
    private readonly DataFolder? _folder;

    private Storage(DataFolder? folder, IJournal journal, World world) => (_folder, Journal, World) = (folder, journal, world);

    public IJournal Journal { get; }

    public World World { get; private set; }

    public static Storage Open(string? path, ILogger log)
    {
        if (path is null)
            return new Storage(null, new MemoryJournal(), World.Empty);
        var folder = DataFolder.Open(path);
        try
        {
            var journal = SqliteJournal.Open(folder);
            return new Storage(folder, journal, World.Empty);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Is shown every world that is durable, on the hub's thread.</summary>
    public void Keep(World world) => World = world;

    public void Dispose()
    {
        Journal.Dispose();
        _folder?.Dispose();
    }
}
