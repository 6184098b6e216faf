using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>Up to when one has read something: MARKREAD (ircv3.net/specs/extensions/read-marker).</summary>
public static class Reading
{
    private const string Timestamp = "timestamp=";

    internal static readonly CommandRow[] Commands = [new("MARKREAD", 0, CommandTime.After, MarkRead)];

    public static void MarkRead(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (word, until) = (line.Text(0), line.Text(1));
        if (word.Length == 0)
        {
            session.Fail("MARKREAD", "NEED_MORE_PARAMS", "", "MARKREAD needs a room or a nickname");
            return;
        }
        if (line.Count < 2)
        {
            session.Reply(new IrcReply.ReadMarker(word, IsSet: false));
            return;
        }
        if (until.StartsWith(Timestamp, StringComparison.Ordinal) && ServerTime.TryParse(until.AsSpan(Timestamp.Length), out var moment)
            && ReadMarkerAnswers.Target(word).TryGet(out var target))
        {
            session.Act(new Command.MarkRead(target, new Timestamp(moment)));
            session.Reply(new IrcReply.ReadMarker(word, IsSet: true));
        }
        else
        {
            session.Fail("MARKREAD", "INVALID_PARAMS", word, "MARKREAD is followed by a room or a nickname, and perhaps by timestamp=YYYY-MM-DDThh:mm:ss.sssZ");
        }
    }
}
