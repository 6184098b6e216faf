using ChatRoom.Domain.Names;
using ChatRoom.Journal.Snapshots;

namespace ChatRoom.Journal.Maintenance;

/// <summary>A journal as an outsider reads it, also while servers append to it: it sees only what is committed, and holds nobody up.</summary>
public abstract class KeptJournal : IDisposable
{
    /// <summary>Rows in a page, between which nothing is held.</summary>
    private protected const int Page = 1000;

    /// <summary>Its file or its address, for messages.</summary>
    public abstract string Name { get; }

    public abstract Epochs Epochs { get; }

    /// <summary>The last event when it was opened. A tool that reads up to it sees one state, since events are only appended.</summary>
    public abstract Sequence Last { get; }

    public abstract IHistory History { get; }

    /// <summary>When the first event happened.</summary>
    public Timestamp First => History.Read(default, 1) is [var first] ? first.At : default;

    /// <summary>The saved world, if there is one: of an event up to this one.</summary>
    public abstract SnapshotLoad Snapshot(Sequence last);

    public abstract void Dispose();

    /// <summary>The events as they are stored, in order, from the one behind <paramref name="after"/>. What is wrong with one is for the caller to see.</summary>
    internal abstract IEnumerable<StoredRow> Rows(Sequence after, Sequence last, CancellationToken cancel);

    /// <summary>Of a trimmed journal the world that the rest is replayed from.</summary>
    internal abstract Option<Base> Base { get; }

    /// <summary>All that is kept beside the events.</summary>
    internal abstract StoredRest Rest();

    /// <summary>What is wrong with all that lies around the events: the indexes, the file; null if nothing is.</summary>
    internal abstract string? WrongAround(CancellationToken cancel);

    /// <summary>That the content is damaged, if this failure says so: the end of a sentence; else null.</summary>
    internal abstract string? Damage(Exception failed);

    /// <summary>A failure of this journal in a line for people; null for one that is none of its own.</summary>
    internal abstract Exception? Explain(Exception failed);
}
