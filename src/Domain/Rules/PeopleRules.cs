using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Coming, going, and what one is called.</summary>
internal static class PeopleRules
{
    public static Decision Connect(World world, Facts facts, Origin from, ConnectionId connection, Command.Connect wish)
    {
        // A server that was found to have ended, and does not know it yet, lets nobody in.
        if (!world.IsAlive(connection.Server))
            return Decision.No(new Refusal.NotConnected());
        if (BanRules.Of(world, from.Address, wish.Nick, wish.User, HostOf(facts, from, wish), wish.Proved.Map(by => by.Account)).TryGet(out var ban))
            return Decision.No(new Refusal.ServerBanned(ban));
        if (wish.Proved.TryGet(out var proved))
            return ConnectMember(world, facts, from, connection, wish, proved);
        if (world.Person(wish.Nick).TryGet(out var holder) && IsBack(facts, holder, wish))
            return TakeOver(world, facts, holder, connection);
        if (world.IsAlarmed)
            return Decision.No(new Refusal.AccountsOnly());
        if (world.Owner(wish.Nick).TryGet(out var owner))
            return Decision.No(new Refusal.NickRegistered(wish.Nick, owner.Name));
        return holder is null ? Come(world, HostOf(facts, from, wish), connection, wish, [], Option<AccountRef>.None) : Decision.No(new Refusal.NickTaken(wish.Nick, holder.Nick, holder.Since));
    }

    /// <summary>Whose account's person is there already is that person, over another connection, whatever they wanted to be called.</summary>
    private static Decision ConnectMember(World world, Facts facts, Origin from, ConnectionId connection, Command.Connect wish, Credential proved)
    {
        var account = proved.Account;
        if (!AccountRules.IsGood(world, facts, proved))
            return Decision.No(new Refusal.LoginStale(account.Name));
        if (world.Member(account.Id).TryGet(out var self) && !AccountRules.HasRoom(self, 1, account, out var full))
            return Decision.No(full);
        if (self is not null)
            return new Decision.Accepted([.. AccountRules.Reclaim(world, account, self.Id), .. PresenceRules.Attach(world, facts, self, connection)]) { Facts = TokenOf(self.Id, wish) };
        // Who was a guest a moment ago, over a connection of their own, is still the same person, no matter whose name they bear.
        if (world.Person(wish.Nick).TryGet(out var holder) && holder.Who.Account.IsNone && IsBack(facts, holder, wish))
            return new Decision.Accepted([.. AccountRules.Reclaim(world, account, holder.Id), .. TakeOver(world, facts, holder, connection).Events, .. AccountRules.Known(world, holder, account)]);
        var isOwn = wish.Nick.Key == account.Name.Key;
        if (!isOwn && world.Owner(wish.Nick).TryGet(out var owner))
            return Decision.No(new Refusal.NickRegistered(wish.Nick, owner.Name));
        if (holder is null)
            return Come(world, HostOf(facts, from, wish), connection, wish, AccountRules.Reclaim(world, account, default), account);
        return isOwn
            ? Come(world, HostOf(facts, from, wish), connection, wish, AccountRules.Reclaim(world, account, default), account)
            : Decision.No(new Refusal.NickTaken(wish.Nick, holder.Nick, holder.Since));
    }

    private static Decision.Accepted Come(World world, string host, ConnectionId connection, Command.Connect wish, ValueList<Event> before, Option<AccountRef> account)
    {
        var who = new Actor(new PersonId(world.LastPerson.Number + 1), wish.Nick, wish.User, host, account, IsBot: false);
        return new Decision.Accepted([.. before, new Event.Connected(connection, who, wish.RealName)]) { Facts = TokenOf(who.Id, wish) };
    }

    private static ValueList<Fact> TokenOf(PersonId person, Command.Connect wish) => wish.Token.IsSome ? [new Fact.ResumeToken(person, wish.Token)] : [];

    /// <summary>What does not come from an address, or before there is a key, has the host that it was given.</summary>
    private static string HostOf(Facts facts, Origin from, Command.Connect wish) =>
        from.Address is { } address && facts.CloakKey.TryGet(out var key) ? Cloak.Of(address, key) : wish.Host;

    public static Applied Connected(World world, Event.Connected came, Recorded recorded)
    {
        var who = came.Who;
        var person = new Person(
            who, new Words(came.RealName, recorded.Sequence), recorded.At,
            Set<Ascending<ConnectionId>, ConnectionId>.Empty.Add(came.Connection), Set<Ascending<RoomId>, RoomId>.Empty, SeenIds.None);
        var next = world.With(person) with
        {
            LastPerson = world.LastPerson.Number < who.Id.Number ? who.Id : world.LastPerson,
            Nicks = world.Nicks.AddOrUpdate(who.Nick.Key, who.Id),
            Connections = world.Connections.AddOrUpdate(came.Connection, who.Id),
            Members = who.Account.TryGet(out var account) ? world.Members.AddOrUpdate(account.Id, who.Id) : world.Members,
        };
        return new Applied(next, [new Effect.Admit(came.Connection, who.Id), new Effect.Tell(who.Id, recorded)]);
    }

    public static Applied Attached(World world, Event.Attached came)
    {
        var person = world.PersonOf(came.Who.Id);
        var next = WithoutStay(world, person).With(person with
        {
            Connections = person.Connections.AddOrUpdate(came.Connection),
            StaysUntil = Option<Timestamp>.None,
        }) with
        {
            Connections = world.Connections.AddOrUpdate(came.Connection, person.Id),
        };
        return new Applied(next, [new Effect.Admit(came.Connection, person.Id)]);
    }

    public static Decision Rename(World world, Person person, Command.Rename wish)
    {
        if (wish.New == person.Nick)
            return Decision.Nothing;
        if (world.Owner(wish.New).TryGet(out var owner))
        {
            return person.Who.Account.TryGet(out var own) && own.Id == owner.Id
                ? new Decision.Accepted([.. AccountRules.Reclaim(world, own, person.Id), new Event.Renamed(person.Who, wish.New)])
                : Decision.No(new Refusal.NickRegistered(wish.New, owner.Name));
        }
        if (BanRules.Of(world, null, wish.New, person.Who.User, person.Who.Host, person.OnDutyAs).TryGet(out var ban))
            return Decision.No(new Refusal.NickBanned(wish.New, ban));
        // Somebody may change the case of their own nickname: the holder is then themselves.
        if (world.Person(wish.New).TryGet(out var holder) && holder.Id != person.Id)
            return Decision.No(new Refusal.NickTaken(wish.New, holder.Nick, holder.Since));
        return Decision.Yes(new Event.Renamed(person.Who, wish.New));
    }

    public static Applied Renamed(World world, Event.Renamed renamed, Recorded recorded) => Called(world, renamed.Who, renamed.New, recorded);

    /// <summary>Somebody is called otherwise, and all who share a room with them hear it.</summary>
    public static Applied Called(World world, Actor who, Nick name, Recorded recorded)
    {
        var person = world.PersonOf(who.Id);
        var next = person.Who with { Nick = name };
        foreach (var room in person.Rooms)
            world = world.With(MaskRules.Silencing(world.RoomOf(room), next));
        world = world.With(person with { Who = next }) with
        {
            Nicks = world.Nicks.Remove(who.Nick.Key).AddOrUpdate(name.Key, person.Id),
        };
        return new Applied(world, [new Effect.TellPeers(who, [.. person.Rooms], recorded)]);
    }

    public static Decision SetAway(World world, Person person, Command.SetAway wish)
    {
        var bytes = Encoding.UTF8.GetByteCount(wish.Text);
        if (bytes > world.Limits.AwayBytes)
            return Decision.No(new Refusal.AwayTooLong(bytes, world.Limits.AwayBytes));
        // Whether the words are new decides nothing: they may be forgotten.
        return wish.Text.Length == 0 && person.Away.IsNone ? Decision.Nothing : Decision.Yes(new Event.AwaySet(person.Who, wish.Text.Length > 0, wish.Text));
    }

    public static Applied AwaySet(World world, Event.AwaySet set, Recorded recorded)
    {
        var person = world.PersonOf(set.Who.Id);
        var away = set.IsAway ? new Words(set.Text, recorded.Sequence) : Option<Words>.None;
        return new Applied(world.With(person with { Away = away }), [new Effect.TellPeers(set.Who, [.. person.Rooms], recorded)]);
    }

    public static Applied RealNameSet(World world, Event.RealNameSet set, Recorded recorded)
    {
        var next = world.With(world.PersonOf(set.Who.Id) with { RealName = new Words(set.RealName, recorded.Sequence) });
        return new Applied(next, [new Effect.TellPeers(set.Who, [.. next.PersonOf(set.Who.Id).Rooms], recorded)]);
    }

    public static Applied Detached(World world, Event.Detached went)
    {
        var person = world.PersonOf(went.Who.Id);
        var next = world.With(person with
        {
            Connections = person.Connections.Remove(went.Connection),
            StaysUntil = went.StaysUntil,
        }) with
        {
            Connections = world.Connections.Remove(went.Connection),
            Stays = went.StaysUntil.TryGet(out var until) ? world.Stays.AddOrUpdate(new StayEnd(until, person.Id)) : world.Stays,
        };
        return new Applied(next, [new Effect.Close(went.Connection, new Ending(went.Why))]);
    }

    /// <summary>Those who share a room hear it while the person is still in it; then they leave them all.</summary>
    public static Applied Departed(World world, Event.Departed went, Recorded recorded)
    {
        var person = world.PersonOf(went.Who.Id);
        var effects = new List<Effect> { new Effect.TellPeers(person.Who, [.. person.Rooms], recorded) };
        foreach (var room in person.Invitations)
            world = world.With(world.RoomOf(room) with { Invited = world.RoomOf(room).Invited.Remove(person.Id) });
        foreach (var room in person.Rooms)
        {
            world = RoomLife.WithoutMember(world, Awaiting(world.RoomOf(room), person, went.Why, recorded.At), person.Id, recorded.Sequence);
            effects.Add(new Effect.Exit(person.Id, room));
        }
        if (went.Connection.TryGet(out var connection))
            effects.Add(new Effect.Close(connection, new Ending(went.Why, went.Words)));
        var next = AccountRules.WithoutMember(WithoutStay(world, person), person) with
        {
            People = world.People.Remove(person.Id),
            Nicks = world.Nicks.Remove(person.Nick.Key),
            Connections = world.Connections.RemoveRange(person.Connections),
            OnDuty = world.OnDuty.Remove(person.Id),
            Listeners = world.Listeners.Remove(person.Id),
        };
        return new Applied(next, [.. effects]);
    }

    /// <summary>Who did not mean to go finds their right in a room again when they come back. Where an account holds it, it is remembered for good.</summary>
    private static Room Awaiting(Room room, Person person, CloseReason why, Timestamp at)
    {
        var rights = room.RightsOf(person.Id) & ~Rights.Founder;
        return rights == Rights.None || !IsBreak(why) || room.HeldBy(person.Who) != Rights.None
            ? room
            : room with { Returning = Returning.With(room.Returning, person.Who, rights, at) };
    }

    /// <summary>Nobody chose it: a line, a program or a server failed.</summary>
    private static bool IsBreak(CloseReason why) => why is CloseReason.ConnectionClosed or CloseReason.ConnectionLost or CloseReason.PingTimeout
        or CloseReason.CloseTimeout or CloseReason.ReadTooSlowly or CloseReason.StayEnded or CloseReason.ServerStopping or CloseReason.ServerEnded
        or CloseReason.ServerFailed or CloseReason.JournalLost;

    /// <summary>Whether it is the holder of the nickname who comes, over another connection than before.</summary>
    private static bool IsBack(Facts facts, Person holder, Command.Connect wish) =>
        wish.Token.TryGet(out var token) && facts.ResumeTokens.Find(holder.Id).TryGet(out var own) && own == token;

    private static Decision.Accepted TakeOver(World world, Facts facts, Person holder, ConnectionId connection)
    {
        var events = new List<Event>(PresenceRules.Attach(world, facts, holder, connection));
        events.AddRange(holder.Connections.Select(old => new Event.Detached(old, holder.Who, CloseReason.Resumed, Option<Timestamp>.None)));
        return new Decision.Accepted([.. events]);
    }

    public static World WithoutStay(World world, Person person) =>
        person.StaysUntil.TryGet(out var until) ? world with { Stays = world.Stays.Remove(new StayEnd(until, person.Id)) } : world;
}
