using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>METADATA of who is not let in yet: it is theirs as soon as they are somebody.</summary>
internal static class EarlyMetadata
{
    public static void Hear(Session session, string target, string sub, in Line line)
    {
        if (target != "*")
            session.Fail("METADATA", "INVALID_TARGET", target, "Until you are connected you can only name yourself, as *");
        else if (sub == "SYNC")
            session.Reply(new IrcReply.MetadataEarly([], IsBatch: true));
        else if (sub is "LIST" or "GET" or "CLEAR")
            Tell(session, sub, Metadata.Words(line, 2));
        else if (line.Count > 2)
            Set(session, line);
        else
            session.Reply(Numerics.ErrNeedMoreParams, "METADATA", "METADATA SET needs a key");
    }

    private static void Tell(Session session, string sub, List<string> keys)
    {
        var known = session.EarlyMetadata.ToDictionary(one => one.Key.Text, one => one.Value);
        session.Reply(new IrcReply.MetadataEarly(
            [.. (sub == "GET" ? keys : known.Keys.ToList()).Select(key => new MetadataWord(key, sub == "CLEAR" ? null : known.GetValueOrDefault(key)))], IsBatch: true));
        if (sub == "CLEAR")
            session.ClearEarly();
    }

    private static void Set(Session session, in Line line)
    {
        if (!Metadata.TryRead(session, line, out var key, out var value))
            return;
        if (!session.SayEarly(key, value))
            session.Fail("METADATA", "LIMIT_REACHED", "*", $"{Domain.Events.RuleLimits.MetadataKeys} keys are the most");
        else
            session.Reply(new IrcReply.MetadataEarly([new MetadataWord(key.Text, value)], IsBatch: false));
    }
}
