using System.Text;

namespace ChatRoom.Domain;

/// <summary>Coming, going, and what one is called.</summary>
public static partial class Decider
{
    private static Decision Connect(World world, ConnectionId connection, Command.Connect wish)
    {
        if (world.Person(wish.Nick).TryGet(out var holder) && wish.From.TryGet(out var old) && holder.Connections.Contains(old))
            return new Decision.Accepted([new Event.Attached(connection, holder.Id), new Event.Detached(old, holder.Id)]);
        if (holder is not null)
            return No(new Refusal.NickTaken(wish.Nick, holder.Nick, holder.Since));
        var who = new Who(new PersonId(world.LastPerson.Number + 1), wish.Nick, wish.User, Option<AccountName>.None);
        return Yes(new Event.Connected(connection, who, wish.RealName));
    }

    private static Decision Rename(World world, Person person, Command.Rename wish)
    {
        if (wish.New == person.Nick)
            return Nothing();
        // Somebody may change the case of his own nickname: the holder is then himself.
        if (world.Person(wish.New).TryGet(out var holder) && holder.Id != person.Id)
            return No(new Refusal.NickTaken(wish.New, holder.Nick, holder.Since));
        return Yes(new Event.Renamed(person.Who, wish.New));
    }

    private static Decision SetAway(Person person, Command.SetAway wish)
    {
        var bytes = Encoding.UTF8.GetByteCount(wish.Text);
        if (bytes > Limits.Away)
            return No(new Refusal.AwayTooLong(bytes, Limits.Away));
        return wish.Text == person.Away ? Nothing() : Yes(new Event.AwaySet(person.Who, wish.Text));
    }

    private static Decision.Accepted Quit(Person person, ConnectionId connection, Command.Quit wish) =>
        person.Connections.Count > 1
            ? Yes(new Event.Detached(connection, person.Id))
            : Yes(new Event.Departed(connection, person.Who, wish.Reason));
}
