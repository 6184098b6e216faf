using System.Collections.Immutable;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>Who comes, who leaves, who is called what; and the topic.</summary>
public static partial class ClientUpdate
{
    private static Step HearJoin(ClientModel model, in Incoming line)
    {
        var (name, nick) = (line.Line.Parameter(0), line.Who.Nick);
        if (!model.IsOwn(nick))
            return Step.Of(model).Tell(new ChatEvent.Joined(line.At, name, nick, Own: false));
        var known = line.Who.Host.Length > 0 ? model with { UserHost = $"{line.Who.User}@{line.Who.Host}" } : model;
        return Enter(known.Entered(name, line.At), name).Tell(new ChatEvent.Joined(line.At, name, nick, Own: true));
    }

    private static Step HearPart(ClientModel model, in Incoming line)
    {
        var (room, nick, own) = (line.Line.Parameter(0), line.Who.Nick, model.IsOwn(line.Who.Nick));
        var step = Step.Of(model).Tell(new ChatEvent.Left(line.At, room, nick, line.Line.Parameter(1), own));
        return own ? step.Then(m => CloseRoom(m, room)) : step;
    }

    private static Step HearKick(ClientModel model, in Incoming line)
    {
        var (room, nick, own) = (line.Line.Parameter(0), line.Line.Parameter(1), model.IsOwn(line.Line.Parameter(1)));
        var step = Step.Of(model).Tell(new ChatEvent.Kicked(line.At, room, nick, line.Who.Nick, line.Line.Parameter(2), own));
        return own ? step.Then(m => CloseRoom(m, room)) : step;
    }

    /// <summary>What waits for this room is told to have failed when its turn comes: see <see cref="SendWaiting"/>.</summary>
    private static Step CloseRoom(ClientModel model, string name) =>
        FinishLoading(model.WithRoom(new RoomState(name, RoomPhase.Closed)).Forgetting(name));

    private static Step HearNick(ClientModel model, in Incoming line)
    {
        var (nick, next, own) = (line.Who.Nick, line.Line.Parameter(0), model.IsOwn(line.Who.Nick));
        return Step.Of(own ? model with { Nick = next, AskedNick = null } : model)
            .Tell(new ChatEvent.Renamed(line.At, nick, next, own));
    }

    private static Step HearTopic(ClientModel model, in Incoming line) =>
        Step.Of(model).Tell(new ChatEvent.TopicSet(line.At, line.Line.Parameter(0), line.Who.Nick, line.Line.Parameter(1)));

    /// <summary>
    /// `353 client symbol room :names`. The signs of rank come before a name (several, with multi-prefix) and a nickname starts with
    /// none of them.
    /// </summary>
    private static Step HearNames(ClientModel model, in Incoming line)
    {
        var told = model.Wants(ClientFeatures.Replies) ? HearNamesAsked(model, line) : Step.Of(model);
        if (model.Room(line.Line.Parameter(2)) is not { } room)
            return told;
        foreach (var name in line.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            room = room.Heard(model.Wants(ClientFeatures.Ranks) ? name : name.TrimStart(Signs));
        return told.With(told.Model.WithRoom(room));
    }

    /// <summary>The signs that networks use, whether or not they said so.</summary>
    private static readonly char[] Signs = ['~', '&', '@', '%', '+', '!'];

    private static Step HearEndOfNames(ClientModel model, in Incoming line)
    {
        if (model.Room(line.Line.Parameter(1)) is not { Names.IsEmpty: false } room)
            return Step.Of(model);
        var rest = Step.Of(model.WithRoom(room with { Names = [], MoreNames = 0 }));
        return model.Wants(ClientFeatures.Ranks)
            ? rest.Tell(new ChatEvent.Members(line.At, room.Name, [.. room.Names.Select(name => MemberOf(model, name))], room.MoreNames))
                .Then(m => AskWhoIsAway(m, room))
            : rest.Tell(room.Present(line.At));
    }

    /// <summary>`@+nick`, and with userhost-in-names `@+nick!user@host`.</summary>
    private static Member MemberOf(ClientModel model, string name)
    {
        var (signs, rest) = model.Support.Prefixes.Split(name);
        return new Member(Hostmask.Parse(rest).Nick, signs);
    }

    /// <summary>396: the server shows us under another host. Some send `user@host`.</summary>
    private static Step HearOwnHost(ClientModel model, string host)
    {
        if (model.UserHost is not { } known || host.Length == 0)
            return Step.Of(model);
        var user = known[..known.IndexOf('@')];
        return Step.Of(model with { UserHost = host.Contains('@') ? host : $"{user}@{host}" });
    }
}
