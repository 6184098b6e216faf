using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Maintenance;

namespace ChatRoom.Journal.Tests.Maintenance;

/// <summary>A journal that servers have left, for the tools to look into: in a folder, or in a database.</summary>
internal abstract class Kept : IDisposable
{
    /// <param name="events">What happened.</param>
    protected Kept(IReadOnlyList<Recorded> events) => Events = events;

    public IReadOnlyList<Recorded> Events { get; }

    public abstract Epochs Epochs { get; }

    public string Epoch => Epochs.Latest;

    public abstract JournalPlace Place { get; }

    /// <summary>The story, and as many lines behind it as a test wants.</summary>
    public static IReadOnlyList<Recorded> Told(int lines) => [.. Story.Events, .. Sample.Lines(Story.Events.Count, lines)];

    public abstract void Execute(string sql);

    /// <summary>Saves a world as a server does; of another journal, if its epochs are given.</summary>
    public abstract void Save(World world, Epochs? epochs = null);

    public abstract void Dispose();
}
