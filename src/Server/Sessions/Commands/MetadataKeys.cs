using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Of which keys of metadata a connection wants to hear: METADATA SUB, UNSUB, SUBS.</summary>
internal static class MetadataKeys
{
    public static void Hear(Session session, string sub, List<string> words)
    {
        if (sub == "SUBS")
            session.Reply(new IrcReply.MetadataSubs([.. session.Subscribed.Select(key => key.Text)]));
        else if (sub == "SUB")
            Add(session, words);
        else
            Remove(session, words);
    }

    /// <summary>In their order; with the first one that is too much it ends (METADATA SUB).</summary>
    private static void Add(Session session, List<string> words)
    {
        var (keys, named) = (session.Subscribed.ToList(), new List<string>());
        foreach (var word in words)
        {
            if (Read(session, word) is not { } key)
                continue;
            if (!keys.Contains(key) && keys.Count >= Limits.MetadataSubscriptions)
            {
                session.Fail("METADATA", "TOO_MANY_SUBS", word, $"{Limits.MetadataSubscriptions} keys are the most");
                break;
            }
            if (!keys.Contains(key))
                keys.Add(key);
            named.Add(word);
        }
        if (named.Count == 0)
            return;
        session.Subscribe([.. keys]);
        session.Reply(new IrcReply.MetadataSubscribed([.. named.Distinct()], IsOn: true));
    }

    private static void Remove(Session session, List<string> words)
    {
        var keys = words.Select(word => Read(session, word)).OfType<MetadataKey>().Distinct().ToList();
        if (keys.Count == 0)
            return;
        session.Subscribe([.. session.Subscribed.Where(key => !keys.Contains(key))]);
        session.Reply(new IrcReply.MetadataSubscribed([.. keys.Select(key => key.Text)], IsOn: false));
    }

    private static MetadataKey? Read(Session session, string word)
    {
        if (MetadataKey.Parse(word).TryGet(out var key))
            return key;
        session.Fail("METADATA", "KEY_INVALID", word, $"A key has 1 to {MetadataKey.Most} of a-z, 0-9 and _./-");
        return null;
    }
}
