using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Maintenance;

/// <summary>
/// A world as it is shown: rooms by name, members in the order in which they came to the server, people by nickname. The names of
/// these properties are those of `replay --json`, and never change.
/// </summary>
/// <param name="Time">When the last event of this world happened.</param>
/// <param name="Msgid">Which event that was.</param>
public sealed record WorldReport(string Time, string Msgid, IReadOnlyList<ReportedRoom> Rooms, IReadOnlyList<ReportedPerson> People)
{
    public static WorldReport Of(World world, Epochs epochs)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new WorldReport(
            TimestampText.Format(world.Now),
            MessageIds.Format(epochs, world.Last),
            [.. world.Rooms.Values.OrderBy(room => room.Name.Key, StringComparer.Ordinal).Select(room => ReportedRoom.Of(room, world))],
            [.. world.People.Values.OrderBy(person => person.Nick.Key, StringComparer.Ordinal).Select(person => ReportedPerson.Of(person, world))]);
    }
}
