using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// Where a copy of a journal is made, in a place where there was none. What is written is nobody's but the writer's until it is kept; disposed of before,
/// nothing of it is left.
/// </summary>
internal abstract class JournalTarget : IDisposable
{
    public abstract void Add(StoredRow row);

    /// <summary>All that is not events. Nothing is added behind it.</summary>
    public abstract void Finish(StoredRest rest);

    /// <summary>What was written, as it is stored, for comparison.</summary>
    public abstract KeptJournal Read();

    /// <summary>From now on it is a journal, on the disk, that servers can use.</summary>
    /// <param name="world">Its world, whose snapshot makes the first start quick.</param>
    public abstract void Keep(World world);

    /// <summary>A failure of this place in a line for people; null for one that is none of its own.</summary>
    public abstract Exception? Explain(Exception failed);

    public abstract void Dispose();
}
