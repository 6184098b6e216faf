using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Snapshots;

/// <summary>The world of a snapshot, or why the one that is there is of no use, or neither where there is none.</summary>
public sealed record SnapshotLoad(Option<World> World, Option<string> Ignored)
{
    public static readonly SnapshotLoad Missing = new(Option<World>.None, Option<string>.None);

    public static SnapshotLoad Of(World world) => new(world, Option<string>.None);

    public static SnapshotLoad Ignore(string reason) => new(Option<World>.None, reason);
}
