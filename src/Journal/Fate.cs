using ChatRoom.Domain.Names;

namespace ChatRoom.Journal;

/// <summary>What a journal says about the turn that was under way when it was lost.</summary>
public abstract record Fate
{
    private Fate() { }

    /// <summary>No turn's outcome was unknown.</summary>
    public sealed record Nothing : Fate;

    /// <summary>The turn is in the journal, all of it.</summary>
    public sealed record Kept : Fate;

    /// <summary>Nothing of the turn is in the journal, and nothing of it ever will be.</summary>
    public sealed record NotKept : Fate;

    /// <summary>The journal goes on otherwise than this server was told: they agree up to this event, for certain.</summary>
    public sealed record Forked(Sequence Agreed) : Fate;
}
