using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>To hear when people come and go with whom one shares no room: MONITOR (ircv3.net/specs/extensions/monitor).</summary>
public static class Watching
{
    internal static readonly CommandRow[] Commands = [new("MONITOR", 1, CommandTime.After, Monitor)];

    public static void Monitor(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var sub = line.Text(0).ToUpperInvariant();
        switch (sub)
        {
            case "+" or "-" when line.Text(1).Length == 0:
                session.Reply(Numerics.ErrNeedMoreParams, "MONITOR", $"MONITOR {sub} needs nicknames, with commas between them");
                break;
            case "+":
                Add(session, line.Text(1));
                break;
            case "-":
                Remove(session, line.Text(1));
                break;
            case "C":
                session.Unwatch([.. session.Watched.Values]);
                break;
            case "L":
                session.Reply(new IrcReply.Watched([.. session.Watched.Values]));
                break;
            case "S":
                session.Reply(new IrcReply.Presence([.. session.Watched.Values]));
                break;
            default:
                session.Reply(Numerics.ErrUnknownCommand, "MONITOR", "MONITOR is followed by + or - and nicknames, by C (clear), L (list) or S (status)");
                break;
        }
    }

    /// <summary>The answer says of each who is there now; from here on the hub tells what changes.</summary>
    private static void Add(Session session, string list)
    {
        var (known, fresh, tooMany) = (new List<Nick>(), new List<Nick>(), new List<string>());
        foreach (var word in Words(list))
        {
            if (!Nick.Parse(word).ToOption().TryGet(out var nick))
            {
                session.Reply(Numerics.ErrErroneusNickname, word, "That can't be anybody's nickname, so nobody of that name can come");
                continue;
            }
            if (session.Watched.ContainsKey(nick.Key))
                known.Add(nick);
            else if (session.Watched.Count + fresh.Count >= Limits.Watched)
                tooMany.Add(word);
            else if (fresh.TrueForAll(other => other.Key != nick.Key))
                fresh.Add(nick);
        }
        if (fresh.Count > 0)
            session.Watch([.. fresh]);
        if (known.Count + fresh.Count > 0)
            session.Reply(new IrcReply.PresenceOfWatched([.. known, .. fresh]));
        if (tooMany.Count > 0)
            session.Reply(new IrcReply.WatchedTooMany(string.Join(',', tooMany)));
    }

    private static void Remove(Session session, string list)
    {
        var nicks = Words(list).Select(word => Nick.Parse(word).ToOption()).Somes().Where(nick => session.Watched.ContainsKey(nick.Key)).DistinctBy(nick => nick.Key).ToList();
        if (nicks.Count > 0)
            session.Unwatch([.. nicks]);
    }

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
