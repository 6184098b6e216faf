using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Server.Sessions.Commands;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>
/// A conversation whose history somebody may read: which audiences of it they hear, and what it is called. A room has one name, however it was typed. A
/// nickname is the same one in any case, and who asks for FOO looks for the answer under FOO: so it is called as it was asked for, which the public suite wants too.
/// </summary>
public sealed record HistoryTarget(ConversationKey Key, Domain.Data.ValueList<Audience> Audiences, string Name)
{
    /// <summary>What the room is called now; null for who is no room.</summary>
    private readonly RoomName? _room = RoomName.Parse(Name).TryGet(out var room, out _) ? room : null;

    /// <summary>None for a room that one is not in, and for who is not here and has no account.</summary>
    public static Option<HistoryTarget> Find(Standpoint from, string target)
    {
        var world = from.World;
        if (!world.Person(from.Connection).TryGet(out var self))
            return default;
        return RoomName.Parse(target).Match(
            name => world.Room(name).Bind(room => room.Members.Find(self.Id).Map(rights => Of(room, rights))),
            _ => Nick.Parse(target).ToOption().Bind(nick => Other(world, nick).Map(other => Of(self, other, nick.Text))));
    }

    public static HistoryTarget Of(Room room, Rights rights)
    {
        ArgumentNullException.ThrowIfNull(room);
        return new(ConversationKey.Of(room.Id), Domain.Events.Audiences.HeardBy(rights), room.Name.Text);
    }

    public static HistoryTarget Of(Person self, Party other, string name)
    {
        ArgumentNullException.ThrowIfNull(self);
        return new(ConversationKey.Of(Party.Of(self.Who), other), Domain.Events.Audiences.HeardBy(Rights.None), name);
    }

    /// <summary>A room may have been called otherwise when something was said there. Where a line would not fit with the new name, it keeps the old one.</summary>
    public Recorded Under(Recorded what)
    {
        ArgumentNullException.ThrowIfNull(what);
        if (_room is not { } now)
            return what;
        return what.Event switch
        {
            Event.Said { In: Conversation.InRoom place } said when place.Name.Text != Name && Fits(said, new Target.ToRoom(now, place.Audience)) =>
                what with { Event = said with { In = place with { Name = now } } },
            Event.Redacted { In: Conversation.InRoom place } e => what with { Event = e with { In = place with { Name = now } } },
            Event.Joined e => what with { Event = e with { Name = now } },
            Event.Left e => what with { Event = e with { Name = now } },
            Event.Kicked e => what with { Event = e with { Name = now } },
            Event.TopicSet e => what with { Event = e with { Name = now } },
            Event.ModeSet e => what with { Event = e with { Name = now } },
            Event.ModesSet e => what with { Event = e with { Name = now } },
            Event.RightChanged e => what with { Event = e with { Name = now } },
            Event.RightsFollowed e => what with { Event = e with { Name = now } },
            Event.HolderRemoved e => what with { Event = e with { Name = now } },
            Event.MaskSet e => what with { Event = e with { Name = now } },
            Event.MaskLifted e => what with { Event = e with { Name = now } },
            Event.MaskEnded e => what with { Event = e with { Name = now } },
            _ => what,
        };
    }

    private static bool Fits(Event.Said said, Target to)
    {
        var longest = Composition.Pieces(said.Body).Select(piece => Encoding.UTF8.GetByteCount(piece.Text)).DefaultIfEmpty(0).Max();
        return said.Who.Nick.Text.Length + said.Who.User.Length + said.Who.Host.Length <= Talk.RoomForNames(said.Kind, to, longest);
    }

    /// <summary>Who is called that, or whose account it is while they are not there.</summary>
    private static Option<Party> Other(World world, Nick nick) => world.Person(nick).TryGet(out var person)
        ? Party.Of(person.Who)
        : world.Owner(nick).Map(account => (Party)new Party.Member(account.Id));
}
