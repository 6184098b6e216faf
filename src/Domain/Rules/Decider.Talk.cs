using System.Diagnostics.CodeAnalysis;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>What is said, in rooms and in private. The words themselves are never read here.</summary>
public static partial class Decider
{
    private static Decision Say(World world, Person person, Command.Say wish)
    {
        if (!Find(world, person, wish.To, out var place, out var refusal))
            return No(refusal);
        return wish.Id.TryGet(out var id) && place.Remembered.Find(id).TryGet(out var first)
            ? new Decision.AlreadySaid(first)
            : Yes(new Event.Said(person.Who, place.Conversation, wish.Kind, wish.Id, wish.About, wish.Body));
    }

    private static Decision Signal(World world, Person person, Command.Signal wish) =>
        Find(world, person, wish.To, out var place, out var refusal)
            ? Yes(new Event.Signalled(person.Who, place.Conversation, wish.Attributes))
            : No(refusal);

    /// <summary>The conversation that a sender means, and the ids that were lately given in it.</summary>
    private static bool Find(World world, Person person, Target target, out Place place, [NotNullWhen(false)] out Refusal? refusal)
    {
        (place, refusal) = target switch
        {
            Target.ToRoom to => FindRoom(world, person, to),
            Target.ToPerson to => FindPerson(world, person, to),
            _ => throw new InvalidOperationException($"{target.GetType().Name} is missing in Find."),
        };
        return refusal is null;
    }

    private static (Place, Refusal?) FindRoom(World world, Person person, Target.ToRoom target)
    {
        if (!world.Room(target.Name).TryGet(out var room))
            return (default, new Refusal.NoSuchRoom(target.Name));
        // A room's history is for those who are in it, so only they can add to it.
        return room.Has(person.Id)
            ? (new Place(new Conversation.InRoom(room.Id, room.Name, target.Audience), room.Seen), null)
            : (default, new Refusal.NotInRoom(room.Name));
    }

    private static (Place, Refusal?) FindPerson(World world, Person person, Target.ToPerson target) =>
        world.Person(target.Nick).TryGet(out var other)
            ? (new Place(Conversation.Private(person.Who, other.Who), other.Seen), null)
            : (default, new Refusal.NoSuchPerson(target.Nick));

    private readonly record struct Place(Conversation Conversation, SeenIds Remembered);
}
