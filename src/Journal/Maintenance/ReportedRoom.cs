using ChatRoom.Domain.Data;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Maintenance;

/// <summary>A room at a moment.</summary>
/// <param name="Topic">Null for none; then nobody set it either.</param>
public sealed record ReportedRoom(
    string Name, string Since, string? Topic, string? TopicBy, string? TopicTime, IReadOnlyList<ReportedMember> Members)
{
    public static ReportedRoom Of(Room room, World world)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(world);
        var topic = room.Topic.TryGet(out var found) ? found : null;
        return new ReportedRoom(
            room.Name.Text, TimestampText.Format(room.Since),
            topic?.Text.Text, topic?.By.Nick.Text, topic is null ? null : TimestampText.Format(topic.At),
            [.. room.Members.AsEnumerable().Select(member => ReportedMember.Of(world.People[member.Key], member.Value))]);
    }
}
