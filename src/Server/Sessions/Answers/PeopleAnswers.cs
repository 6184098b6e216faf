using System.IO.Enumeration;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>What can be asked about people: WHO and WHOIS.</summary>
public static class PeopleAnswers
{
    /// <summary>Of a room all who are in it, else who has that nickname; a mask finds only those who share a room with the asker.</summary>
    public static IEnumerable<Written> Who(World world, ConnectionId asker, string mask, WhoFields? fields, Numeric to, ServerInfo info)
    {
        foreach (var (person, room) in Matching(world, asker, mask).OrderBy(found => found.Person.Nick.Key, StringComparer.Ordinal))
        {
            if (fields is not null)
                fields.Write(world, person, room, to, info);
            else
                Who(world, person, room, to, info);
            yield return default;
        }
        to.Begin(Numerics.RplEndOfWho).Param(Numeric.Word(mask)).Last("End of WHO").End();
        yield return default;
    }

    private static void Who(World world, Person person, Option<Room> room, Numeric to, ServerInfo info) =>
        to.Begin(Numerics.RplWhoReply).Param(room.Match(r => r.Name.Text, () => "*")).Param(person.Who.User).Param(person.Who.Host)
            .Param(ServerAnswers.Of(world, person, info)).Param(person.Nick.Text).Param(Flags(person, room, to)).LastFitting($"0 {person.RealName.Text}").End();

    /// <summary>Here or gone for a while, whether they tend the server, and what rights they have in the room.</summary>
    public static string Flags(Person person, Option<Room> room, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(person);
        return $"{(person.Away.IsSome ? 'G' : 'H')}{(person.OnDutyAs.IsSome ? "*" : "")}{to.Prefix(room.Bind(found => found.Members.Find(person.Id)).IfNone(Rights.None))}{(person.Who.IsBot ? "B" : "")}";
    }

    public static IEnumerable<Written> Whois(Standpoint from, string nick, Numeric to)
    {
        var person = Nick.Parse(nick).ToOption().Bind(from.World.Person);
        if (person.TryGet(out var found))
            Tell(from, found, to);
        else
            to.Begin(Numerics.ErrNoSuchNick).Param(Numeric.Word(nick)).Last("Nobody of that nickname is here").End();
        to.Begin(Numerics.RplEndOfWhois).Param(Numeric.Word(nick)).Last("End of WHOIS").End();
        yield return default;
    }

    private static void Tell(in Standpoint from, Person person, Numeric to)
    {
        var (world, asker, info, nick) = (from.World, from.Connection, from.Info, person.Nick.Text);
        to.Begin(Numerics.RplWhoisUser).Param(nick).Param(person.Who.User).Param(person.Who.Host).Param("*").LastFitting(person.RealName.Text).End();
        var rooms = new ListWriter(to.Writer, () => to.Begin(Numerics.RplWhoisChannels).Param(nick));
        foreach (var room in Shared(world, asker, person).OrderBy(room => room.Name.Key, StringComparer.Ordinal))
            rooms.Add(to.Prefix(room.Members.Find(person.Id).IfNone(Rights.None)) + room.Name.Text);
        rooms.End();
        Away(person, to);
        if (person.Who.Account.TryGet(out var account))
            to.Begin(Numerics.RplWhoisAccount).Param(nick).Param(account.Name.Text).Last("is logged in as").End();
        if (person.Who.IsBot)
            to.Begin(Numerics.RplWhoisBot).Param(nick).Last("is a program").End();
        if (person.OnDutyAs.IsSome)
            to.Begin(Numerics.RplWhoisOperator).Param(nick).Last("is an operator of this server").End();
        foreach (var address in Origins(from, person))
            to.Begin(Numerics.RplWhoisActually).Param(nick).Param(address).Last("is where they come from").End();
        ServerAnswers.Whois(world, person, to, info);
        MetadataAnswers.Whois(world, person, to);
    }

    /// <summary>Who was called that, the newest first, as others saw them then.</summary>
    public static void Whowas(in Standpoint from, string nick, int most, Numeric to)
    {
        var info = from.Info;
        var isKnown = false;
        foreach (var former in from.Lately.Of(nick).Take(most))
        {
            isKnown = true;
            var who = former.Who;
            to.Begin(Numerics.RplWhowasUser).Param(who.Nick.Text).Param(who.User).Param(who.Host).Param("*").LastFitting(former.RealName.Text).End();
            to.Begin(Numerics.RplWhoisServer).Param(who.Nick.Text).Param(info.Name).Last(ServerTime.Format(former.Until.Milliseconds)).End();
        }
        if (!isKnown)
            to.Begin(Numerics.ErrWasNoSuchNick).Param(Numeric.Word(nick)).Last("Nobody was called that here lately").End();
        to.Begin(Numerics.RplEndOfWhowas).Param(Numeric.Word(nick)).Last("End of WHOWAS").End();
    }

    /// <summary>For operators who may know it, of connections that this server holds.</summary>
    private static IEnumerable<string> Origins(Standpoint from, Person person) =>
        from.World.Person(from.Connection).Exists(self => from.World.PowersOf(self).HasFlag(Powers.Addresses))
            ? person.Connections.Select(one => from.Local(one)?.Address is { } address ? Addresses.Text(address) : "").Where(text => text.Length > 0).Distinct()
            : [];

    /// <summary>What a person who asks for somebody, or writes to them, is told when they are away.</summary>
    public static void Away(Person person, Numeric to)
    {
        if (person.Away.TryGet(out var away))
            to.Begin(Numerics.RplAway).Param(person.Nick.Text).LastFitting(EventWriter.AwayWords(away.Text)).End();
    }

    /// <summary>One sees and changes only one's own modes, and they are the same for everybody yet: nobody can be found who does not wish it.</summary>
    public static void Modes(World world, string target, string modes, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(modes);
        if (string.Equals(Folding.Fold(target), Folding.Fold(to.Nick), StringComparison.Ordinal))
        {
            // Who would be an operator says OPER; MODE +o changes nothing and is no mistake (modern.ircdocs.horse).
            if (modes.Trim('i', 'r', 'o', 'w', 'R', 'B').Length > 0)
                to.Begin(Numerics.ErrUModeUnknownFlag).Last(modes == "-i" ? "Everybody is +i here; that can't be changed" : "There are no such modes of people on this server").End();
            else
                to.Begin(Numerics.RplUModeIs).Param(Nick.Parse(to.Nick).ToOption().Bind(world.Person).Map(Letters).IfNone("+i")).End();
        }
        else if (Nick.Parse(target).ToOption().Bind(world.Person).IsSome)
        {
            to.Begin(Numerics.ErrUsersDontMatch).Last("You can see and change only your own modes").End();
        }
        else
        {
            to.Begin(Numerics.ErrNoSuchNick).Param(Numeric.Word(target)).Last("Nobody of that nickname is here").End();
        }
    }

    private static string Letters(Person self) => $"+{(self.Who.IsBot ? "B" : "")}i{(self.OnDutyAs.IsSome ? "o" : "")}{(self.ShutsOutGuests ? "R" : "")}{(self.Who.Account.IsSome ? "r" : "")}{(self.Modes.HasFlag(PersonModes.HearsAnnouncements) ? "w" : "")}";

    public static void Silences(Option<Person> self, Numeric to)
    {
        foreach (var mask in self.Map(person => person.Silences).IfNone([]))
            to.Begin(Numerics.RplSileList).Param(to.Nick).Param(mask.Text).End();
        to.Begin(Numerics.RplEndOfSileList).Last("End of the list of those whom you do not hear").End();
    }

    public static void UserHosts(World world, Domain.Data.ValueList<Nick> of, Numeric to)
    {
        var words = of.Select(world.Person).Somes().Select(person => $"{person.Nick}={(person.Away.IsSome ? '-' : '+')}{person.Who.User}@{person.Who.Host}");
        to.Begin(Numerics.RplUserHost).LastFitting(string.Join(' ', words)).End();
    }

    public static void AreOn(World world, Domain.Data.ValueList<Nick> of, Numeric to) =>
        to.Begin(Numerics.RplIsOn).LastFitting(string.Join(' ', of.Select(world.Person).Somes().Select(person => person.Nick.Text))).End();

    private static IEnumerable<(Person Person, Option<Room> Room)> Matching(World world, ConnectionId asker, string mask)
    {
        if (RoomName.Parse(mask).ToOption().TryGet(out var name))
            return world.Room(name).Filter(room => world.Person(asker).Exists(self => room.Has(self.Id))).AsEnumerable().SelectMany(room => Members(world, room).Select(person => (person, Prelude.Some(room))));
        var isMask = mask is "0" or "" || mask.AsSpan().IndexOfAny('*', '?') >= 0;
        if (!isMask)
            return Nick.Parse(mask).ToOption().Bind(world.Person).AsEnumerable().Select(person => (person, AnyRoom(world, asker, person)));
        var pattern = mask is "0" or "" ? "*" : Pattern(Folding.Fold(mask));
        return world.Person(asker).AsEnumerable()
            .SelectMany(self => self.Rooms.SelectMany(id => Members(world, world.Rooms[id])).Append(self))
            .Where(person => FileSystemName.MatchesSimpleExpression(pattern, person.Nick.Key, ignoreCase: false))
            .DistinctBy(person => person.Id).Select(person => (person, AnyRoom(world, asker, person)));
    }

    /// <summary>A nickname can have a backslash, which is an ordinary character in our masks.</summary>
    private static string Pattern(string mask) => mask.Replace("\\", "\\\\", StringComparison.Ordinal);

    private static IEnumerable<Person> Members(World world, Room room) => room.Members.Keys.Select(id => world.People[id]);

    private static Option<Room> AnyRoom(World world, ConnectionId asker, Person person) =>
        Shared(world, asker, person).HeadOrNone();

    /// <summary>Everybody is +i: where somebody is learns who is there too.</summary>
    private static IEnumerable<Room> Shared(World world, ConnectionId asker, Person person) =>
        world.Person(asker).AsEnumerable().SelectMany(self => person.Rooms.Where(self.Rooms.Contains)).Select(id => world.Rooms[id]);
}
