using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>Something that is said of a person or a room under a key. An account's stays with it; a guest's goes when they do.</summary>
public sealed record MetadataEntry(MetadataKey Key, Words Value);

/// <summary>What is said of one of them, in the order in which it was set.</summary>
public static class MetadataEntries
{
    public static ValueList<MetadataEntry> With(this ValueList<MetadataEntry> known, MetadataEntry entry) =>
        [.. known.Where(one => one.Key != entry.Key), entry];

    public static ValueList<MetadataEntry> Without(this ValueList<MetadataEntry> known, ValueList<MetadataKey> keys) =>
        [.. known.Where(one => !keys.Contains(one.Key))];

    /// <summary>What is forgotten is not said any more.</summary>
    public static ValueList<MetadataEntry> Without(this ValueList<MetadataEntry> known, Forgetting what) =>
        known.IsEmpty ? known : [.. known.Where(one => !what.Covers(one.Value.At))];

    /// <summary>Of a person it is their account's, as long as they are known by one.</summary>
    public static ValueList<MetadataEntry> MetadataOf(this World world, Person person)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(person);
        return person.Who.Account.Bind(account => world.Accounts.Find(account.Id)).TryGet(out var account) ? account.Metadata : person.Metadata;
    }
}
