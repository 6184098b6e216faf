namespace ChatRoom.Journal.Maintenance;

/// <summary>A journal that nobody writes for as long as this is held, so that it can be moved.</summary>
internal abstract class JournalSource : IDisposable
{
    public abstract KeptJournal Journal { get; }

    /// <summary>No server uses it from now on; one that tries is told where it is.</summary>
    public abstract void Leave(string to);

    public abstract void Dispose();
}
