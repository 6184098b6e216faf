using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>What is said of people and rooms under keys: METADATA (draft/metadata-2 and -3). Who is not let in yet says it of themselves, as "*".</summary>
public static class Metadata
{
    internal static readonly CommandRow[] Commands = [new("METADATA", 2, CommandTime.Always, Hear)];

    public static void Hear(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (target, sub) = (line.Text(0), line.Text(1).ToUpperInvariant());
        if (sub is "SUB" or "UNSUB" or "SUBS")
        {
            MetadataKeys.Hear(session, sub, Words(line, 2));
            return;
        }
        if (sub is not ("GET" or "LIST" or "SYNC" or "SET" or "CLEAR"))
            session.Fail("METADATA", "SUBCOMMAND_INVALID", line.Text(1), "METADATA knows GET, LIST, SYNC, SET, CLEAR, SUB, UNSUB and SUBS");
        else if (!session.IsRegistered)
            EarlyMetadata.Hear(session, target, sub, line);
        else if (sub == "GET" && line.Count > 2)
            session.Reply(new IrcReply.MetadataGet(target, [.. Words(line, 2)]));
        else if (sub == "LIST")
            session.Reply(new IrcReply.MetadataList(target));
        else if (sub == "SYNC")
            session.Ask(new IrcQuestion.Metadata(target));
        else if (sub == "CLEAR")
            Clear(session, target);
        else if (line.Count > 2)
            Set(session, target, line);
        else
            session.Reply(Numerics.ErrNeedMoreParams, "METADATA", $"METADATA {sub} needs a key");
    }

    /// <summary>The key and the value of a SET, if they can be; else it is said what is wrong. A value that is null takes back.</summary>
    internal static bool TryRead(Session session, in Line line, out MetadataKey key, out string? value)
    {
        value = line.Count > 3 ? line.Text(3) : null;
        if (!MetadataKey.Parse(line.Text(2)).TryGet(out key!))
        {
            session.Fail("METADATA", "KEY_INVALID", line.Text(2), $"A key has 1 to {MetadataKey.Most} of a-z, 0-9 and _./-");
            return false;
        }
        if (value is null || line[3].Length <= Limits.MetadataBytes)
            return true;
        var text = $"A value has {Limits.MetadataBytes} bytes at most";
        // The two versions of the specification have two names for it.
        if (session.Capabilities.HasFlag(Capability.Metadata) && !session.Capabilities.HasFlag(Capability.Metadata3))
            session.Fail("METADATA", "VALUE_INVALID", "", text);
        else
            session.Fail("METADATA", "INVALID_VALUE", key.Text, text);
        return false;
    }

    private static void Set(Session session, string target, in Line line)
    {
        if (!TryRead(session, line, out var key, out var value) || !IsOwn(session, target, key.Text, out var room))
            return;
        if (session.WaitForChange() is > 0 and var wait)
            session.Fail("METADATA", "RATE_LIMITED", [target, key.Text, $"{wait}"], $"That was changed too often; try again in {wait} s");
        else
            session.Act(new Command.SetMetadata(room, key, value is null ? Option<string>.None : value));
    }

    private static void Clear(Session session, string target)
    {
        if (!IsOwn(session, target, "*", out var room))
            return;
        session.Reply(new IrcReply.MetadataIsClear(room));
        session.Act(new Command.ClearMetadata(room));
    }

    /// <summary>Of a room the rules say who may; of people everybody only of themselves.</summary>
    private static bool IsOwn(Session session, string target, string key, out Option<RoomName> room)
    {
        room = RoomName.Parse(target).ToOption();
        if (room.IsSome || target == "*" || session.Person.Exists(self => self.Nick.Key == Folding.Fold(target)))
            return true;
        if (Nick.Parse(target).ToOption().Bind(session.Context.World.Person).IsSome)
            session.Fail("METADATA", "KEY_NO_PERMISSION", [target, key], "Everybody says what is said of them, and operators of a room what is said of it");
        else
            session.Fail("METADATA", "INVALID_TARGET", target, "There is no such room that you may know, and nobody of that nickname is here");
        return false;
    }

    internal static List<string> Words(in Line line, int from)
    {
        var words = new List<string>();
        for (var i = from; i < line.Count; i++)
            words.Add(line.Text(i));
        return words;
    }
}
