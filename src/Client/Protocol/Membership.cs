using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>Who comes, who leaves, who is called what; and the topic.</summary>
internal static class Membership
{
    /// <summary>The signs that networks use, whether or not they said so.</summary>
    private static readonly char[] Signs = ['~', '&', '@', '%', '+', '!'];

    /// <summary>The rooms that the person named beforehand are among those that are asked for.</summary>
    public static ClientModel Wanted(ClientModel model)
    {
        foreach (var room in model.Settings.Rooms.Where(room => model.Room(room.Text) is null))
            model = model.WithRoom(new RoomState(room.Text, RoomPhase.Asked));
        return model;
    }

    public static ClientStep AskForRooms(ClientModel model)
    {
        var step = ClientStep.Of(model);
        foreach (var room in model.Rooms.Where(room => room.Phase == RoomPhase.Asked))
            step = step.Send(room.Key is { } key ? Message.Of("JOIN", room.Name, key) : Message.Of("JOIN", room.Name));
        return step;
    }

    public static ClientStep HearJoin(ClientModel model, in Incoming line)
    {
        var (name, nick) = (line.Line.Parameter(0), line.Who.Nick);
        if (!model.IsOwn(nick))
            return ClientStep.Of(model).Tell(new ChatEvent.Joined(line.At, name, nick, Own: false));
        var known = line.Who.Host.Length > 0 ? model with { UserHost = $"{line.Who.User}@{line.Who.Host}" } : model;
        return RoomHistory.Enter(Remembering.Enter(known, name, line.At), name).Tell(new ChatEvent.Joined(line.At, name, nick, Own: true));
    }

    public static ClientStep HearPart(ClientModel model, in Incoming line)
    {
        var (room, nick, own) = (line.Line.Parameter(0), line.Who.Nick, model.IsOwn(line.Who.Nick));
        var step = ClientStep.Of(model).Tell(new ChatEvent.Left(line.At, room, nick, line.Line.Parameter(1), own));
        return own ? step.Then(m => Close(m, room)) : step;
    }

    public static ClientStep HearKick(ClientModel model, in Incoming line)
    {
        var (room, nick, own) = (line.Line.Parameter(0), line.Line.Parameter(1), model.IsOwn(line.Line.Parameter(1)));
        var step = ClientStep.Of(model).Tell(new ChatEvent.Kicked(line.At, room, nick, line.Who.Nick, line.Line.Parameter(2), own));
        return own ? step.Then(m => Close(m, room)) : step;
    }

    /// <summary>What waits for this room is told to have failed when its turn comes: see <see cref="Speaking.SendWaiting"/>.</summary>
    public static ClientStep Close(ClientModel model, string name) =>
        HeldBack.FinishLoading(Remembering.Forget(model.WithRoom(new RoomState(name, RoomPhase.Closed)), name));

    public static ClientStep HearNick(ClientModel model, in Incoming line)
    {
        var (nick, next, own) = (line.Who.Nick, line.Line.Parameter(0), model.IsOwn(line.Who.Nick));
        return ClientStep.Of(own ? model with { Nick = next, AskedNick = null } : model)
            .Tell(new ChatEvent.Renamed(line.At, nick, next, own));
    }

    /// <summary>What waits for the room, and what is known of it, goes along.</summary>
    public static ClientStep HearRename(ClientModel model, in Incoming line)
    {
        var (room, next) = (line.Line.Parameter(0), line.Line.Parameter(1));
        if (model.Room(room) is not { } known || model.RoomOf(next) is null)
            return ClientStep.Of(model);
        var moved = Remembering.Move(model, room, next) with
        {
            Rooms = model.Rooms.RemoveAll(one => model.Same(one.Name, next) && one != known).Replace(known, known with { Name = next }),
            Waiting = model.Waiting.ConvertAll(said => model.Same(said.Target, room) ? said with { Target = next } : said),
            LastAsked = model.Same(model.LastAsked, room) ? next : model.LastAsked,
        };
        return ClientStep.Of(moved).Tell(new ChatEvent.RoomRenamed(line.At, room, next, line.Who.Nick, line.Line.Parameter(2)));
    }

    public static ClientStep HearTopic(ClientModel model, in Incoming line) =>
        ClientStep.Of(model).Tell(new ChatEvent.TopicSet(line.At, line.Line.Parameter(0), line.Who.Nick, line.Line.Parameter(1)));

    /// <summary>
    /// `353 client symbol room :names`. The signs of rank come before a name (several, with multi-prefix) and a nickname starts with
    /// none of them.
    /// </summary>
    public static ClientStep HearNames(ClientModel model, in Incoming line)
    {
        var told = model.Wants(ClientFeatures.Replies) ? HearNamesAsked(model, line) : ClientStep.Of(model);
        if (model.Room(line.Line.Parameter(2)) is not { } room)
            return told;
        foreach (var name in line.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            room = room.Heard(model.Wants(ClientFeatures.Ranks) ? name : name.TrimStart(Signs));
        return told.With(told.Model.WithRoom(room));
    }

    /// <summary>Names that the person asked for are shown too; those that come with a room only fill its list.</summary>
    private static ClientStep HearNamesAsked(ClientModel model, Incoming line) => Orders.Asked(model, line) is { Command: "NAMES" } order
        ? ClientStep.Of(model with { Orders = model.Orders.Replace(order, order with { IsAnswered = true }) })
            .Tell(new ChatEvent.Info(line.At, $"in {line.Line.Parameter(2)}: {line.Words.Trim()}") { Where = order.Where })
        : ClientStep.Of(model);

    public static ClientStep HearEndOfNames(ClientModel model, in Incoming line)
    {
        if (model.Room(line.Line.Parameter(1)) is not { Names.IsEmpty: false } room)
            return ClientStep.Of(model);
        var rest = ClientStep.Of(model.WithRoom(room with { Names = [], MoreNames = 0 }));
        return model.Wants(ClientFeatures.Ranks)
            ? rest.Tell(new ChatEvent.Members(line.At, room.Name, [.. room.Names.Select(name => MemberOf(model, name))], room.MoreNames))
                .Then(m => Orders.AskWhoIsAway(m, room))
            : rest.Tell(room.Present(line.At));
    }

    /// <summary>`@+nick`, and with userhost-in-names `@+nick!user@host`.</summary>
    private static Member MemberOf(ClientModel model, string name)
    {
        var (signs, rest) = model.Support.Prefixes.Split(name);
        return new Member(Hostmask.Parse(rest).Nick, signs);
    }

    /// <summary>396: the server shows us under another host. Some send `user@host`.</summary>
    public static ClientStep HearOwnHost(ClientModel model, string host)
    {
        if (model.UserHost is not { } known || host.Length == 0)
            return ClientStep.Of(model);
        var user = known[..known.IndexOf('@')];
        return ClientStep.Of(model with { UserHost = host.Contains('@') ? host : $"{user}@{host}" });
    }
}
