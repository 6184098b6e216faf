using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>What is said changes nothing but the ids that are remembered.</summary>
public static partial class Evolution
{
    private static Applied Said(World world, Event.Said said, Recorded recorded)
    {
        var next = said.Id.TryGet(out var id) ? Remember(world, said, id, recorded.Sequence) : world;
        return new Applied(next, Told(said.Who, said.In, recorded));
    }

    private static World Remember(World world, Event.Said said, IdempotencyKey id, Sequence sequence) => said.In.Match(
        place =>
        {
            var room = RoomOf(world, place.Room);
            return With(world, room with { Seen = room.Seen.Add(id, sequence, world.Limits) });
        },
        // The one it was said to remembers it, as a room does: the sender may come back as another guest to say it again.
        between =>
        {
            var person = PersonOf(world, between.To.Id);
            return With(world, person with { Seen = person.Seen.Add(id, sequence, world.Limits) });
        });

    private static ValueList<Effect> Told(Actor from, Conversation place, Recorded recorded) => place.Match(
        room => (ValueList<Effect>)[new Effect.TellRoom(room.Room, room.Audience, recorded)],
        between => between.To.Id == from.Id
            ? [new Effect.Tell(from.Id, recorded)]
            : [new Effect.Tell(between.To.Id, recorded), new Effect.Tell(from.Id, recorded)]);
}
