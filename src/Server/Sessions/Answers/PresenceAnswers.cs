using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>Who of those that somebody watches is here (MONITOR).</summary>
public static class PresenceAnswers
{
    public static void Write(World world, IEnumerable<Nick> nicks, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(world);
        var people = nicks.Select(nick => (Nick: nick, Person: world.Person(nick))).ToList();
        Write(Numerics.RplMonOnline, people.Select(one => one.Person).Somes().Select(person => EventWriter.NameOf(person.Who)), to);
        Write(Numerics.RplMonOffline, people.Where(one => one.Person.IsNone).Select(one => one.Nick.Text), to);
    }

    /// <summary>Somebody came, or went.</summary>
    public static void Write(Actor who, bool isHere, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (isHere)
            Write(Numerics.RplMonOnline, [EventWriter.NameOf(who)], to);
        else
            Write(Numerics.RplMonOffline, [who.Nick.Text], to);
    }

    public static void List(IEnumerable<Nick> nicks, Numeric to)
    {
        Write(Numerics.RplMonList, nicks.Select(nick => nick.Text), to);
        to.Begin(Numerics.RplEndOfMonList).Last("End of the list of watched nicknames").End();
    }

    private static void Write(ReadOnlySpan<byte> numeric, IEnumerable<string> words, Numeric to)
    {
        var code = Numeric.Code(numeric);
        var list = new ListWriter(to.Writer, () => to.Begin(code), ",");
        foreach (var word in words)
            list.Add(word);
        list.End();
    }
}
