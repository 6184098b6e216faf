using ChatRoom.Domain;
using ChatRoom.Server.Journal;
using ChatRoom.Server.Sessions;

namespace ChatRoom.Server.Keeping;

/// <summary>
/// A world as it is shown: rooms by name, members in the order in which they came to the server, people by nickname. The names of
/// these properties are those of `replay --json`, and never change.
/// </summary>
/// <param name="Time">When the last event of this world happened.</param>
/// <param name="Msgid">Which event that was.</param>
public sealed record Moment(string Time, string Msgid, IReadOnlyList<MomentRoom> Rooms, IReadOnlyList<MomentPerson> People)
{
    public static Moment Of(World world, Epochs epochs)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new Moment(
            Moments.Format(world.Now),
            MessageIds.Format(epochs, world.Last),
            [.. world.Rooms.Values.OrderBy(room => room.Name.Key, StringComparer.Ordinal).Select(room => MomentRoom.Of(room, world))],
            [.. world.People.Values.OrderBy(person => person.Nick.Key, StringComparer.Ordinal).Select(person => MomentPerson.Of(person, world))]);
    }
}
