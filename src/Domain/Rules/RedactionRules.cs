using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// Taking back what was said. Who could not read it learns nothing: for them it was never said. What was said oneself can be taken back for a while; in a
/// room, those who tend it and operators of the server take back what others said, though not from those above them.
/// </summary>
internal static class RedactionRules
{
    public static Decision Redact(World world, Person person, Command.Redact wish, Timestamp at)
    {
        var found = wish.From switch
        {
            Target.ToRoom to => InRoom(world, person, wish, to.Name, at),
            Target.ToPerson to => InPrivate(world, person, wish, to.Nick, at),
        };
        return found;
    }

    /// <summary>The words are blanked with the event; the world has none of them.</summary>
    public static Applied Redacted(World world, Event.Redacted redacted, Recorded recorded) =>
        new(world, TalkRules.Told(world, redacted.Who, redacted.In, recorded));

    private static Decision InRoom(World world, Person person, Command.Redact wish, RoomName name, Timestamp at)
    {
        if (!world.Room(name).TryGet(out var room) || !room.Members.Find(person.Id).TryGet(out var rights))
            return Decision.No(new Refusal.NoConversation());
        if (!wish.What.TryGet(out var said) || said.In is not Conversation.InRoom place || place.Room != room.Id || !Audiences.Hears(rights, place.Audience))
            return Decision.No(new Refusal.NothingSaid());
        if (!MayModerate(world, person, room, rights, said.By) && Refuses(world, person, said, at) is { } refusal)
            return Decision.No(refusal);
        // A reason is heard by everybody there, so who may not speak gives none.
        if (wish.Reason.Length > 0 && !rights.MaySpeak() && (room.Silenced.Contains(person.Id) || room.Modes.Has(RoomMode.Moderated)))
            return Decision.No(new Refusal.NotOwnWords());
        return Decision.Yes(new Event.Redacted(person.Who, place with { Name = room.Name }, said.At, wish.Reason));
    }

    private static Decision InPrivate(World world, Person person, Command.Redact wish, Nick nick, Timestamp at)
    {
        var present = world.Person(nick);
        var other = present.IsSome ? present.Map(one => Party.Of(one.Who)) : world.Owner(nick).Map(account => (Party)new Party.Member(account.Id));
        if (!other.TryGet(out var party))
            return Decision.No(new Refusal.NoConversation());
        if (!wish.What.TryGet(out var said) || said.In is not Conversation.Between pair || !IsBetween(pair, Party.Of(person.Who), party))
            return Decision.No(new Refusal.NothingSaid());
        if (Refuses(world, person, said, at) is { } refusal)
            return Decision.No(refusal);
        // Who is called that now is told, and not who was when it was said.
        return Decision.Yes(new Event.Redacted(person.Who, pair with { To = present.Map(one => one.Who).IfNone(pair.To) }, said.At, wish.Reason));
    }

    private static bool IsBetween(Conversation.Between pair, Party one, Party other) =>
        one.CompareTo(other) <= 0 ? pair.First == one && pair.Second == other : pair.First == other && pair.Second == one;

    private static bool MayModerate(World world, Person person, Room room, Rights rights, Actor author) =>
        world.PowersOf(person).HasFlag(Powers.Rooms)
        || (author.Id != person.Id && rights.MayTend() && rights.MayRemove(room.RightsOf(author.Id) | room.HeldBy(author)));

    private static Refusal? Refuses(World world, Person person, Spoken said, Timestamp at)
    {
        if (!IsOwn(person.Who, said.By))
            return new Refusal.NotOwnWords();
        var minutes = world.Limits.RedactMinutes;
        return at.Milliseconds - said.When.Milliseconds >= minutes * 60_000L ? new Refusal.SaidTooLongAgo(minutes) : null;
    }

    /// <summary>An account says what is its own; a guest as long as they stay.</summary>
    private static bool IsOwn(Actor who, Actor author) =>
        who.Id == author.Id || (who.Account.TryGet(out var own) && author.Account.TryGet(out var other) && own.Id == other.Id);
}
