using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Coming, going, and what one is called.</summary>
public static partial class Decider
{
    private static Decision Connect(World world, Facts facts, ConnectionId connection, Command.Connect wish)
    {
        // A server that was found to have ended, and does not know it yet, lets nobody in.
        if (!world.IsAlive(connection.Server))
            return No(new Refusal.NotConnected());
        if (world.Person(wish.Nick).TryGet(out var holder))
            return IsBack(facts, holder, wish) ? TakeOver(holder, connection) : No(new Refusal.NickTaken(wish.Nick, holder.Nick, holder.Since));
        var who = new Actor(
            new PersonId(world.LastPerson.Number + 1), wish.Nick, wish.User, wish.Host, Option<AccountRef>.None, IsBot: false);
        return new Decision.Accepted([new Event.Connected(connection, who, wish.RealName)])
        {
            Facts = wish.Token.IsSome ? [new Fact.ResumeToken(who.Id, wish.Token)] : [],
        };
    }

    /// <summary>Whether it is the holder of the nickname who comes, over another connection than before.</summary>
    private static bool IsBack(Facts facts, Person holder, Command.Connect wish) =>
        wish.Token.TryGet(out var token) && facts.ResumeTokens.Find(holder.Id).TryGet(out var own) && own == token;

    private static Decision.Accepted TakeOver(Person holder, ConnectionId connection)
    {
        var events = new List<Event> { new Event.Attached(connection, holder.Who) };
        events.AddRange(holder.Connections.Select(old => new Event.Detached(old, holder.Who, CloseReason.Resumed, Option<Timestamp>.None)));
        return new Decision.Accepted([.. events]);
    }

    private static Decision Rename(World world, Person person, Command.Rename wish)
    {
        if (wish.New == person.Nick)
            return Nothing();
        // Somebody may change the case of their own nickname: the holder is then themselves.
        if (world.Person(wish.New).TryGet(out var holder) && holder.Id != person.Id)
            return No(new Refusal.NickTaken(wish.New, holder.Nick, holder.Since));
        return Yes(new Event.Renamed(person.Who, wish.New));
    }

    private static Decision SetAway(World world, Person person, Command.SetAway wish)
    {
        var bytes = Encoding.UTF8.GetByteCount(wish.Text);
        if (bytes > world.Limits.AwayBytes)
            return No(new Refusal.AwayTooLong(bytes, world.Limits.AwayBytes));
        // Whether the words are new decides nothing: they may be forgotten.
        return wish.Text.Length == 0 && person.Away.IsNone ? Nothing() : Yes(new Event.AwaySet(person.Who, wish.Text.Length > 0, wish.Text));
    }

    private static Decision.Accepted Quit(Facts facts, Person person, ConnectionId connection, Command.Quit wish) =>
        person.Connections.Count > 1
            ? Yes(new Event.Detached(connection, person.Who, wish.End.Why, Option<Timestamp>.None))
            : new Decision.Accepted([new Event.Departed(connection, person.Who, wish.End.Why, wish.End.Words)]) { Facts = Forsaken(facts, person.Id) };
}
