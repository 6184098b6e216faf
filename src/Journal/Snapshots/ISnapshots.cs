using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Snapshots;

/// <summary>Where worlds are saved, so that a start need not replay the whole journal: beside the journal, wherever that is.</summary>
public interface ISnapshots
{
    /// <summary>May run beside anything else, once at a time.</summary>
    /// <exception cref="IOException">It can't be saved now, which costs time at the next start and no more.</exception>
    void Save(World world, Epochs epochs);

    /// <summary>The world of this journal, at an event that the journal has.</summary>
    SnapshotLoad TryLoad(Epochs epochs, Sequence last);
}
