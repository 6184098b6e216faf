using ChatRoom.Domain;

namespace ChatRoom.Server.Keeping;

/// <summary>A room at a moment.</summary>
/// <param name="Topic">Null for none; then nobody set it either.</param>
public sealed record MomentRoom(
    string Name, string Since, string? Topic, string? TopicBy, string? TopicTime, IReadOnlyList<MomentMember> Members)
{
    public static MomentRoom Of(Room room, World world)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(world);
        var topic = room.Topic.TryGet(out var found) ? found : null;
        return new MomentRoom(
            room.Name.Text, Moments.Format(room.Since),
            topic?.Text.Text, topic?.By.Nick.Text, topic is null ? null : Moments.Format(topic.At),
            [.. room.Members.AsEnumerable().Select(member => MomentMember.Of(world.People[member.Key], member.Value))]);
    }
}
