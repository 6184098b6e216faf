namespace ChatRoom.Domain;

/// <summary>What is said, in rooms and in private. The words themselves are never read here.</summary>
public static partial class Decider
{
    private static Decision Say(World world, Person person, Command.Say wish) =>
        Find(world, person, wish.To).Match<Decision>(
            place => wish.Id.Bind(place.Remembered.Find).TryGet(out var first)
                ? new Decision.AlreadySaid(first)
                : Yes(new Event.Said(person.Who, place.Conversation, wish.Kind, wish.Id, wish.Body)),
            No);

    private static Decision Signal(World world, Person person, Command.Signal wish) =>
        Find(world, person, wish.To).Match<Decision>(
            place => Yes(new Event.Signalled(person.Who, place.Conversation, wish.Attributes)),
            No);

    /// <summary>The conversation that a sender means, and the ids that he or the room gave lately.</summary>
    private static Either<Refusal, Place> Find(World world, Person person, Target target) => target.Match(
        room => FindRoom(world, person, room),
        to => world.Person(to.Nick).TryGet(out var other)
            ? new Place(Conversation.Private(person.Who, other.Who), person.Recent)
            : Prelude.Left<Refusal, Place>(new Refusal.NoSuchPerson(to.Nick)));

    private static Either<Refusal, Place> FindRoom(World world, Person person, Target.ToRoom target)
    {
        if (!world.Room(target.Name).TryGet(out var room))
            return new Refusal.NoSuchRoom(target.Name);
        // A room's history is for those who are in it, so only they can add to it.
        return room.Has(person.Id)
            ? new Place(new Conversation.InRoom(room.Id, room.Name, target.Audience), room.Recent)
            : Prelude.Left<Refusal, Place>(new Refusal.NotInRoom(room.Name));
    }

    private sealed record Place(Conversation Conversation, Recent Remembered);
}
